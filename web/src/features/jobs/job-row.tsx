import { useLingui } from "@lingui/react";
import { useLingui as useWords } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import { PanelRight } from "lucide-react";
import { memo } from "react";
import type { JobView } from "@/shared/api/generated";
import { ago } from "@/shared/lib/format";
import { Progress } from "@/shared/ui/states";
import { JobOutlook } from "./job-outlook";
import { JobVerbs } from "./job-verbs";
import { JobStateMark, useJobWords } from "./job-words";
import { isOpen } from "./use-jobs";

interface JobRowProps {
  job: JobView;
  isPeeked?: boolean;
  onPeek?: (jobId: string) => void;
}

/** A job in a list; with <c>onPeek</c> it can be looked into beside the list. Drawn again only when this job changes. */
export const JobRow = memo(function JobRow({ job, isPeeked, onPeek }: JobRowProps) {
  const { i18n } = useLingui();
  const { id, kind, state, createdAt, cancelRequestedAt } = job;
  return (
    <li
      data-job={job.id}
      className={clsx(
        "grid gap-2 rounded-xl border bg-leaf p-4 shadow-leaf contain-layout",
        isPeeked ? "border-cinnabar" : "border-rule",
      )}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Name {...{ id, kind, state }} />
        <time dateTime={createdAt} className="text-sm text-faded">
          {ago(createdAt, i18n.locale)}
        </time>
        <div className="ml-auto flex items-center gap-1">
          <JobVerbs {...{ id, state, cancelRequestedAt }} />
          {onPeek && <Peek id={id} isPeeked={isPeeked ?? false} onPeek={onPeek} />}
        </div>
      </div>
      <JobProgress job={job} />
      {job.state === "failed" && job.error && (
        <p className="wrap-anywhere text-sm text-alarm">{job.error.message}</p>
      )}
    </li>
  );
});

// What stays as it is while a job runs is not drawn again with each percent.
const Name = memo(function Name(job: Pick<JobView, "id" | "kind" | "state">) {
  const words = useJobWords();
  return (
    <>
      <Link
        to="/jobs/$jobId"
        params={{ jobId: job.id }}
        className="font-display text-lg font-semibold text-ink"
      >
        {words.kind(job.kind)}
      </Link>
      <JobStateMark state={job.state} />
    </>
  );
});

const Peek = memo(function Peek(props: { id: string; isPeeked: boolean; onPeek: (jobId: string) => void }) {
  const { t } = useWords();
  return (
    <button
      type="button"
      onClick={() => props.onPeek(props.id)}
      aria-pressed={props.isPeeked}
      aria-label={t`Look into it`}
      className="grid size-10 place-items-center rounded-full text-faded hover:bg-well hover:text-ink aria-pressed:text-cinnabar-deep"
    >
      <PanelRight aria-hidden size={18} />
    </button>
  );
});

export function JobProgress({ job }: { job: JobView }) {
  const { t } = useWords();
  if (!isOpen(job)) return null;
  const percent = Math.round((job.progress?.fraction ?? 0) * 100);
  return (
    <div className="grid gap-1">
      <Progress value={job.progress?.fraction ?? 0} label={t`Progress`} />
      <p className="flex flex-wrap justify-between gap-x-4 text-sm text-faded">
        <span>{job.progress?.message ?? t`Waiting for its turn`}</span>
        <span className="flex gap-3 tabular-nums">
          <JobOutlook job={job} />
          <span>{percent} %</span>
        </span>
      </p>
    </div>
  );
}
