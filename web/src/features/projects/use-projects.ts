import { useQuery } from "@tanstack/react-query";
import { getApiV1Projects, getApiV1ProjectsByProjectId } from "@/shared/api/generated";

const PAGE = 40;

export function useProjects(cursor?: string) {
  return useQuery({
    queryKey: ["projects", "list", cursor ?? ""],
    queryFn: async ({ signal }) =>
      (await getApiV1Projects({ query: { limit: PAGE, cursor }, signal, throwOnError: true })).data,
  });
}

export function useProject(projectId: string) {
  return useQuery({
    queryKey: ["projects", "one", projectId],
    queryFn: async ({ signal }) =>
      (await getApiV1ProjectsByProjectId({ path: { projectId }, signal, throwOnError: true })).data,
  });
}
