import { useLingui } from "@lingui/react";
import { Trans, useLingui as useWords } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type JobView, postApiV1JobsByJobIdCancel, postApiV1JobsByJobIdRetry } from "@/shared/api/generated";
import { explain, problemOf } from "@/shared/api/problem";
import { ago } from "@/shared/lib/format";
import { Button } from "@/shared/ui/button";
import { Progress } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";
import { JobStateMark, useJobWords } from "./job-words";
import { isOpen } from "./use-jobs";

export function JobRow({ job }: { job: JobView }) {
  const { i18n } = useLingui();
  const words = useJobWords();
  return (
    <li className="grid gap-2 rounded-xl border border-rule bg-leaf p-4 shadow-leaf">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Link
          to="/jobs/$jobId"
          params={{ jobId: job.id }}
          className="font-display text-lg font-semibold text-ink"
        >
          {words.kind(job.kind)}
        </Link>
        <JobStateMark state={job.state} />
        <time dateTime={job.createdAt} className="text-sm text-faded">
          {ago(job.createdAt, i18n.locale)}
        </time>
        <div className="ml-auto">
          <JobVerbs job={job} />
        </div>
      </div>
      <JobProgress job={job} />
      {job.state === "failed" && job.error && <p className="text-sm text-alarm">{job.error.message}</p>}
    </li>
  );
}

export function JobProgress({ job }: { job: JobView }) {
  const { t } = useWords();
  if (!isOpen(job)) return null;
  const percent = Math.round((job.progress?.fraction ?? 0) * 100);
  return (
    <div className="grid gap-1">
      <Progress value={job.progress?.fraction ?? 0} label={t`Progress`} />
      <p className="flex justify-between gap-4 text-sm text-faded">
        <span>{job.progress?.message ?? t`Waiting for its turn`}</span>
        <span className="tabular-nums">{percent} %</span>
      </p>
    </div>
  );
}

/** Cancel what runs, try again what failed. */
export function JobVerbs({ job }: { job: JobView }) {
  const { _ } = useLingui();
  const { t } = useWords();
  const queries = useQueryClient();
  const settled = {
    onSettled: () => queries.invalidateQueries({ queryKey: ["jobs"] }),
    onError: (error: unknown) => {
      const words = explain(problemOf(error));
      toast(typeof words === "string" ? words : _(words));
    },
  };
  const retry = useMutation({
    mutationFn: () => postApiV1JobsByJobIdRetry({ path: { jobId: job.id }, throwOnError: true }),
    ...settled,
  });
  const cancel = useMutation({
    mutationFn: () => postApiV1JobsByJobIdCancel({ path: { jobId: job.id }, throwOnError: true }),
    onSuccess: () => toast(t`Cancelled`, () => retry.mutate()),
    ...settled,
  });

  if (isOpen(job))
    return (
      <Button onClick={() => cancel.mutate()} busy={cancel.isPending || job.cancelRequestedAt !== null}>
        <Trans>Cancel</Trans>
      </Button>
    );
  return job.state === "failed" || job.state === "cancelled" ? (
    <Button onClick={() => retry.mutate()} busy={retry.isPending}>
      <Trans>Try again</Trans>
    </Button>
  ) : null;
}
