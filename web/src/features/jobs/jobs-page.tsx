import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useSearch } from "@tanstack/react-router";
import { buttonLook } from "@/shared/ui/button";
import { filterLook } from "@/shared/ui/filter";
import { Empty, ErrorPanel, Skeleton } from "@/shared/ui/states";
import { JobRow } from "./job-row";
import { useJobWords } from "./job-words";
import { useJobs } from "./use-jobs";

const FILTERS = [undefined, "running", "queued", "failed", "succeeded", "cancelled"] as const;

export function JobsPage() {
  const { t } = useLingui();
  const words = useJobWords();
  const { state } = useSearch({ from: "/studio/jobs" });
  const jobs = useJobs(state);
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
            activeOptions={{ exact: true, includeSearch: true }}
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
        <ul className="grid gap-3">
          {jobs.data.items.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      )}
    </div>
  );
}
