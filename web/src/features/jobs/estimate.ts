import type { JobView } from "@/shared/api/generated";

/** Seconds, from and to. */
export type Range = { low: number; high: number };

const ENOUGH = 3; // runs of the past that say something
const TOLD = 0.15; // what of a job must be done before its own pace says more than the past
const PACED = 2; // seconds it must have run for that

/** How long the runs of a kind took that went well: the middle six of ten. */
export function usualRun(past: readonly JobView[]): Range | null {
  const runs = past
    .filter((job) => job.state === "succeeded" && job.startedAt && job.finishedAt && job.attempt === 1)
    .map((job) => (Date.parse(job.finishedAt ?? "") - Date.parse(job.startedAt ?? "")) / 1000)
    .sort((a, b) => a - b);
  if (runs.length < ENOUGH) return null;
  const at = (share: number) => runs[Math.round(share * (runs.length - 1))] ?? 0;
  return { low: at(0.2), high: at(0.8) };
}

/**
 * How long a running job will take yet: by its own pace once enough is done, before that by what its like took. Null where
 * neither says anything, as after a retry, which begins in the middle.
 */
export function timeLeft(job: JobView, usual: Range | null, now: number): Range | null {
  if (job.state !== "running" || !job.startedAt || job.attempt > 1) return null;
  const gone = Math.max(0, (now - Date.parse(job.startedAt)) / 1000);
  const done = job.progress?.fraction ?? 0;
  if (done >= TOLD && done < 1 && gone >= PACED) {
    const left = (gone * (1 - done)) / done;
    return { low: left * 0.7, high: left * 1.4 };
  }
  if (!usual || gone > usual.high) return null;
  return { low: Math.max(0, usual.low - gone), high: usual.high - gone };
}

/** Which of one's own waiting jobs it is, counted from the one that is next; the list is the newest first. */
export function placeInQueue(job: JobView, waiting: readonly JobView[]): number | null {
  const at = waiting.findIndex((one) => one.id === job.id);
  return at < 0 ? null : waiting.length - at;
}
