import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { memo } from "react";
import { type JobView, postApiV1JobsByJobIdCancel, postApiV1JobsByJobIdRetry } from "@/shared/api/generated";
import { problemOf } from "@/shared/api/problem";
import { Button } from "@/shared/ui/button";
import { useSayWhy } from "@/shared/ui/say-why";
import { toast } from "@/shared/ui/toast";
import { isOpen } from "./use-jobs";

const STOPPING = 20; // a running job may take so many looks, a quarter second apart, until it has stopped

type JobVerbsProps = Pick<JobView, "id" | "state" | "cancelRequestedAt">;

/** Cancel what runs, try again what ended badly. Progress changes nothing here. */
export const JobVerbs = memo(function JobVerbs({ id, state, cancelRequestedAt }: JobVerbsProps) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const sayWhy = useSayWhy();
  const settled = { onSettled: () => queries.invalidateQueries({ queryKey: ["jobs"] }), onError: sayWhy };
  const again = (isUndo: boolean) => ({
    mutationFn: () => postApiV1JobsByJobIdRetry({ path: { jobId: id }, throwOnError: true }),
    // Who takes a cancellation back at once may be faster than the job, which first has to stop.
    retry: (tries: number, error: unknown) =>
      isUndo && tries < STOPPING && problemOf(error).code === "job_not_retryable",
    retryDelay: 250,
    ...settled,
  });
  const retry = useMutation(again(false));
  const undo = useMutation(again(true));
  const cancel = useMutation({
    mutationFn: () => postApiV1JobsByJobIdCancel({ path: { jobId: id }, throwOnError: true }),
    onSuccess: () => toast(t`Cancelled`, () => undo.mutate()),
    ...settled,
  });

  if (isOpen({ state })) {
    const isStopping = cancel.isPending || cancelRequestedAt !== null;
    return (
      <Button onClick={() => cancel.mutate()} busy={isStopping}>
        {isStopping ? <Trans>Stopping</Trans> : <Trans>Cancel</Trans>}
      </Button>
    );
  }
  return state === "failed" || state === "cancelled" ? (
    <Button onClick={() => retry.mutate()} busy={retry.isPending}>
      <Trans>Try again</Trans>
    </Button>
  ) : null;
});
