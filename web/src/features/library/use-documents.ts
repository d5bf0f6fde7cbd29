import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { isOpen, useJob } from "@/features/jobs/use-jobs";
import {
  type DocumentView,
  getApiV1Documents,
  getApiV1DocumentsByDocumentId,
  getApiV1DocumentsByDocumentIdContents,
} from "@/shared/api/generated";

const LOOK = 5_000; // milliseconds: the net under the live updates

export function useDocuments(limit: number, projectId?: string, cursor?: string) {
  return useQuery({
    queryKey: ["documents", "list", limit, projectId ?? "", cursor ?? ""],
    queryFn: async ({ signal }) =>
      (await getApiV1Documents({ query: { limit, projectId, cursor }, signal, throwOnError: true })).data,
    refetchInterval: (query) =>
      query.state.data?.items.some((document) => document.state === "processing") ? LOOK : false,
  });
}

export function useDocument(documentId: string) {
  return useQuery({
    queryKey: ["documents", "one", documentId],
    queryFn: async ({ signal }) =>
      (await getApiV1DocumentsByDocumentId({ path: { documentId }, signal, throwOnError: true })).data,
    refetchInterval: (query) => (query.state.data?.state === "processing" ? LOOK : false),
  });
}

/** Chapters and pages of a text that has been read; another reading has others. */
export function useContents({ id: documentId, readAt }: Pick<DocumentView, "id" | "readAt">) {
  return useQuery({
    queryKey: ["documents", "contents", documentId, readAt],
    queryFn: async ({ signal }) =>
      (await getApiV1DocumentsByDocumentIdContents({ path: { documentId }, signal, throwOnError: true }))
        .data,
    enabled: readAt !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The job that reads a document, live; what it finished is fetched again. */
export function useReadingJob(document: DocumentView, jobId: string) {
  const queries = useQueryClient();
  const job = useJob(jobId);
  const isOver = job.data !== undefined && !isOpen(job.data);
  // Each finished step brings something: the text, then what is in it.
  const steps = job.data?.steps?.length ?? 0;
  const isShownAsOpen = document.state === "processing";
  useEffect(() => {
    if (isShownAsOpen && (isOver || steps > 0)) void queries.invalidateQueries({ queryKey: ["documents"] });
  }, [isOver, steps, isShownAsOpen, queries]);
  return job;
}
