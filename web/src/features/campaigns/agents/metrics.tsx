import { Trans, useLingui } from "@lingui/react/macro";
import { useSearch } from "@tanstack/react-router";
import type { AgentMetricsView, MetricBucket } from "@/shared/api/generated";
import { Figure, Table } from "@/shared/ui/figure";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { useAmountWords } from "../money/standing";
import { tookText } from "../timeline/span-line";
import { useAgentMetrics, type Window } from "./use-agents";

/** How an agent has done, all of it counted from the recorded steps. */
export function Metrics({ agentId }: { agentId: string }) {
  const { window = "24h" } = useSearch({ from: "/studio/campaigns/agents/$agentId" });
  const metrics = useAgentMetrics(agentId, window);
  if (metrics.isPending) return <Skeleton className="h-64" />;
  if (metrics.error) return <ErrorPanel error={metrics.error} onRetry={() => void metrics.refetch()} />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <Facts metrics={metrics.data} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-2">
        <Steps series={metrics.data.series} window={window} />
        <Tokens series={metrics.data.series} window={window} />
      </div>
    </div>
  );
}

function Facts({ metrics }: { metrics: AgentMetricsView }) {
  const { t, i18n } = useLingui();
  const amounts = useAmountWords();
  const percent = (value: number | null) => (value === null ? "–" : i18n.number(value, { style: "percent" }));
  const took = (value: number | null) => (value === null ? "–" : tookText(value, i18n.locale));
  const facts: [string, string][] = [
    [t`Runs`, i18n.number(metrics.runs)],
    [t`Steps`, i18n.number(metrics.steps)],
    [t`Went well`, percent(metrics.successRate)],
    [t`Tried again`, i18n.number(metrics.retries)],
    [t`Half within`, took(metrics.p50Milliseconds)],
    [t`95 of 100 within`, took(metrics.p95Milliseconds)],
    [t`Tokens in`, i18n.number(metrics.inputTokens)],
    [t`Tokens out`, i18n.number(metrics.outputTokens)],
    [t`Cost`, amounts.amount("usd", metrics.costUsd)],
    [
      t`Mean score`,
      metrics.meanScore === null ? "–" : i18n.number(metrics.meanScore, { maximumFractionDigits: 1 }),
    ],
    [t`Revised`, percent(metrics.revisionRate)],
    [t`Accepted by people`, percent(metrics.humanAcceptRate)],
  ];
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-rule bg-rule sm:grid-cols-4 lg:grid-cols-6">
      {facts.map(([name, value]) => (
        <div key={name} className="flex flex-col-reverse justify-end bg-leaf px-4 py-3">
          <dt className="text-sm text-faded">{name}</dt>
          <dd className="font-display text-xl tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Series {
  series: readonly MetricBucket[];
  window: Window;
}

function useBucketName(window: Window) {
  const { i18n } = useLingui();
  const format = new Intl.DateTimeFormat(
    i18n.locale,
    window === "24h" ? { hour: "numeric" } : { day: "numeric", month: "short" },
  );
  return (bucket: MetricBucket) => format.format(Date.parse(bucket.from));
}

function Steps({ series, window }: Series) {
  const { t, i18n } = useLingui();
  const name = useBucketName(window);
  return (
    <Figure
      title={<Trans>Steps</Trans>}
      chart={
        series.every((one) => one.steps === 0) ? (
          <p className="text-faded">
            <Trans>No step was recorded in this time.</Trans>
          </p>
        ) : (
          <Columns
            columns={series.map((one) => ({
              key: one.from,
              name: name(one),
              value: one.steps,
              bad: one.errors,
            }))}
            says={t`Steps over time, failed ones darker; the table tells it in numbers`}
          />
        )
      }
      table={
        <Table caption={t`Steps over time`} heads={[t`From`, t`Steps`, t`Failed`]}>
          {series.map((one) => (
            <tr key={one.from}>
              <td>{name(one)}</td>
              <td className="tabular-nums">{i18n.number(one.steps)}</td>
              <td className="tabular-nums">{i18n.number(one.errors)}</td>
            </tr>
          ))}
        </Table>
      }
    />
  );
}

function Tokens({ series, window }: Series) {
  const { t, i18n } = useLingui();
  const amounts = useAmountWords();
  const name = useBucketName(window);
  return (
    <Figure
      title={<Trans>Tokens and cost</Trans>}
      chart={
        series.every((one) => one.tokens === 0) ? (
          <p className="text-faded">
            <Trans>No model was asked in this time, so nothing was spent.</Trans>
          </p>
        ) : (
          <Columns
            columns={series.map((one) => ({ key: one.from, name: name(one), value: one.tokens, bad: 0 }))}
            says={t`Tokens over time; the table tells them, and their cost, in numbers`}
          />
        )
      }
      table={
        <Table caption={t`Tokens and cost`} heads={[t`From`, t`Tokens`, t`Cost`]}>
          {series.map((one) => (
            <tr key={one.from}>
              <td>{name(one)}</td>
              <td className="tabular-nums">{i18n.number(one.tokens)}</td>
              <td className="tabular-nums">{amounts.amount("usd", one.costUsd)}</td>
            </tr>
          ))}
        </Table>
      }
    />
  );
}

const NAMED = 6; // columns with a name under them, at most

function Columns(props: {
  columns: readonly { key: string; name: string; value: number; bad: number }[];
  says: string;
}) {
  const { i18n } = useLingui();
  const most = Math.max(1, ...props.columns.map((one) => one.value));
  const every = Math.ceil(props.columns.length / NAMED);
  return (
    <div className="grid gap-1">
      <p className="text-sm tabular-nums text-faded">{i18n.number(most)}</p>
      <svg
        viewBox={`0 0 ${Math.max(1, props.columns.length)} 100`}
        preserveAspectRatio="none"
        role="img"
        aria-label={props.says}
        className="h-40 w-full border-b border-rule"
      >
        {props.columns.map(({ key, value, bad }, at) => (
          <g key={key}>
            <rect
              x={at + 0.15}
              width={0.7}
              y={100 - (100 * value) / most}
              height={(100 * value) / most}
              className="fill-cinnabar"
            />
            <rect
              x={at + 0.15}
              width={0.7}
              y={100 - (100 * bad) / most}
              height={(100 * bad) / most}
              className="fill-ink"
            />
          </g>
        ))}
      </svg>
      <p aria-hidden className="relative h-4 text-xs text-faded">
        {props.columns.map(
          ({ key, name }, at) =>
            at % every === 0 && (
              <span
                key={key}
                className="absolute whitespace-nowrap"
                style={{ left: `${(100 * at) / props.columns.length}%` }}
              >
                {name}
              </span>
            ),
        )}
      </p>
    </div>
  );
}
