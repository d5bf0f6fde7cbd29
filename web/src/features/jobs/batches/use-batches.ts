import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import {
  type BatchState,
  type BatchView,
  getApiV1Batch,
  getApiV1BatchByBatchId,
  getApiV1BatchByBatchIdItems,
  postApiV1BatchByBatchIdCancel,
  postApiV1BatchByBatchIdRetryFailed,
} from "@/shared/api/generated";
import { listen } from "@/shared/api/live";

const ROWS = 50;

export const isUnderWay = (state: BatchState) => state === "queued" || state === "running";

export function useBatches(cursor?: string) {
  return useQuery({
    queryKey: ["batches", "list", cursor ?? ""],
    queryFn: async ({ signal }) =>
      (await getApiV1Batch({ query: { limit: 25, cursor }, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
    refetchInterval: (query) =>
      query.state.data?.items.some((batch) => isUnderWay(batch.state)) ? 5_000 : false,
  });
}

/** One batch, live: what happens is sent as the whole batch, a few times a second. */
export function useBatch(batchId: string) {
  const queries = useQueryClient();
  const batch = useQuery({
    queryKey: ["batches", "one", batchId],
    queryFn: async ({ signal }) =>
      (await getApiV1BatchByBatchId({ path: { batchId }, signal, throwOnError: true })).data,
    refetchInterval: (query) => (query.state.data && isUnderWay(query.state.data.state) ? 10_000 : false),
  });
  useEffect(
    () =>
      listen(`batch:${batchId}`, (event) => {
        if (event?.type === "batch" && event.data)
          queries.setQueryData<BatchView>(["batches", "one", batchId], event.data as BatchView);
        else void queries.invalidateQueries({ queryKey: ["batches", "one", batchId] });
      }),
    [batchId, queries],
  );
  return batch;
}

/** Its books in the order they were asked for. */
export function useBatchItems(
  batchId: string,
  cursor: string | undefined,
  underWay: boolean,
  settled: number,
) {
  const queries = useQueryClient();
  const items = useQuery({
    queryKey: ["batches", "items", batchId, cursor ?? ""],
    queryFn: async ({ signal }) =>
      (
        await getApiV1BatchByBatchIdItems({
          path: { batchId },
          query: { limit: ROWS, cursor },
          signal,
          throwOnError: true,
        })
      ).data,
    refetchInterval: underWay ? 2_000 : false,
  });
  // The last book's end is also the end of the asking: it is read once more then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each book that ends is a reason
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ["batches", "items", batchId] });
  }, [batchId, queries, settled, underWay]);
  return items;
}

export function useBatchActions(batchId: string) {
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: ["batches"] });
  const path = { batchId };
  const cancel = useMutation({
    mutationFn: () => postApiV1BatchByBatchIdCancel({ path, throwOnError: true }),
    onSettled,
  });
  const retry = useMutation({
    mutationFn: () => postApiV1BatchByBatchIdRetryFailed({ path, throwOnError: true }),
    onSettled,
  });
  return { cancel, retry };
}
