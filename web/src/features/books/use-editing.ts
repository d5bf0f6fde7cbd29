import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import {
  type BookView,
  type ChangePageRequest,
  getApiV1BooksByBookIdPagesByNumber,
  getApiV1BooksByBookIdVersions,
  type PagePart,
  patchApiV1BooksByBookIdPagesByNumber,
  postApiV1BooksByBookIdPagesByNumberLock,
  postApiV1BooksByBookIdPagesByNumberMeasure,
  postApiV1BooksByBookIdPagesByNumberRegenerate,
  postApiV1BooksByBookIdPagesByNumberUnlock,
  postApiV1BooksByBookIdVersionsByNumberRestore,
  type StoryPageView,
} from "@/shared/api/generated";

const TYPING = 350; // milliseconds without a key until the words are measured

export function useStoryPage(book: BookView, number: number) {
  return useQuery({
    queryKey: ["books", "page", book.id, book.version, number],
    queryFn: async ({ signal }) =>
      (
        await getApiV1BooksByBookIdPagesByNumber({
          path: { bookId: book.id, number },
          signal,
          throwOnError: true,
        })
      ).data,
  });
}

/** How hard the words are to read, a moment after the last key. */
export function useReading(page: StoryPageView, bookId: string, text: string) {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING);
    return () => clearTimeout(timer);
  }, [text]);
  const changed = settled !== page.text;
  const measured = useQuery({
    queryKey: ["books", "reading", bookId, page.number, settled],
    queryFn: async ({ signal }) =>
      (
        await postApiV1BooksByBookIdPagesByNumberMeasure({
          path: { bookId, number: page.number },
          body: { text: settled },
          signal,
          throwOnError: true,
        })
      ).data,
    enabled: changed,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return changed ? (measured.data ?? page.readability) : page.readability;
}

export function useVersions(book: BookView) {
  return useQuery({
    queryKey: ["books", "versions", book.id, book.version],
    queryFn: async ({ signal }) =>
      (await getApiV1BooksByBookIdVersions({ path: { bookId: book.id }, signal, throwOnError: true })).data
        .items,
    placeholderData: keepPreviousData,
  });
}

/** What can be done to a page. Each answers at once; the book shows it when its job has made it anew. */
export function usePageChanges(book: BookView, number: number) {
  const queries = useQueryClient();
  const path = { bookId: book.id, number };
  const readAgain = () => queries.invalidateQueries({ queryKey: ["books"] });
  const save = useMutation({
    mutationFn: (change: Omit<ChangePageRequest, "version">) =>
      patchApiV1BooksByBookIdPagesByNumber({
        path,
        body: { version: book.version, ...change },
        throwOnError: true,
      }),
    onSettled: readAgain,
  });
  const regenerate = useMutation({
    mutationFn: (part: PagePart) =>
      postApiV1BooksByBookIdPagesByNumberRegenerate({
        path,
        body: { version: book.version, part },
        throwOnError: true,
      }),
    onSettled: readAgain,
  });
  const lock = useMutation({
    mutationFn: async (locked: boolean) =>
      locked
        ? await postApiV1BooksByBookIdPagesByNumberLock({ path, throwOnError: true })
        : await postApiV1BooksByBookIdPagesByNumberUnlock({ path, throwOnError: true }),
    onSettled: readAgain,
  });
  return { save, regenerate, lock };
}

export function useRestore(book: BookView) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (number: number) =>
      postApiV1BooksByBookIdVersionsByNumberRestore({
        path: { bookId: book.id, number },
        body: { version: book.version },
        throwOnError: true,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["books"] }),
  });
}
