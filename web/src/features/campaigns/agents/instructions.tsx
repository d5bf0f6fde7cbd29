import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type AgentVersionView, type AgentView, patchApiV1AgentsByAgentId } from "@/shared/api/generated";
import { ago } from "@/shared/lib/format";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { TextArea, TextField } from "@/shared/ui/field";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";
import { useAgentVersions } from "./use-agents";

/** What an agent is told; every change is a version, and an older one can be taken up again. */
export function Instructions({ agent }: { agent: AgentView }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const [isEditing, setEditing] = useState(false);
  function keep(next: AgentView) {
    queries.setQueryData(["agents", "one", next.id], next);
    void queries.invalidateQueries({ queryKey: ["agents", "list"] });
    void queries.invalidateQueries({ queryKey: ["agents", "versions", next.id] });
  }
  const form = useForm(async ({ goal = "", instructions = "", note = "" }) => {
    const { data } = await patchApiV1AgentsByAgentId({
      path: { agentId: agent.id },
      body: { goal, instructions, note: note.trim() || null },
      throwOnError: true,
    });
    keep(data);
    toast(t`Kept as version ${data.version}.`);
  });
  return (
    <section
      className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf"
      aria-labelledby="instructions"
    >
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="instructions" className="text-2xl">
          <Trans>What it is told</Trans>
        </h2>
        {!isEditing && (
          <Button onClick={() => setEditing(true)}>
            <Trans>Change</Trans>
          </Button>
        )}
      </header>
      {isEditing ? (
        <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
          <TextArea
            label={t`Goal`}
            name="goal"
            defaultValue={agent.goal}
            required
            autoFocus
            errors={form.errorsOf("goal")}
          />
          <TextArea
            label={t`Instructions`}
            name="instructions"
            rows={10}
            defaultValue={agent.instructions}
            required
            errors={form.errorsOf("instructions")}
          />
          <TextField
            label={t`What is changed, and why`}
            hint={t`A note to yourself.`}
            name="note"
            maxLength={200}
            errors={form.errorsOf("note")}
          />
          {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="main" busy={form.busy}>
              <Trans>Keep as a new version</Trans>
            </Button>
            <Button onClick={() => setEditing(false)}>
              <Trans>Leave it as it was</Trans>
            </Button>
          </div>
        </form>
      ) : (
        <p className="whitespace-pre-line wrap-anywhere">{agent.instructions}</p>
      )}
      <p className="text-sm text-faded">
        <Trans>
          Only a model follows these words. The gates, and the rules that work without a model, stay as they
          are.
        </Trans>
      </p>
      <Versions agent={agent} onRestored={keep} />
    </section>
  );
}

function Versions({ agent, onRestored }: { agent: AgentView; onRestored: (next: AgentView) => void }) {
  const versions = useAgentVersions(agent.id);
  if (versions.isPending) return <Skeleton className="h-16" />;
  if (versions.error) return <ErrorPanel error={versions.error} onRetry={() => void versions.refetch()} />;
  const older = versions.data.items.filter((one) => one.version !== agent.version);
  if (older.length === 0) return null;
  return (
    <details>
      <summary className="min-h-6 text-sm font-semibold">
        <Trans>Earlier versions</Trans>
      </summary>
      <ul className="mt-2 divide-y divide-rule">
        {older.map((one) => (
          <Version key={one.version} agentId={agent.id} version={one} onRestored={onRestored} />
        ))}
      </ul>
    </details>
  );
}

function Version(props: {
  agentId: string;
  version: AgentVersionView;
  onRestored: (next: AgentView) => void;
}) {
  const { t, i18n } = useLingui();
  const { version, instructions, note, createdAt } = props.version;
  const restore = useMutation({
    mutationFn: async () =>
      (
        await patchApiV1AgentsByAgentId({
          path: { agentId: props.agentId },
          body: { restore: version },
          throwOnError: true,
        })
      ).data,
    onSuccess: props.onRestored,
  });
  return (
    <li className="grid gap-2 py-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-3">
        <span className="font-semibold">
          <Trans>Version {version}</Trans>
        </span>
        <time dateTime={createdAt} className="text-faded">
          {ago(createdAt, i18n.locale)}
        </time>
        <span className="wrap-anywhere">{note}</span>
        <Button
          className="ml-auto"
          busy={restore.isPending}
          onClick={() => restore.mutate()}
          aria-label={t`Take up version ${version} again`}
        >
          <Trans>Take it up again</Trans>
        </Button>
      </p>
      <p className="line-clamp-4 whitespace-pre-line wrap-anywhere text-faded">{instructions}</p>
      {restore.error && <ErrorPanel error={restore.error} />}
    </li>
  );
}
