import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import clsx from "clsx";
import { useCallback, useRef } from "react";
import type { JobView } from "@/shared/api/generated";
import { useKeys } from "@/shared/lib/keys";
import { buttonLook } from "@/shared/ui/button";
import { filterLook } from "@/shared/ui/filter";
import { Pager } from "@/shared/ui/pager";
import { Empty, ErrorPanel, Skeleton } from "@/shared/ui/states";
import { JobPeek } from "./job-peek";
import { JobRow } from "./job-row";
import { useJobWords } from "./job-words";
import { useJobs } from "./use-jobs";

const FILTERS = [undefined, "running", "queued", "failed", "succeeded", "cancelled"] as const;

export function JobsPage() {
  const { t } = useLingui();
  const words = useJobWords();
  const { state, cursor } = useSearch({ from: "/studio/jobs" });
  const jobs = useJobs(state, cursor);
  return (
    <div className="grid gap-6">
      <h1 className="text-4xl">
        <Trans>Jobs</Trans>
      </h1>
      <nav aria-label={t`Filter`} className="flex flex-wrap gap-2">
        {FILTERS.map((one) => (
          <Link
            key={one ?? "all"}
            to="/jobs"
            search={one ? { state: one } : {}}
            activeOptions={{ exact: true }}
            aria-current={one === state ? "page" : undefined}
            className={filterLook}
          >
            {one ? words.state(one) : <Trans>All</Trans>}
          </Link>
        ))}
      </nav>
      {jobs.isPending ? (
        <div className="grid gap-3">
          <Skeleton className="h-24" />
          <Skeleton className="h-24" />
          <Skeleton className="h-24" />
        </div>
      ) : jobs.error ? (
        <ErrorPanel error={jobs.error} onRetry={() => void jobs.refetch()} />
      ) : jobs.data.items.length === 0 ? (
        <Empty
          title={<Trans>Nothing here</Trans>}
          action={
            <Link to="/books/new" className={buttonLook("main")}>
              <Trans>Make a book</Trans>
            </Link>
          }
        >
          <Trans>What the studio works on for you appears here, with its steps and how far it is.</Trans>
        </Empty>
      ) : (
        <JobList jobs={jobs.data.items} />
      )}
      {jobs.data && <Pager cursor={cursor} next={jobs.data.nextCursor} />}
    </div>
  );
}

/** The list with the panel beside it; J and K go through what the filter shows, in its order. */
function JobList({ jobs }: { jobs: JobView[] }) {
  const navigate = useNavigate();
  const search = useSearch({ from: "/studio/jobs" });
  const { peek } = search;
  const latest = useRef<(jobId: string) => void>(() => undefined);
  latest.current = (jobId) => look(jobId === peek ? undefined : jobId);
  const onPeek = useCallback((jobId: string) => latest.current(jobId), []); // the same for every row and always

  function look(jobId: string | undefined) {
    void navigate({ to: "/jobs", search: { ...search, peek: jobId }, replace: true, resetScroll: false });
    if (jobId) document.querySelector(`[data-job="${jobId}"]`)?.scrollIntoView({ block: "nearest" });
  }

  function go(by: 1 | -1) {
    const at = jobs.findIndex((job) => job.id === peek);
    const next = jobs[at < 0 ? 0 : Math.min(jobs.length - 1, Math.max(0, at + by))];
    look(next?.id);
  }

  useKeys({
    j: { does: <Trans>The next job</Trans>, act: () => go(1) },
    k: { does: <Trans>The job before</Trans>, act: () => go(-1) },
    o: {
      does: <Trans>Open the job looked into</Trans>,
      act: () => {
        if (peek) void navigate({ to: "/jobs/$jobId", params: { jobId: peek } });
      },
    },
    Escape: { does: <Trans>Close the panel</Trans>, act: () => look(undefined) },
  });

  return (
    <div className={clsx("grid gap-6", peek && "lg:grid-cols-[minmax(0,1fr)_24rem]")}>
      <ul className="grid content-start gap-3">
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} isPeeked={job.id === peek} onPeek={onPeek} />
        ))}
      </ul>
      {peek && <JobPeek jobId={peek} onClose={() => look(undefined)} />}
    </div>
  );
}
