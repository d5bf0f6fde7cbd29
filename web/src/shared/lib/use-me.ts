import { useQuery } from "@tanstack/react-query";
import { getApiV1AuthMe } from "@/shared/api/generated";

/** The person who is signed in. */
export function useMe() {
  return useQuery({
    queryKey: ["me"],
    queryFn: async ({ signal }) => (await getApiV1AuthMe({ signal, throwOnError: true })).data,
  });
}
