import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { isOpen, useJob } from "@/features/jobs/use-jobs";
import {
  getApiV1Models,
  getApiV1Videos,
  getApiV1VideosByVideoId,
  type VideoView,
} from "@/shared/api/generated";

/** The newest films, of one project where asked. */
export function useVideos(limit: number, projectId?: string, cursor?: string) {
  return useQuery({
    queryKey: ["videos", "list", limit, projectId ?? "", cursor ?? ""],
    queryFn: async ({ signal }) =>
      (await getApiV1Videos({ query: { limit, projectId, cursor }, signal, throwOnError: true })).data,
    refetchInterval: (query) =>
      query.state.data?.items.some((video) => video.state === "rendering") ? 5_000 : false,
  });
}

export function useVideo(videoId: string) {
  return useQuery({
    queryKey: ["videos", "one", videoId],
    queryFn: async ({ signal }) =>
      (await getApiV1VideosByVideoId({ path: { videoId }, signal, throwOnError: true })).data,
    refetchInterval: (query) => (query.state.data?.state === "rendering" ? 5_000 : false), // the net under the live updates
  });
}

/** The job that makes a film, live; when it ends, the film is read again. */
export function useMakingJob(video: VideoView, jobId: string) {
  const queries = useQueryClient();
  const job = useJob(jobId);
  const isOver = job.data !== undefined && !isOpen(job.data);
  const rendering = video.state === "rendering";
  useEffect(() => {
    if (isOver && rendering) void queries.invalidateQueries({ queryKey: ["videos"] });
  }, [isOver, rendering, queries]);
  return job;
}

/** What can render a film. */
export function useVideoModels() {
  return useQuery({
    queryKey: ["videos", "models"],
    queryFn: async ({ signal }) => (await getApiV1Models({ signal, throwOnError: true })).data.videos,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
