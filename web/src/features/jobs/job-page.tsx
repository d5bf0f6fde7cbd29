import { useLingui } from "@lingui/react/macro";
import { useParams } from "@tanstack/react-router";
import { ErrorPanel, Skeleton, Unshown } from "@/shared/ui/states";
import { JobDetails } from "./job-details";
import { JobVerbs } from "./job-verbs";
import { JobStateMark, useJobWords } from "./job-words";
import { useJob } from "./use-jobs";

export function JobPage() {
  const { t } = useLingui();
  const { jobId } = useParams({ from: "/studio/jobs/$jobId" });
  const words = useJobWords();
  const job = useJob(jobId);
  if (job.isPending)
    return (
      <Unshown name={t`Jobs`}>
        <Skeleton className="h-64" />
      </Unshown>
    );
  if (job.error)
    return (
      <Unshown name={t`Jobs`}>
        <ErrorPanel error={job.error} onRetry={() => void job.refetch()} />
      </Unshown>
    );
  return (
    <article className="grid gap-6">
      <header className="flex flex-wrap items-baseline gap-3">
        <h1 className="text-4xl">{words.kind(job.data.kind)}</h1>
        <JobStateMark state={job.data.state} />
        <div className="ml-auto">
          <JobVerbs id={job.data.id} state={job.data.state} cancelRequestedAt={job.data.cancelRequestedAt} />
        </div>
      </header>
      <JobDetails job={job.data} />
    </article>
  );
}
