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
import { useMe } from "@/shared/lib/use-me";

const PAGE = 50;
const PAST = 20;
const MINUTE = 60_000;
const BURST = 3; // milliseconds: a burst comes within a few
const CALM = 400; // milliseconds between two readings of a list, however much begins and ends

export const isOpen = (job: Pick<JobView, "state">) => job.state === "queued" || job.state === "running";

/** One's jobs, the newest first, kept up to date by what happens to any of them. */
export function useJobs(state?: JobState, cursor?: string) {
  const queries = useQueryClient();
  const me = useMe().data?.id;
  const list = useQuery({
    queryKey: ["jobs", "list", state ?? "all", cursor ?? ""],
    queryFn: async ({ signal }) => {
      const { data } = await getApiV1Jobs({
        query: { limit: PAGE, state, cursor },
        signal,
        throwOnError: true,
      });
      return data;
    },
  });
  useEffect(() => {
    if (!me) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const newest = new Map<string, LiveEvent>(); // they come in bursts, and the list is drawn once for all of one
    let burst: ReturnType<typeof setTimeout> | null = null;
    function show() {
      burst = null;
      queries.setQueriesData<typeof list.data>(
        { queryKey: ["jobs", "list"] },
        (old) => old && { ...old, items: old.items.map((job) => withProgress(job, newest.get(job.id))) },
      );
      newest.clear();
    }
    const stop = listen(`user:${me}`, (event) => {
      if (event?.type === "progress" && event.jobId) {
        newest.set(event.jobId, event);
        burst ??= setTimeout(show, BURST);
      } else if (event?.type !== "step")
        timer ??= setTimeout(() => {
          timer = null;
          void queries.invalidateQueries({ queryKey: ["jobs", "list"] });
          void queries.invalidateQueries({ queryKey: ["jobs", "waiting"] });
        }, CALM);
    });
    return () => {
      stop();
      if (timer) clearTimeout(timer);
      if (burst) clearTimeout(burst);
    };
  }, [me, queries]);
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
export function withProgress<T extends JobView>(job: T, event?: LiveEvent): T {
  if (!event || event.seq <= job.lastSeq) return job;
  const { fraction, message } = event.data as { fraction: number; message: string | null };
  return { ...job, lastSeq: event.seq, progress: { fraction, message } };
}

/** The last jobs of a kind that went well: how long its like takes. */
export function usePastJobs(kind: string) {
  return useQuery({
    queryKey: ["jobs", "past", kind],
    queryFn: async ({ signal }) =>
      (
        await getApiV1Jobs({
          query: { state: "succeeded", kind, limit: PAST },
          signal,
          throwOnError: true,
        })
      ).data.items,
    staleTime: MINUTE,
  });
}
