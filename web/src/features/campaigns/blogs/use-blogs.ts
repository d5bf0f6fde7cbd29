import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { isOpen, useJob } from "@/features/jobs/use-jobs";
import {
  getApiV1Blogs,
  getApiV1BlogsBlocks,
  getApiV1BlogsByBlogId,
  getApiV1BlogsByBlogIdPosts,
  getApiV1PostsByPostId,
} from "@/shared/api/generated";

const BLOCKS = 100;

export function useBlogs(query: { limit: number; search?: string; cursor?: string }) {
  return useQuery({
    queryKey: ["blogs", "list", query],
    queryFn: async ({ signal }) => (await getApiV1Blogs({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

export function useBlog(blogId: string) {
  return useQuery({
    queryKey: ["blogs", "one", blogId],
    queryFn: async ({ signal }) =>
      (await getApiV1BlogsByBlogId({ path: { blogId }, signal, throwOnError: true })).data,
  });
}

export function usePosts(blogId: string, limit: number, cursor?: string) {
  return useQuery({
    queryKey: ["blogs", "posts", blogId, limit, cursor ?? ""],
    queryFn: async ({ signal }) =>
      (
        await getApiV1BlogsByBlogIdPosts({
          path: { blogId },
          query: { limit, cursor },
          signal,
          throwOnError: true,
        })
      ).data,
  });
}

export function usePost(postId: string) {
  return useQuery({
    queryKey: ["blogs", "post", postId],
    queryFn: async ({ signal }) =>
      (await getApiV1PostsByPostId({ path: { postId }, signal, throwOnError: true })).data,
  });
}

export function useBlocks() {
  return useQuery({
    queryKey: ["blogs", "blocks"],
    queryFn: async ({ signal }) =>
      (await getApiV1BlogsBlocks({ query: { limit: BLOCKS }, signal, throwOnError: true })).data,
  });
}

/** A job that looks for blogs or reads one, live; what it brought is fetched as it comes. */
export function useScouting(jobId: string) {
  const queries = useQueryClient();
  const job = useJob(jobId);
  const isOver = job.data !== undefined && !isOpen(job.data);
  const progress = job.data?.progress?.fraction ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each step there may be another blog
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ["blogs"] });
  }, [isOver, progress, queries]);
  return { job, isOver };
}
