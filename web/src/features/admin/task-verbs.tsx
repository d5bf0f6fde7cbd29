import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isOpen } from "@/features/jobs/use-jobs";
import {
  postApiV1TasksByTaskIdCancel,
  postApiV1TasksByTaskIdRetry,
  type TaskView,
} from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { useSayWhy } from "@/shared/ui/say-why";

/** Queues a task again, from one of its finished steps on where asked. */
export function useRetryTask(taskId: string) {
  const queries = useQueryClient();
  const sayWhy = useSayWhy();
  return useMutation({
    mutationFn: (fromStep: string | null) =>
      postApiV1TasksByTaskIdRetry({ path: { taskId }, body: { fromStep }, throwOnError: true }),
    onError: sayWhy,
    onSettled: () => queries.invalidateQueries({ queryKey: ["tasks"] }),
  });
}

export function TaskVerbs({ task }: { task: TaskView }) {
  const queries = useQueryClient();
  const sayWhy = useSayWhy();
  const retry = useRetryTask(task.id);
  const cancel = useMutation({
    mutationFn: () => postApiV1TasksByTaskIdCancel({ path: { taskId: task.id }, throwOnError: true }),
    onError: sayWhy,
    onSettled: () => queries.invalidateQueries({ queryKey: ["tasks"] }),
  });
  if (isOpen(task))
    return (
      <Button onClick={() => cancel.mutate()} busy={cancel.isPending || task.cancelRequestedAt !== null}>
        <Trans>Cancel</Trans>
      </Button>
    );
  return task.state === "succeeded" ? null : (
    <Button onClick={() => retry.mutate(null)} busy={retry.isPending}>
      <Trans>Try again</Trans>
    </Button>
  );
}
