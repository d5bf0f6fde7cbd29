import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { JobProgress } from "@/features/jobs/job-row";
import {
  type DocumentView,
  postApiV1DocumentsByDocumentIdAnalyze,
  postApiV1JobsByJobIdCancel,
} from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { useReadingJob } from "./use-documents";

/** How far the reading is, with the way to stop it; or why it ended early, and the way to begin again. */
export function ReadingJob({ document }: { document: DocumentView }) {
  if (document.state === "processing" && document.jobId)
    return <UnderWay document={document} jobId={document.jobId} />;
  return document.state === "ready" ? null : <Again document={document} />;
}

function UnderWay({ document, jobId }: { document: DocumentView; jobId: string }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const job = useReadingJob(document, jobId);
  const cancel = useMutation({
    mutationFn: () => postApiV1JobsByJobIdCancel({ path: { jobId }, throwOnError: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["documents"] }),
  });
  return (
    <div className="grid gap-2">
      {job.data ? <JobProgress job={job.data} /> : <Skeleton className="h-8" />}
      {(job.error ?? cancel.error) && <ErrorPanel error={job.error ?? cancel.error} />}
      <div>
        <Button
          onClick={() => cancel.mutate()}
          busy={cancel.isPending || job.data?.cancelRequestedAt != null}
          aria-label={t`Stop reading “${document.title}”`}
        >
          <Trans>Stop reading</Trans>
        </Button>
      </div>
    </div>
  );
}

function Again({ document }: { document: DocumentView }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const read = useMutation({
    mutationFn: () =>
      postApiV1DocumentsByDocumentIdAnalyze({
        path: { documentId: document.id },
        body: {},
        throwOnError: true,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["documents"] }),
  });
  return (
    <div className="grid justify-items-start gap-2">
      {document.problem && <p className="wrap-anywhere text-sm text-alarm">{document.problem.message}</p>}
      {read.error && <ErrorPanel error={read.error} />}
      <Button
        busy={read.isPending}
        onClick={() => read.mutate()}
        aria-label={t`Read “${document.title}” again`}
      >
        <Trans>Read it again</Trans>
      </Button>
    </div>
  );
}
