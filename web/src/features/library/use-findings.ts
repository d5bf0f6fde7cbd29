import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import {
  type DocumentView,
  getApiV1DocumentsByDocumentIdAnalysis,
  getApiV1DocumentsByDocumentIdPeople,
  getApiV1DocumentsByDocumentIdPeopleByNumber,
  getApiV1DocumentsByDocumentIdQuotations,
  getApiV1DocumentsByDocumentIdRelations,
  getApiV1DocumentsByDocumentIdSearch,
  getApiV1DocumentsSearch,
  type Tier,
} from "@/shared/api/generated";

const MOST = 100; // items on a page
const QUOTATIONS = 20;
const HITS = 20;
const FOR_GOOD = Number.POSITIVE_INFINITY; // until the document is read anew, nothing of it changes

type Read = Pick<DocumentView, "id" | "analyzedAt">;

const of = ({ id, analyzedAt }: Read, what: string, ...more: unknown[]) => ({
  queryKey: ["documents", what, id, analyzedAt, ...more],
  enabled: analyzedAt !== null,
  staleTime: FOR_GOOD,
});

export function useAnalysis(document: Read) {
  return useQuery({
    ...of(document, "analysis"),
    queryFn: async ({ signal }) =>
      (
        await getApiV1DocumentsByDocumentIdAnalysis({
          path: { documentId: document.id },
          signal,
          throwOnError: true,
        })
      ).data,
  });
}

/** The most mentioned first. */
export function usePeople(document: Read, cursor?: string, limit = MOST) {
  return useQuery({
    ...of(document, "people", limit, cursor ?? ""),
    queryFn: async ({ signal }) =>
      (
        await getApiV1DocumentsByDocumentIdPeople({
          path: { documentId: document.id },
          query: { limit, cursor },
          signal,
          throwOnError: true,
        })
      ).data,
  });
}

export function usePerson(document: Read, number: number) {
  return useQuery({
    ...of(document, "person", number),
    queryFn: async ({ signal }) =>
      (
        await getApiV1DocumentsByDocumentIdPeopleByNumber({
          path: { documentId: document.id, number },
          signal,
          throwOnError: true,
        })
      ).data,
  });
}

/** What somebody says, in the order of the text. */
export function useQuotations(document: Read, person: number, tier?: Tier) {
  return useInfiniteQuery({
    ...of(document, "quotations", person, tier ?? "all"),
    queryFn: async ({ signal, pageParam }) =>
      (
        await getApiV1DocumentsByDocumentIdQuotations({
          path: { documentId: document.id },
          query: { limit: QUOTATIONS, cursor: pageParam, person, tier },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useRelations(document: Read) {
  return useQuery({
    ...of(document, "relations"),
    queryFn: async ({ signal }) =>
      (
        await getApiV1DocumentsByDocumentIdRelations({
          path: { documentId: document.id },
          signal,
          throwOnError: true,
        })
      ).data,
  });
}

/** Passages and names, of one document or of all, the best first. */
export function useHits(q: string, where: { documentId?: string; projectId?: string }) {
  const { documentId, projectId } = where;
  return useInfiniteQuery({
    queryKey: ["documents", "hits", documentId ?? "", projectId ?? "", q],
    queryFn: async ({ signal, pageParam }) => {
      const query = { q, limit: HITS, cursor: pageParam };
      const { data } = documentId
        ? await getApiV1DocumentsByDocumentIdSearch({
            path: { documentId },
            query,
            signal,
            throwOnError: true,
          })
        : await getApiV1DocumentsSearch({ query: { ...query, projectId }, signal, throwOnError: true });
      return data;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
}
