import type { JobView, VideoOrder, VideoView } from "@/shared/api/generated";

/** What of an order decides how long the film takes. */
export type Film = Pick<VideoOrder, "duration" | "fps" | "resolution" | "aspect" | "quality">;

const START = 1.5; // seconds that every film takes: the script, the first drawings, the end
const SHORT_SIDES: Record<string, number> = { "480p": 480, "720p": 720, "1080p": 1080, "4k": 2160 };
const WEIGHTS: Record<string, number> = { low: 0.8, medium: 1, high: 1.1 };
const FULL_HD = 1920 * 1080 * 30;
// Before there is any to judge by: a second of film in 1080p takes two cores 0.7 seconds and a slower machine 2.
const USUAL = { low: 0.7 / FULL_HD, high: 2 / FULL_HD };

/** Seconds, from and to, by how long the films of the past took. */
export function renderTime(film: Film, videos: readonly VideoView[], jobs: readonly JobView[]) {
  const paces = videos.flatMap((video) => paceOf(video, jobs)).sort((a, b) => a - b);
  const weight = weightOf(film);
  const low = paces.at(0) ?? USUAL.low;
  const high = paces.at(-1) ?? USUAL.high;
  return { low: START + low * weight * 0.8, high: START + high * weight * 1.2 };
}

/** Seconds for what a pixel weighs, of a film that one job rendered whole. */
function paceOf({ order, jobId, storyboardVersion }: VideoView, jobs: readonly JobView[]): number[] {
  const job = jobs.find((one) => one.id === jobId);
  if (!job?.startedAt || !job.finishedAt || job.attempt !== 1) return [];
  if (order.model !== "builtin" || order.storyboardFirst || storyboardVersion !== 1) return [];
  const took = (Date.parse(job.finishedAt) - Date.parse(job.startedAt)) / 1000;
  return [Math.max(0.1, took - START) / weightOf(order)];
}

function weightOf({ duration, fps, resolution, aspect, quality }: Film): number {
  const short = SHORT_SIDES[resolution] ?? 720;
  const long = aspect === "1:1" ? short : (short * 16) / 9;
  return duration * fps * short * long * (WEIGHTS[quality] ?? 1);
}
