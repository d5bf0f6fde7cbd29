import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { day, moment } from "@/shared/lib/format";
import { useMe } from "@/shared/lib/use-me";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { usePerson } from "./person";
import { PersonVerbs } from "./person-verbs";
import { RoleMark } from "./role-mark";

export function PersonPage() {
  const { userId } = useParams({ from: "/studio/admin/people/$userId" });
  const { i18n } = useLingui();
  const me = useMe();
  const person = usePerson(userId);
  if (person.isPending) return <Skeleton className="h-64" />;
  if (person.error) return <ErrorPanel error={person.error} onRetry={() => void person.refetch()} />;
  const one = person.data;
  return (
    <article className="grid max-w-2xl gap-6">
      <p className="text-sm">
        <Link to="/admin/people">
          <Trans>All people</Trans>
        </Link>
      </p>
      <header className="grid gap-1">
        <div className="flex flex-wrap items-baseline gap-3">
          <h2 className="wrap-anywhere text-2xl">{one.name || one.email}</h2>
          <RoleMark role={one.role} />
          {one.isDisabled && (
            <span className="text-sm font-semibold text-alarm">
              <Trans>Disabled</Trans>
            </span>
          )}
        </div>
        <p className="wrap-anywhere text-faded">{one.email}</p>
        <p className="text-sm text-faded">
          <Trans>Here since {day(one.createdAt, i18n.locale)}</Trans>
          {one.lastLoginAt && (
            <>
              {", "}
              <Trans>last login {moment(one.lastLoginAt, i18n.locale)}</Trans>
            </>
          )}
        </p>
      </header>
      <p className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
        <Link to="/admin/tasks" search={{ owner: one.id }}>
          <Trans>Their tasks</Trans>
        </Link>
        {me.data?.role === "admin" && (
          <>
            <Link to="/admin/audit" search={{ actor: one.id }}>
              <Trans>What they did</Trans>
            </Link>
            <Link to="/admin/audit" search={{ subject: one.id }}>
              <Trans>What was done to them</Trans>
            </Link>
            <Link to="/admin/campaigns" search={{ person: one.id }}>
              <Trans>What they may spend</Trans>
            </Link>
          </>
        )}
      </p>
      {me.data?.role === "admin" && <PersonVerbs person={one} />}
    </article>
  );
}
