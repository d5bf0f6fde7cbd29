import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  getApiV1VideosByVideoIdStoryboard,
  postApiV1VideosByVideoIdRender,
  putApiV1VideosByVideoIdStoryboard,
  type Storyboard,
  type StoryboardView,
} from "@/shared/api/generated";

export function useStoryboard(videoId: string) {
  return useQuery({
    queryKey: ["videos", "storyboard", videoId],
    queryFn: async ({ signal }) =>
      (await getApiV1VideosByVideoIdStoryboard({ path: { videoId }, signal, throwOnError: true })).data,
  });
}

/** Puts the whole storyboard in the place of the one that was seen, and has the film rendered from it. */
export function useStoryboardChanges(videoId: string) {
  const queries = useQueryClient();
  const readAgain = () => queries.invalidateQueries({ queryKey: ["videos"] });
  const save = useMutation({
    mutationFn: async (body: { version: number; storyboard: Storyboard }) =>
      (await putApiV1VideosByVideoIdStoryboard({ path: { videoId }, body, throwOnError: true })).data,
    onSuccess: (saved) => {
      queries.setQueryData<StoryboardView>(["videos", "storyboard", videoId], saved);
    },
    onSettled: readAgain,
  });
  const render = useMutation({
    mutationFn: () => postApiV1VideosByVideoIdRender({ path: { videoId }, throwOnError: true }),
    onSettled: readAgain,
  });
  return { save, render };
}
