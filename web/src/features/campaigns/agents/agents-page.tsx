import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useSearch } from "@tanstack/react-router";
import type { AgentView } from "@/shared/api/generated";
import { ago } from "@/shared/lib/format";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { useCampaignWords } from "../campaign-words";
import { useAmountWords } from "../money/standing";
import { SectionHead } from "../section-head";
import { useAgentMetrics, useAgentStatus, useAgents } from "./use-agents";
import { Windows } from "./windows";

/** The four of the crew, what each does just now, and how each has done. */
export function AgentsPage() {
  const { t } = useLingui();
  const agents = useAgents();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <SectionHead title={t`The crew`} />
      <Windows to="/campaigns/agents" />
      {agents.isPending ? (
        <Skeleton className="h-96" />
      ) : agents.error ? (
        <ErrorPanel error={agents.error} onRetry={() => void agents.refetch()} />
      ) : (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-2">
          {agents.data.map((agent) => (
            <Card key={agent.id} agent={agent} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Card({ agent }: { agent: AgentView }) {
  const { t, i18n } = useLingui();
  const words = useCampaignWords();
  const amounts = useAmountWords();
  const { window = "24h" } = useSearch({ from: "/studio/campaigns/agents" });
  const metrics = useAgentMetrics(agent.id, window);
  const percent = (value: number | null) => (value === null ? "–" : i18n.number(value, { style: "percent" }));
  const facts: [string, string][] = metrics.data
    ? [
        [t`Steps`, i18n.number(metrics.data.steps)],
        [t`Went well`, percent(metrics.data.successRate)],
        [t`Accepted by people`, percent(metrics.data.humanAcceptRate)],
        [t`Cost`, amounts.amount("usd", metrics.data.costUsd)],
      ]
    : [];
  return (
    <li className="grid content-start gap-3 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="text-2xl">
          <Link to="/campaigns/agents/$agentId" params={{ agentId: agent.id }} className="text-ink">
            {words.role(agent.role)}
          </Link>
        </h2>
        <Standing agentId={agent.id} />
        {agent.isOwn && (
          <span className="text-sm text-faded">
            <Trans>your version {agent.version}</Trans>
          </span>
        )}
      </div>
      <p className="wrap-anywhere">{agent.goal}</p>
      {metrics.isPending ? (
        <Skeleton className="h-16" />
      ) : metrics.error ? (
        <ErrorPanel error={metrics.error} onRetry={() => void metrics.refetch()} />
      ) : (
        <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {facts.map(([name, value]) => (
            <div key={name} className="flex flex-col-reverse justify-end">
              <dt className="text-sm text-faded">{name}</dt>
              <dd className="font-display text-xl tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

export function Standing({ agentId }: { agentId: string }) {
  const { i18n } = useLingui();
  const words = useCampaignWords();
  const status = useAgentStatus(agentId);
  if (!status.data) return null;
  const [work] = status.data.work;
  if (work)
    return (
      <span className="min-w-0 text-sm font-semibold text-cinnabar-deep wrap-anywhere">
        {words.operation(work.operation)}: {work.subject}
      </span>
    );
  return (
    <span className="text-sm text-faded">
      {status.data.lastSeenAt ? (
        <Trans>idle, last at work {ago(status.data.lastSeenAt, i18n.locale)}</Trans>
      ) : (
        <Trans>has not worked yet</Trans>
      )}
    </span>
  );
}
