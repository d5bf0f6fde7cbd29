import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { JobProgress } from "@/features/jobs/job-row";
import { postApiV1JobsByJobIdCancel } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { useScouting } from "./use-blogs";

/** How far the looking or reading is, with the way to stop it; nothing once it is over and went well. */
export function Scouting({ jobId }: { jobId: string }) {
  const { job, isOver } = useScouting(jobId);
  const cancel = useMutation({
    mutationFn: () => postApiV1JobsByJobIdCancel({ path: { jobId }, throwOnError: true }),
  });
  if (isOver) {
    if (job.data?.state !== "failed") return null;
    const { code = "failed", message } = job.data.error ?? {};
    return <ErrorPanel error={{ status: 422, code, detail: message }} />;
  }
  return (
    <div className="grid gap-2 rounded-xl border border-rule bg-leaf p-4 shadow-leaf">
      {job.data ? <JobProgress job={job.data} /> : <Skeleton className="h-8" />}
      {(job.error ?? cancel.error) && <ErrorPanel error={job.error ?? cancel.error} />}
      <div>
        <Button
          busy={cancel.isPending || job.data?.cancelRequestedAt != null}
          onClick={() => cancel.mutate()}
        >
          <Trans>Stop</Trans>
        </Button>
      </div>
    </div>
  );
}
