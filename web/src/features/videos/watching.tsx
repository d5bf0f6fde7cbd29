import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import type { VideoView } from "@/shared/api/generated";
import { fetchFile } from "@/shared/api/http";
import { shapeOf } from "./film";
import { Feed, playlistOf } from "./growing";
import { screenOn } from "./screen";

const PAUSE = 1_000; // milliseconds between two looks at what is there

/** The picture of a film as it grows: what is rendered can be watched, without sound. */
export function Watching({ video }: { video: VideoView }) {
  const { t } = useLingui();
  const element = useRef<HTMLVideoElement>(null);
  const [parts, setParts] = useState(0);
  const { id: videoId } = video;
  const seconds = video.order.duration;
  useEffect(() => {
    const screen = element.current && screenOn(element.current, seconds);
    if (!screen) return;
    const left = new AbortController();
    const path = `/api/v1/videos/${videoId}/`;
    const feed = new Feed(
      async (part) => new Uint8Array(await (await fetchFile(path + part, left.signal)).arrayBuffer()),
      screen,
    );
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const list = await fetchFile(`${path}watch`, left.signal);
      const whole = await feed.take(playlistOf(await list.text()));
      if (!left.signal.aborted) setParts(feed.length);
      return whole;
    };
    const goOn = () =>
      // What cannot be had now is looked for again; the job beside it tells when something is wrong.
      void look()
        .catch(() => false)
        .then((whole) => {
          if (!whole && !left.signal.aborted) timer = setTimeout(goOn, PAUSE);
        });
    goOn();
    return () => {
      left.abort();
      clearTimeout(timer);
      screen.leave();
    };
  }, [videoId, seconds]);
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return (
    <figure className={parts > 0 ? "grid gap-2" : "hidden"}>
      <video
        ref={element}
        aria-label={t`The film as far as it is rendered`}
        muted
        playsInline
        controls
        autoPlay={!isStill}
        style={shapeOf(video)}
        className="mx-auto max-h-[75dvh] w-full rounded-xl bg-black"
      />
      <figcaption className="text-sm text-faded">
        <Trans>The picture as far as it is rendered. Sound and captions come last.</Trans>
      </figcaption>
    </figure>
  );
}
