import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { Link2 } from "lucide-react";
import { useRef } from "react";
import type { VideoView } from "@/shared/api/generated";
import { fetchFile } from "@/shared/api/http";
import { useKeys } from "@/shared/lib/keys";
import { useFileUrl } from "@/shared/lib/use-file-url";
import { Button } from "@/shared/ui/button";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";
import { downloadOf, fileOf, nameOf, shapeOf } from "./film";
import { chaptersOf, timecode } from "./moments";

const STEP = 5; // seconds an arrow key goes

/** The finished film with its captions and chapters. The moment it begins at is in the address. */
export function Player({ video }: { video: VideoView }) {
  const { t } = useLingui();
  const { t: from } = useSearch({ from: "/studio/videos/$videoId" });
  const element = useRef<HTMLVideoElement>(null);
  const film = useFileUrl(fileOf(video, "file"));
  const poster = useFileUrl(fileOf(video, "poster"));
  const captions = useFileUrl(fileOf(video, "captions"));

  function go(to: number) {
    const shown = element.current;
    if (shown) shown.currentTime = Math.min(Math.max(0, to), shown.duration || 0);
  }
  function play() {
    const shown = element.current;
    if (shown?.paused) void shown.play().catch(() => undefined);
    else shown?.pause();
  }
  function switchCaptions() {
    const track = element.current?.textTracks[0];
    if (track) track.mode = track.mode === "showing" ? "hidden" : "showing";
  }
  function fill() {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void element.current?.requestFullscreen().catch(() => undefined);
  }
  useKeys({
    " ": { does: <Trans>Play or pause</Trans>, act: play },
    ArrowLeft: { does: <Trans>Five seconds back</Trans>, act: () => go(now() - STEP) },
    ArrowRight: { does: <Trans>Five seconds on</Trans>, act: () => go(now() + STEP) },
    c: { does: <Trans>Captions on or off</Trans>, act: switchCaptions },
    f: { does: <Trans>The whole screen</Trans>, act: fill },
  });
  const now = () => element.current?.currentTime ?? 0;

  function copyLink() {
    const link = new URL(location.pathname, location.origin);
    link.searchParams.set("t", String(Math.floor(now() * 10) / 10));
    const copied = navigator.clipboard?.writeText(link.href) ?? Promise.reject();
    void copied.then(
      () => toast(t`Copied`),
      () => toast(link.href),
    );
  }

  if (film.error) return <ErrorPanel error={film.error} />;
  return (
    <section aria-label={t`The film`} className="grid gap-4">
      {film.url && captions.url !== null ? (
        <video
          ref={element}
          aria-label={nameOf(video)}
          controls
          playsInline
          preload="metadata"
          src={film.url}
          poster={poster.url ?? undefined}
          onLoadedMetadata={() => from !== undefined && go(from)}
          style={shapeOf(video)}
          className="mx-auto max-h-[75dvh] w-full rounded-xl bg-black"
        >
          <track
            kind="captions"
            src={captions.url}
            srcLang={video.order.voice === "none" ? "en" : video.order.voice.split("-")[0]}
            label={t`Captions`}
            default={!video.order.burnCaptions}
          />
        </video>
      ) : (
        <div style={shapeOf(video)} className="mx-auto max-h-[75dvh] w-full">
          <Skeleton className="size-full" />
        </div>
      )}
      <div data-screen-only>
        <Button onClick={copyLink} disabled={!film.url}>
          <Link2 aria-hidden size={16} /> <Trans>Copy a link to this moment</Trans>
        </Button>
      </div>
      <Chapters video={video} onGo={go} />
    </section>
  );
}

function Chapters({ video, onGo }: { video: VideoView; onGo: (seconds: number) => void }) {
  const chapters = useQuery({
    queryKey: ["videos", "chapters", video.id, video.madeAt],
    queryFn: async ({ signal }) =>
      chaptersOf(await (await fetchFile(downloadOf(video, "chapters"), signal)).text()),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!chapters.data || chapters.data.length < 2) return null;
  return (
    <nav aria-labelledby="chapters" className="grid gap-2">
      <h2 id="chapters" className="text-2xl">
        <Trans>Scenes</Trans>
      </h2>
      <ol className="grid gap-1">
        {chapters.data.map(({ start, title }) => (
          <li key={start}>
            <button
              type="button"
              onClick={() => onGo(start)}
              className="flex min-h-11 w-full items-baseline gap-3 rounded-lg px-3 py-2 text-left hover:bg-well"
            >
              <span className="shrink-0 text-sm tabular-nums text-cinnabar-deep">{timecode(start)}</span>
              <span className="wrap-anywhere">{title}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
