/** "0:07", "1:02". */
export function timecode(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds + 0.001)); // 6.9999 of a chapter that begins at 7 is 7
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export interface Chapter {
  start: number;
  title: string;
}

/** The chapters of a WebVTT file as the studio writes them: a line of times, and lines of text after it. */
export function chaptersOf(vtt: string): Chapter[] {
  return vtt
    .split(/\r?\n\r?\n/)
    .map((block) => block.split(/\r?\n/))
    .flatMap((lines) => {
      const at = lines.findIndex((line) => line.includes("-->"));
      const start = at < 0 ? undefined : secondsOf(lines[at] ?? "");
      const title = plain(lines.slice(at + 1).join(" "));
      return start === undefined || title === "" ? [] : [{ start, title }];
    });
}

function secondsOf(times: string): number | undefined {
  const found = /^\s*(?:(\d+):)?(\d{1,2}):(\d{1,2}(?:\.\d+)?)/.exec(times);
  return found ? Number(found[1] ?? 0) * 3600 + Number(found[2]) * 60 + Number(found[3]) : undefined;
}

const plain = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&").trim();
