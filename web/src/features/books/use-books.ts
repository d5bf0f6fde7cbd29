import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import {
  type BookView,
  getApiV1Books,
  getApiV1BooksByBookId,
  getApiV1BooksByBookIdPages,
  getApiV1BooksByBookIdStatus,
} from "@/shared/api/generated";
import { listen } from "@/shared/api/live";

/** The newest books, of one project where asked. */
export function useBooks(limit: number, projectId?: string, cursor?: string) {
  return useQuery({
    queryKey: ["books", "list", limit, projectId ?? "", cursor ?? ""],
    queryFn: async ({ signal }) =>
      (await getApiV1Books({ query: { limit, projectId, cursor }, signal, throwOnError: true })).data,
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

/** How far the making or the change of a book is, live; when it ends, the book is read again. */
export function useBookStatus({ id: bookId, jobId, state: seen }: BookView) {
  const queries = useQueryClient();
  const making = seen === "generating";
  const status = useQuery({
    queryKey: ["books", "status", bookId, jobId],
    queryFn: async ({ signal }) =>
      (await getApiV1BooksByBookIdStatus({ path: { bookId }, signal, throwOnError: true })).data,
    enabled: jobId !== null,
    refetchInterval: making ? 5_000 : false, // the net under the live updates
  });
  useEffect(() => {
    if (!jobId || !making) return;
    return listen(
      `job:${jobId}`,
      () => void queries.invalidateQueries({ queryKey: ["books", "status", bookId, jobId] }),
    );
  }, [jobId, making, bookId, queries]);
  const { data, dataUpdatedAt } = status;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each newer answer counts, also one that says the same
  useEffect(() => {
    if (making && data && data.state !== "generating")
      void queries.invalidateQueries({ queryKey: ["books", "one", bookId] });
  }, [making, data, dataUpdatedAt, bookId, queries]);
  return status;
}

/** The pages of the last whole book; while another version is read, the one before stays. */
export function useBookPages(book: BookView | undefined) {
  return useQuery({
    queryKey: ["books", "pages", book?.id, book?.version],
    queryFn: async ({ signal }) =>
      (await getApiV1BooksByBookIdPages({ path: { bookId: book?.id ?? "" }, signal, throwOnError: true }))
        .data.items,
    enabled: (book?.version ?? 0) > 0,
    placeholderData: keepPreviousData,
  });
}
