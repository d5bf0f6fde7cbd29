import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { JobProgress } from "@/features/jobs/job-row";
import {
  postApiV1JobsByJobIdCancel,
  postApiV1VideosByVideoIdRender,
  type VideoView,
} from "@/shared/api/generated";
import { Button, buttonLook } from "@/shared/ui/button";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { useMakingJob } from "./use-videos";
import { Watching } from "./watching";

/** How far the film is, and the way to begin, to stop and to try again. Nothing once it is ready and at rest. */
export function Making({ video }: { video: VideoView }) {
  // A rendering that failed is told to whoever waited for it, not on every visit from then on.
  const [watched, setWatched] = useState<string | null>(null);
  useEffect(() => {
    if (video.state === "rendering") setWatched(video.jobId);
  }, [video.state, video.jobId]);

  if (video.state === "rendering" && video.jobId) return <UnderWay video={video} jobId={video.jobId} />;
  const why = video.jobId && (video.state === "failed" || watched === video.jobId);
  return (
    <>
      {why && video.jobId && <WhyNot video={video} jobId={video.jobId} />}
      {video.state !== "ready" && <Begin video={video} />}
    </>
  );
}

function UnderWay({ video, jobId }: { video: VideoView; jobId: string }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const job = useMakingJob(video, jobId);
  const cancel = useMutation({
    mutationFn: () => postApiV1JobsByJobIdCancel({ path: { jobId }, throwOnError: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["videos"] }),
  });
  const isWritten = job.data?.steps?.some((step) => step.name === "script") ?? false;
  return (
    <section aria-label={t`How far it is`} className="grid gap-5">
      {isWritten && video.madeAt === null && <Watching video={video} />}
      <div className="grid gap-3 rounded-2xl border border-rule bg-leaf p-6 shadow-leaf">
        {job.error && <ErrorPanel error={job.error} />}
        {cancel.error && <ErrorPanel error={cancel.error} />}
        {job.data ? <JobProgress job={job.data} /> : <Skeleton className="h-8" />}
        {video.madeAt !== null && (
          <p className="text-sm text-faded">
            <Trans>Until it is done you see, and can download, the film as it was.</Trans>
          </p>
        )}
        <div>
          <Button
            onClick={() => cancel.mutate()}
            busy={cancel.isPending || job.data?.cancelRequestedAt != null}
          >
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </div>
    </section>
  );
}

function WhyNot({ video, jobId }: { video: VideoView; jobId: string }) {
  const { t } = useLingui();
  const job = useMakingJob(video, jobId);
  if (job.data?.state !== "failed") return null;
  const { code = "video_failed", message = t`This film could not be made.` } = job.data.error ?? {};
  return <ErrorPanel error={{ status: 422, code, detail: message }} />;
}

function Begin({ video }: { video: VideoView }) {
  const queries = useQueryClient();
  const begin = useMutation({
    mutationFn: () => postApiV1VideosByVideoIdRender({ path: { videoId: video.id }, throwOnError: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["videos"] }),
  });
  return (
    <div className="grid justify-items-start gap-4 rounded-2xl border border-rule bg-leaf p-6">
      {video.state === "storyboard" && (
        <p>
          {video.madeAt === null ? (
            <Trans>The storyboard is written. Change what you like, then have it rendered.</Trans>
          ) : (
            <Trans>
              The storyboard was changed since this film was made. Only the scenes that changed are rendered
              again.
            </Trans>
          )}
        </p>
      )}
      {begin.error && <ErrorPanel error={begin.error} />}
      <div className="flex flex-wrap gap-2">
        <Button look="main" busy={begin.isPending} onClick={() => begin.mutate()}>
          {video.state === "failed" ? (
            <Trans>Try again</Trans>
          ) : video.state === "storyboard" ? (
            <Trans>Render it</Trans>
          ) : (
            <Trans>Make this film</Trans>
          )}
        </Button>
        {video.state === "storyboard" && (
          <Link to="/videos/$videoId/storyboard" params={{ videoId: video.id }} className={buttonLook()}>
            <Trans>Look at the storyboard</Trans>
          </Link>
        )}
      </div>
    </div>
  );
}
