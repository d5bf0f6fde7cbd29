import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import clsx from "clsx";
import { type AuditLineView, getApiV1AdminAudit } from "@/shared/api/generated";
import { moment } from "@/shared/lib/format";
import { useMe } from "@/shared/lib/use-me";
import { Forbidden } from "@/shared/ui/forbidden";
import { Pager } from "@/shared/ui/pager";
import { Empty, ErrorPanel, Skeleton } from "@/shared/ui/states";
import { AuditFilters, auditQuery } from "./audit-filters";
import { AuditProof } from "./audit-proof";
import { Person } from "./person";

const PAGE = 50;

export function AuditPage() {
  const me = useMe();
  const search = useSearch({ from: "/studio/admin/audit" });
  const lines = useQuery({
    queryKey: ["audit", search],
    queryFn: async ({ signal }) =>
      (
        await getApiV1AdminAudit({
          query: { ...auditQuery(search), cursor: search.cursor, limit: PAGE },
          signal,
          throwOnError: true,
        })
      ).data,
    placeholderData: (old) => old,
    enabled: me.data?.role === "admin",
  });
  if (me.data && me.data.role !== "admin") return <Forbidden />;
  return (
    <section className="grid gap-5">
      <h2 className="sr-only">
        <Trans>Audit</Trans>
      </h2>
      <AuditFilters search={search} />
      <AuditProof search={search} />
      {lines.isPending ? (
        <Skeleton className="h-64" />
      ) : lines.error ? (
        <ErrorPanel error={lines.error} onRetry={() => void lines.refetch()} />
      ) : lines.data.items.length === 0 ? (
        <Empty title={<Trans>Nothing of that kind happened</Trans>} />
      ) : (
        <ul className="divide-y divide-rule rounded-xl border border-rule bg-leaf">
          {lines.data.items.map((line) => (
            <AuditRow key={line.id} line={line} />
          ))}
        </ul>
      )}
      {lines.data && <Pager cursor={search.cursor} next={lines.data.nextCursor} />}
    </section>
  );
}

function AuditRow({ line }: { line: AuditLineView }) {
  const { i18n } = useLingui();
  return (
    <li className="grid gap-1 px-4 py-3 text-sm">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <code className="font-semibold">{line.action}</code>
        <span className={clsx(line.outcome === "ok" ? "text-moss" : "font-semibold text-alarm")}>
          {line.outcome === "ok" ? (
            <Trans>done</Trans>
          ) : line.outcome === "failed" ? (
            <Trans>failed</Trans>
          ) : (
            <Trans>refused</Trans>
          )}
        </span>
        <time dateTime={line.at} className="ml-auto tabular-nums text-faded">
          {moment(line.at, i18n.locale)}
        </time>
      </div>
      <div className="flex flex-wrap gap-x-4 gap-y-1 text-faded">
        {line.actorId && (
          <span>
            <Trans>
              by <Person id={line.actorId} />
            </Trans>
          </span>
        )}
        {line.subjectId && line.subjectId !== line.actorId && (
          <span>
            <Trans>to</Trans>{" "}
            {line.subjectKind === "user" ? (
              <Person id={line.subjectId} />
            ) : (
              <code>
                {line.subjectKind} …{line.subjectId.slice(-6)}
              </code>
            )}
          </span>
        )}
        {line.address && <span>{line.address}</span>}
        {line.details != null && <code className="wrap-anywhere">{JSON.stringify(line.details)}</code>}
      </div>
    </li>
  );
}
