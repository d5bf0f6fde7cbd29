import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { ErrorPanel, Skeleton, Unshown } from "@/shared/ui/states";
import { useCampaignWords } from "../campaign-words";
import { Standing } from "./agents-page";
import { Instructions } from "./instructions";
import { Metrics } from "./metrics";
import { Runs } from "./runs";
import { useAgent } from "./use-agents";
import { Windows } from "./windows";

/** One of the crew: how it does, what it is told, and work for it alone. */
export function AgentPage() {
  const { t } = useLingui();
  const words = useCampaignWords();
  const { agentId } = useParams({ from: "/studio/campaigns/agents/$agentId" });
  const agent = useAgent(agentId);
  if (agent.isPending)
    return (
      <Unshown name={t`Agent`}>
        <Skeleton className="h-96" />
      </Unshown>
    );
  if (agent.error)
    return (
      <Unshown name={t`Agent`}>
        <ErrorPanel error={agent.error} onRetry={() => void agent.refetch()} />
      </Unshown>
    );
  const { role, goal, tools, model } = agent.data;
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <header className="grid gap-2">
        <p className="text-sm" data-screen-only>
          <Link to="/campaigns/agents">
            <Trans>The whole crew</Trans>
          </Link>
        </p>
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h1 className="text-4xl">{words.role(role)}</h1>
          <Standing agentId={agentId} />
        </div>
        <p className="max-w-2xl wrap-anywhere">{goal}</p>
        <p className="flex flex-wrap gap-x-4 text-sm text-faded">
          <span>
            {model ? <Trans>asks {model}</Trans> : <Trans>asks the studio’s model, where it has one</Trans>}
          </span>
          {tools.length > 0 && <span>{tools.join(", ")}</span>}
        </p>
      </header>
      <Windows to="/campaigns/agents/$agentId" agentId={agentId} />
      <Metrics agentId={agentId} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2">
        <Instructions key={agent.data.version} agent={agent.data} />
        <Runs agent={agent.data} />
      </div>
    </article>
  );
}
