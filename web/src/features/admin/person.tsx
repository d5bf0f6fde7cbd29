import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { getApiV1UsersByUserId } from "@/shared/api/generated";

/** Who orders what nobody ordered. */
const STUDIO = "00000000-0000-0000-0000-000000000000";

export function usePerson(userId: string) {
  return useQuery({
    queryKey: ["people", "one", userId],
    queryFn: async ({ signal }) =>
      (await getApiV1UsersByUserId({ path: { userId }, signal, throwOnError: true })).data,
    staleTime: 60_000,
    enabled: userId !== STUDIO,
  });
}

/** A person by name, leading to their page; who is gone is told by the end of their number. */
export function Person({ id }: { id: string }) {
  const person = usePerson(id);
  if (id === STUDIO)
    return (
      <span className="text-faded">
        <Trans>The studio</Trans>
      </span>
    );
  return (
    <Link to="/admin/people/$userId" params={{ userId: id }} className="wrap-anywhere">
      {person.data ? person.data.name || person.data.email : `…${id.slice(-6)}`}
    </Link>
  );
}
