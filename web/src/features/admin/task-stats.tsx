import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useJobWords } from "@/features/jobs/job-words";
import { getApiV1TasksStats, type TaskStatsView } from "@/shared/api/generated";
import { seconds } from "@/shared/lib/format";
import { filterLook } from "@/shared/ui/filter";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";

const WINDOWS = ["1h", "24h", "7d"] as const;
const KINDS = 12;

/** How much was done, how fast, and what failed. */
export function TaskStats() {
  const { t } = useLingui();
  const { window = "24h" } = useSearch({ from: "/studio/admin/" });
  const stats = useQuery({
    queryKey: ["task-stats", window],
    queryFn: async ({ signal }) =>
      (await getApiV1TasksStats({ query: { window }, signal, throwOnError: true })).data,
    placeholderData: (old) => old,
  });
  const names = { "1h": t`An hour`, "24h": t`A day`, "7d": t`A week` };
  return (
    <section className="grid gap-4">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="text-2xl">
          <Trans>Work</Trans>
        </h3>
        <nav aria-label={t`Over how long`} className="flex gap-2">
          {WINDOWS.map((one) => (
            <Link
              key={one}
              to="/admin"
              search={{ window: one }}
              aria-current={one === window ? "page" : undefined}
              className={filterLook}
            >
              {names[one]}
            </Link>
          ))}
        </nav>
      </header>
      {stats.isPending ? (
        <Skeleton className="h-48" />
      ) : stats.error ? (
        <ErrorPanel error={stats.error} onRetry={() => void stats.refetch()} />
      ) : (
        <>
          <Figures stats={stats.data} />
          <Kinds stats={stats.data} />
        </>
      )}
    </section>
  );
}

function Figures({ stats }: { stats: TaskStatsView }) {
  const { i18n } = useI18n();
  const number = (value: number) => new Intl.NumberFormat(i18n.locale).format(value);
  const figures: [ReactNode, string][] = [
    [<Trans key="done">Done</Trans>, number(stats.runs.succeeded)],
    [<Trans key="failed">Failed</Trans>, number(stats.runs.failed)],
    [<Trans key="retried">Tried again</Trans>, number(stats.runs.retried)],
    [<Trans key="running">Running now</Trans>, number(stats.running)],
    [<Trans key="queued">Waiting now</Trans>, number(stats.queued)],
    [<Trans key="oldest">Longest wait now</Trans>, seconds(stats.oldestQueuedSeconds, i18n.locale)],
    [<Trans key="wait">Usual wait</Trans>, seconds(stats.wait?.p50 ?? null, i18n.locale)],
    [<Trans key="run">Usual run</Trans>, seconds(stats.run?.p50 ?? null, i18n.locale)],
  ];
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-rule bg-rule sm:grid-cols-4">
      {figures.map(([name, value], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <div key={at} className="flex flex-col-reverse bg-leaf px-4 py-3">
          <dt className="text-sm text-faded">{name}</dt>
          <dd className="font-display text-2xl tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Kinds({ stats }: { stats: TaskStatsView }) {
  const { i18n } = useI18n();
  const words = useJobWords();
  if (stats.kinds.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-labelledby="kinds">
      <table className="w-full min-w-xl text-left text-sm">
        <caption id="kinds" className="pb-2 text-left font-semibold">
          <Trans>By kind</Trans>
        </caption>
        <thead className="text-faded">
          <tr>
            <th scope="col" className="py-1 font-normal">
              <Trans>Kind</Trans>
            </th>
            <th scope="col" className="text-right font-normal">
              <Trans>Done</Trans>
            </th>
            <th scope="col" className="text-right font-normal">
              <Trans>Failed</Trans>
            </th>
            <th scope="col" className="text-right font-normal">
              <Trans>Usual run</Trans>
            </th>
            <th scope="col" className="text-right font-normal">
              <Trans>95 of 100 within</Trans>
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-rule tabular-nums">
          {stats.kinds.slice(0, KINDS).map((kind) => (
            <tr key={kind.kind}>
              <th scope="row" className="py-2 font-normal">
                {words.kind(kind.kind)}
              </th>
              <td className="text-right">{kind.runs.succeeded}</td>
              <td className="text-right">{kind.runs.failed}</td>
              <td className="text-right">{seconds(kind.run?.p50 ?? null, i18n.locale)}</td>
              <td className="text-right">{seconds(kind.run?.p95 ?? null, i18n.locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
