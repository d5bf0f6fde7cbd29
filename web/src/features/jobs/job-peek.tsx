import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { JobDetails } from "./job-details";
import { JobStateMark, useJobWords } from "./job-words";
import { useJob } from "./use-jobs";

/** A job beside the list: on a phone it lies over the list. */
export function JobPeek({ jobId, onClose }: { jobId: string; onClose: () => void }) {
  const { t } = useLingui();
  const words = useJobWords();
  const job = useJob(jobId);
  return (
    <aside
      aria-label={t`The job looked into`}
      className="fixed inset-x-0 bottom-14 top-16 z-30 overflow-y-auto border-rule bg-paper p-4 sm:bottom-0 lg:sticky lg:inset-auto lg:top-4 lg:z-auto lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:rounded-2xl lg:border lg:bg-leaf lg:p-5"
    >
      <div className="mb-4 flex items-center gap-3">
        <h2 className="text-xl">{job.data ? words.kind(job.data.kind) : " "}</h2>
        {job.data && <JobStateMark state={job.data.state} />}
        <Link to="/jobs/$jobId" params={{ jobId }} className="ml-auto text-sm">
          <Trans>Open its page</Trans>
        </Link>
        <button
          type="button"
          onClick={onClose}
          aria-label={t`Close`}
          className="-mr-2 grid size-10 place-items-center rounded-full text-faded hover:bg-well hover:text-ink"
        >
          <X aria-hidden size={18} />
        </button>
      </div>
      <div className="grid gap-5">
        {job.isPending ? (
          <Skeleton className="h-48" />
        ) : job.error ? (
          <ErrorPanel error={job.error} onRetry={() => void job.refetch()} />
        ) : (
          <JobDetails job={job.data} />
        )}
      </div>
    </aside>
  );
}
