import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import {
  getApiV1Tasks,
  getApiV1TasksByTaskId,
  getApiV1TasksLanes,
  type JobState,
} from "@/shared/api/generated";
import { type LiveEvent, listen } from "@/shared/api/live";

export interface TaskSearch {
  state?: JobState;
  lane?: string;
  owner?: string;
  text?: string;
  cursor?: string;
}

const PAGE = 50;
const CALM = 1_000; // milliseconds at least between two looks, however much happens

/** Reads again what is shown when something happened to anybody's work, at most once a second. */
export function useStudioEvents(...keys: string[]) {
  const queries = useQueryClient();
  const all = keys.join();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = listen("system", (_: LiveEvent | null) => {
      timer ??= setTimeout(() => {
        timer = null;
        for (const key of all.split(",")) void queries.invalidateQueries({ queryKey: [key] });
      }, CALM);
    });
    return () => {
      stop();
      if (timer) clearTimeout(timer);
    };
  }, [all, queries]);
}

export function useTasks(search: TaskSearch) {
  return useQuery({
    queryKey: ["tasks", "list", search],
    queryFn: async ({ signal }) =>
      (await getApiV1Tasks({ query: { ...search, limit: PAGE }, signal, throwOnError: true })).data,
    placeholderData: (old) => old,
  });
}

export function useTask(taskId: string) {
  return useQuery({
    queryKey: ["tasks", "one", taskId],
    queryFn: async ({ signal }) =>
      (await getApiV1TasksByTaskId({ path: { taskId }, signal, throwOnError: true })).data,
  });
}

export function useLanes() {
  return useQuery({
    queryKey: ["lanes"],
    queryFn: async ({ signal }) => (await getApiV1TasksLanes({ signal, throwOnError: true })).data,
  });
}
