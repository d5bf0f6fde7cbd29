import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { getApiV1Jobs, type JobView } from "@/shared/api/generated";
import { durations } from "@/shared/lib/format";
import { useNow } from "@/shared/lib/use-now";
import { placeInQueue, timeLeft, usualRun } from "./estimate";
import { usePastJobs } from "./use-jobs";

const WAITING = 100;

/** When it will be done, or when it will begin, as far as that can be said. */
export function JobOutlook({ job }: { job: JobView }) {
  return job.state === "running" ? <Left job={job} /> : job.state === "queued" ? <Place job={job} /> : null;
}

function Left({ job }: { job: JobView }) {
  const { i18n } = useLingui();
  const now = useNow();
  const past = usePastJobs(job.kind);
  const left = timeLeft(job, usualRun(past.data ?? []), now);
  return left && <Trans>about {durations(left, i18n.locale)} left</Trans>;
}

function Place({ job }: { job: JobView }) {
  const waiting = useQuery({
    queryKey: ["jobs", "waiting"],
    queryFn: async ({ signal }) =>
      (await getApiV1Jobs({ query: { state: "queued", limit: WAITING }, signal, throwOnError: true })).data,
  });
  // With more than a page of them, counting from the end would be a guess.
  const place = waiting.data && !waiting.data.nextCursor && placeInQueue(job, waiting.data.items);
  if (!place) return null;
  return place === 1 ? (
    <Trans>the next of yours</Trans>
  ) : (
    <Trans>number {place} of what you have waiting</Trans>
  );
}
