import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Pencil } from "lucide-react";
import type { VideoView } from "@/shared/api/generated";
import { fetchFile } from "@/shared/api/http";
import { buttonLook } from "@/shared/ui/button";
import { ErrorPanel, Skeleton, Unshown } from "@/shared/ui/states";
import { Downloads } from "./downloads";
import { downloadOf, nameOf } from "./film";
import { Making } from "./making";
import { Ordered } from "./ordered";
import { Player } from "./player";
import { RemoveVideo } from "./remove-video";
import { useVideo } from "./use-videos";

export function VideoPage() {
  const { t } = useLingui();
  const { videoId } = useParams({ from: "/studio/videos/$videoId" });
  const video = useVideo(videoId);
  if (video.isPending)
    return (
      <Unshown name={t`Film`}>
        <Skeleton className="mx-auto aspect-video w-full max-w-4xl" />
      </Unshown>
    );
  if (video.error)
    return (
      <Unshown name={t`Film`}>
        <ErrorPanel error={video.error} onRetry={() => void video.refetch()} />
      </Unshown>
    );
  const isMade = video.data.madeAt !== null;
  return (
    <article className="mx-auto grid w-full max-w-4xl grid-cols-[minmax(0,1fr)] gap-6">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div className="grid gap-1">
          <h1 className="text-4xl wrap-anywhere">{nameOf(video.data)}</h1>
          {nameOf(video.data) !== video.data.order.prompt && (
            <p className="wrap-anywhere text-faded">{video.data.order.prompt}</p>
          )}
        </div>
        {video.data.storyboardVersion > 0 && video.data.state !== "rendering" && (
          <Link
            to="/videos/$videoId/storyboard"
            params={{ videoId }}
            className={buttonLook()}
            data-screen-only
          >
            <Pencil aria-hidden size={16} /> <Trans>Edit its storyboard</Trans>
          </Link>
        )}
      </header>
      <Making video={video.data} />
      {isMade && <Player key={video.data.madeAt} video={video.data} />}
      {isMade && <Downloads video={video.data} />}
      {isMade && <Transcript video={video.data} />}
      {video.data.notes.length > 0 && <Notes notes={video.data.notes} />}
      <Ordered video={video.data} />
      <RemoveVideo video={video.data} />
    </article>
  );
}

function Transcript({ video }: { video: VideoView }) {
  const { t } = useLingui();
  const text = useQuery({
    queryKey: ["videos", "transcript", video.id, video.madeAt],
    queryFn: async ({ signal }) => (await fetchFile(downloadOf(video, "transcript"), signal)).text(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!text.data?.trim()) return null;
  return (
    <section aria-label={t`What is said`} className="grid gap-2">
      <h2 className="text-2xl">
        <Trans>What is said</Trans>
      </h2>
      <p className="max-w-prose whitespace-pre-line wrap-anywhere font-display text-lg leading-relaxed">
        {text.data.trim()}
      </p>
    </section>
  );
}

function Notes({ notes }: { notes: string[] }) {
  return (
    <section className="text-sm text-faded">
      <h2 className="text-lg text-ink">
        <Trans>Notes</Trans>
      </h2>
      <ul className="list-disc pl-5">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
