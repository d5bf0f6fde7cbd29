import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import {
  getApiV1Jobs,
  getApiV1JobsByJobId,
  type JobDetailView,
  type JobState,
  type JobView,
} from "@/shared/api/generated";
import { type LiveEvent, listen } from "@/shared/api/live";

export const isOpen = (job: JobView) => job.state === "queued" || job.state === "running";

/** The newest jobs, kept up to date by what happens to the open ones. */
export function useJobs(state?: JobState) {
  const queries = useQueryClient();
  const key = ["jobs", "list", state ?? "all"];
  const list = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const { data } = await getApiV1Jobs({ query: { limit: 50, state }, signal, throwOnError: true });
      return data;
    },
  });
  const open = (list.data?.items ?? []).filter(isOpen).map((job) => job.id);
  const ids = open.join();
  useEffect(() => {
    const stops = (ids ? ids.split(",") : []).map((id) =>
      listen(`job:${id}`, (event) => {
        if (event?.type === "progress")
          queries.setQueriesData<typeof list.data>(
            { queryKey: ["jobs", "list"] },
            (old) =>
              old && {
                ...old,
                items: old.items.map((job) => (job.id === id ? withProgress(job, event) : job)),
              },
          );
        else void queries.invalidateQueries({ queryKey: ["jobs", "list"] });
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [ids, queries]);
  return list;
}

/** One job with its steps, live. */
export function useJob(id: string) {
  const queries = useQueryClient();
  const key = ["jobs", "one", id];
  const job = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const { data } = await getApiV1JobsByJobId({ path: { jobId: id }, signal, throwOnError: true });
      return data;
    },
  });
  useEffect(
    () =>
      listen(`job:${id}`, (event) => {
        if (event?.type === "progress")
          queries.setQueryData<JobDetailView>(["jobs", "one", id], (old) => old && withProgress(old, event));
        else void queries.invalidateQueries({ queryKey: ["jobs", "one", id] });
      }),
    [id, queries],
  );
  return job;
}

/** An older event never overwrites a newer answer. */
export function withProgress<T extends JobView>(job: T, event: LiveEvent): T {
  if (event.seq <= job.lastSeq) return job;
  const { fraction, message } = event.data as { fraction: number; message: string | null };
  return { ...job, lastSeq: event.seq, progress: { fraction, message } };
}
