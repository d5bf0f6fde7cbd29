import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type AgentRunView, type AgentView, postApiV1AgentsByAgentIdRun } from "@/shared/api/generated";
import { ago } from "@/shared/lib/format";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { useAmountWords } from "../money/standing";
import { linesOf, wordsOf } from "../wizard/plan";
import { AloneFields } from "./alone-fields";
import { useAgentRuns } from "./use-agents";

/** Where an agent worked last, and a way to give it work outside any campaign. */
export function Runs({ agent }: { agent: AgentView }) {
  const runs = useAgentRuns(agent.id);
  const [isAsking, setAsking] = useState(false);
  return (
    <section
      className="grid gap-4 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf"
      aria-labelledby="runs"
    >
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="runs" className="text-2xl">
          <Trans>Its work</Trans>
        </h2>
        <Button onClick={() => setAsking(true)}>
          <Trans>Have it work alone</Trans>
        </Button>
      </header>
      {runs.isPending ? (
        <Skeleton className="h-32" />
      ) : runs.error ? (
        <ErrorPanel error={runs.error} onRetry={() => void runs.refetch()} />
      ) : runs.data.items.length === 0 ? (
        <p className="text-faded">
          <Trans>None yet.</Trans>
        </p>
      ) : (
        <ul className="divide-y divide-rule">
          {runs.data.items.map((run) => (
            <Run key={run.id} run={run} />
          ))}
        </ul>
      )}
      {isAsking && <Alone agent={agent} onClose={() => setAsking(false)} />}
    </section>
  );
}

function Run({ run }: { run: AgentRunView }) {
  const { t, i18n } = useLingui();
  const amounts = useAmountWords();
  const states: Record<string, string> = {
    queued: t`waits`,
    running: t`at work`,
    succeeded: t`done`,
    failed: t`failed`,
    cancelled: t`cancelled`,
  };
  return (
    <li className="flex flex-wrap gap-x-3 py-2 text-sm">
      {run.campaignId ? (
        <Link to="/campaigns/$campaignId/timeline" params={{ campaignId: run.campaignId }}>
          <Trans>In a campaign</Trans>
        </Link>
      ) : run.jobId ? (
        <Link to="/jobs/$jobId" params={{ jobId: run.jobId }}>
          <Trans>Alone</Trans>
        </Link>
      ) : (
        <span>
          <Trans>Alone</Trans>
        </span>
      )}
      <span className="font-semibold">{states[run.state] ?? run.state}</span>
      <time dateTime={run.startedAt} className="text-faded">
        {ago(run.startedAt, i18n.locale)}
      </time>
      <span className="text-faded">
        <Plural value={run.spans} one="# step" other="# steps" />
      </span>
      {run.costUsd > 0 && (
        <span className="tabular-nums text-faded">{amounts.amount("usd", run.costUsd)}</span>
      )}
      {run.errorCode && <span className="text-alarm">{run.errorCode}</span>}
    </li>
  );
}

function Alone({ agent, onClose }: { agent: AgentView; onClose: () => void }) {
  const queries = useQueryClient();
  const form = useForm(async (fields) => {
    await postApiV1AgentsByAgentIdRun({
      path: { agentId: agent.id },
      body: {
        task: fields.task?.trim() || null,
        seeds: linesOf(fields.seeds ?? ""),
        keywords: wordsOf(fields.keywords ?? ""),
        campaignId: fields.campaignId || null,
        postId: fields.postId || null,
      },
      throwOnError: true,
    });
    void queries.invalidateQueries({ queryKey: ["agents", "runs", agent.id] });
    onClose();
  });
  return (
    <Dialog title={<Trans>Have it work alone</Trans>} onClose={onClose}>
      <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
        <AloneFields role={agent.role} errorsOf={form.errorsOf} />
        {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
        <div>
          <Button type="submit" look="main" busy={form.busy}>
            <Trans>Begin</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
