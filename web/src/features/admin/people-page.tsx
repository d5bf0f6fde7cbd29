import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { getApiV1Users, type UserDetailView } from "@/shared/api/generated";
import { ago } from "@/shared/lib/format";
import { Pager } from "@/shared/ui/pager";
import { SearchBox } from "@/shared/ui/search-box";
import { Empty, ErrorPanel, Skeleton } from "@/shared/ui/states";
import { RoleMark } from "./role-mark";

const PAGE = 50;

export function PeoplePage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { q, cursor } = useSearch({ from: "/studio/admin/people" });
  const people = useQuery({
    queryKey: ["people", "list", q ?? "", cursor ?? ""],
    queryFn: async ({ signal }) =>
      (await getApiV1Users({ query: { search: q, cursor, limit: PAGE }, signal, throwOnError: true })).data,
    placeholderData: (old) => old,
  });
  return (
    <section className="grid gap-4">
      <h2 className="sr-only">
        <Trans>People</Trans>
      </h2>
      <SearchBox
        label={t`Name or e-mail address`}
        value={q ?? ""}
        onSearch={(text) =>
          void navigate({ to: "/admin/people", search: text ? { q: text } : {}, replace: true })
        }
      />
      {people.isPending ? (
        <Skeleton className="h-64" />
      ) : people.error ? (
        <ErrorPanel error={people.error} onRetry={() => void people.refetch()} />
      ) : people.data.items.length === 0 ? (
        <Empty title={<Trans>Nobody found</Trans>} />
      ) : (
        <ul className="divide-y divide-rule rounded-xl border border-rule bg-leaf">
          {people.data.items.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
      )}
      {people.data && <Pager cursor={cursor} next={people.data.nextCursor} />}
    </section>
  );
}

function PersonRow({ person }: { person: UserDetailView }) {
  const { i18n } = useI18n();
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3">
      <Link
        to="/admin/people/$userId"
        params={{ userId: person.id }}
        className="wrap-anywhere font-semibold text-ink"
      >
        {person.name || person.email}
      </Link>
      <span className="wrap-anywhere text-sm text-faded">{person.email}</span>
      <span className="ml-auto flex gap-3 text-sm">
        {person.isDisabled && (
          <span className="font-semibold text-alarm">
            <Trans>Disabled</Trans>
          </span>
        )}
        <RoleMark role={person.role} />
        <span className="text-faded">
          {person.lastLoginAt ? ago(person.lastLoginAt, i18n.locale) : <Trans>never here</Trans>}
        </span>
      </span>
    </li>
  );
}
