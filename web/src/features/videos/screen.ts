import type { Sink } from "./growing";

/**
 * Shows bytes in a video element while they come (Media Source Extensions). Null where the browser has none.
 * @param seconds of the whole film, of which only the beginning is there.
 */
export function screenOn(video: HTMLVideoElement, seconds: number): (Sink & { leave: () => void }) | null {
  if (!("MediaSource" in window)) return null;
  const source = new MediaSource();
  const url = URL.createObjectURL(source);
  let buffer: SourceBuffer | null = null;
  return {
    open: async (codec) => {
      const type = `video/mp4; codecs="${codec}"`;
      if (!MediaSource.isTypeSupported(type)) throw new TypeError(`This browser does not play ${codec}.`);
      const ready = once(source, "sourceopen");
      video.src = url;
      await ready;
      buffer = source.addSourceBuffer(type);
      source.duration = seconds;
    },
    append: async (bytes) => {
      if (!buffer) return;
      const done = once(buffer, "updateend");
      buffer.appendBuffer(bytes);
      await done;
    },
    close: () => {
      if (source.readyState === "open") source.endOfStream();
    },
    leave: () => {
      video.removeAttribute("src");
      video.load();
      URL.revokeObjectURL(url);
    },
  };
}

const once = (target: EventTarget, name: string) =>
  new Promise<void>((resolve) => target.addEventListener(name, () => resolve(), { once: true }));
