import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { VideoState, VideoView } from "@/shared/api/generated";
import { seconds } from "@/shared/lib/format";
import { useFileUrl } from "@/shared/lib/use-file-url";
import { Skeleton } from "@/shared/ui/states";
import { fileOf, nameOf } from "./film";

export function FilmCard({ video }: { video: VideoView }) {
  const { i18n } = useLingui();
  const isMade = video.madeAt !== null;
  const poster = useFileUrl(isMade ? fileOf(video, "poster") : null);
  return (
    <li>
      <Link
        to="/videos/$videoId"
        params={{ videoId: video.id }}
        className="group grid gap-3 text-ink no-underline"
        aria-label={nameOf(video)}
      >
        <div className="aspect-video overflow-hidden rounded-lg border border-rule bg-well shadow-leaf transition-transform duration-300 ease-page group-hover:-translate-y-1">
          {poster.url ? (
            <img src={poster.url} alt="" className="size-full object-contain" />
          ) : isMade && !poster.error ? (
            <Skeleton className="size-full" />
          ) : (
            <p className="grid size-full place-items-center p-4 text-center text-sm text-faded">
              <StateWords state={video.state} />
            </p>
          )}
        </div>
        <div>
          <h2 className="line-clamp-2 text-lg leading-snug group-hover:text-cinnabar-deep">
            {nameOf(video)}
          </h2>
          <p className="text-sm text-faded">
            {seconds(video.seconds ?? video.order.duration, i18n.locale)}, {video.order.resolution}
            {isMade && video.state !== "ready" && (
              <>
                {" "}
                · <StateWords state={video.state} />
              </>
            )}
          </p>
        </div>
      </Link>
    </li>
  );
}

function StateWords({ state }: { state: VideoState }) {
  switch (state) {
    case "rendering":
      return <Trans>Being made …</Trans>;
    case "failed":
      return <Trans>Could not be made</Trans>;
    case "storyboard":
      return <Trans>A storyboard, to be rendered</Trans>;
    case "ready":
      return <Trans>Ready</Trans>;
    default:
      return <Trans>A draft</Trans>;
  }
}

export function FilmShelf({ videos }: { videos: VideoView[] }) {
  return (
    <ul className="grid gap-x-5 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
      {videos.map((video) => (
        <FilmCard key={video.id} video={video} />
      ))}
    </ul>
  );
}
