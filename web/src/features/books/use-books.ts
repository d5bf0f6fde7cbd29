import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import {
  getApiV1Books,
  getApiV1BooksByBookId,
  getApiV1BooksByBookIdPages,
  getApiV1BooksByBookIdStatus,
} from "@/shared/api/generated";
import { listen } from "@/shared/api/live";

/** The newest books, of one project where asked. */
export function useBooks(limit: number, projectId?: string) {
  return useQuery({
    queryKey: ["books", "list", limit, projectId ?? ""],
    queryFn: async ({ signal }) =>
      (await getApiV1Books({ query: { limit, projectId }, signal, throwOnError: true })).data,
    refetchInterval: (query) =>
      query.state.data?.items.some((book) => book.state === "generating") ? 5_000 : false,
  });
}

export function useBook(bookId: string) {
  return useQuery({
    queryKey: ["books", "one", bookId],
    queryFn: async ({ signal }) =>
      (await getApiV1BooksByBookId({ path: { bookId }, signal, throwOnError: true })).data,
  });
}

/** How far the making is, live; when it ends, the book is read again. */
export function useBookStatus(bookId: string, jobId: string | null, enabled: boolean) {
  const queries = useQueryClient();
  const status = useQuery({
    queryKey: ["books", "status", bookId],
    queryFn: async ({ signal }) =>
      (await getApiV1BooksByBookIdStatus({ path: { bookId }, signal, throwOnError: true })).data,
    enabled,
    refetchInterval: enabled ? 5_000 : false, // the net under the live updates
  });
  useEffect(() => {
    if (!jobId || !enabled) return;
    return listen(
      `job:${jobId}`,
      () => void queries.invalidateQueries({ queryKey: ["books", "status", bookId] }),
    );
  }, [jobId, enabled, bookId, queries]);
  const state = status.data?.state;
  useEffect(() => {
    if (state && state !== "generating")
      void queries.invalidateQueries({ queryKey: ["books", "one", bookId] });
  }, [state, bookId, queries]);
  return status;
}

export function useBookPages(bookId: string, enabled: boolean) {
  return useQuery({
    queryKey: ["books", "pages", bookId],
    queryFn: async ({ signal }) =>
      (await getApiV1BooksByBookIdPages({ path: { bookId }, signal, throwOnError: true })).data.items,
    enabled,
  });
}
