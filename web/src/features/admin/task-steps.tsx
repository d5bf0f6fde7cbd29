import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Check } from "lucide-react";
import { isOpen } from "@/features/jobs/use-jobs";
import type { TaskDetailView } from "@/shared/api/generated";
import { duration } from "@/shared/lib/format";
import { Button } from "@/shared/ui/button";
import { useRetryTask } from "./task-verbs";

const SHOWN = 60; // the rest is told as a number; a task can have hundreds

/** What is done. What ended badly can begin again with any of it. */
export function TaskSteps({ task }: { task: TaskDetailView }) {
  const { i18n } = useLingui();
  const retry = useRetryTask(task.id);
  const steps = task.steps ?? [];
  const canBegin = !isOpen(task) && task.state !== "succeeded";
  return (
    <section className="grid gap-3">
      <h3 className="text-xl">
        <Trans>Steps</Trans>
      </h3>
      {steps.length === 0 && (
        <p className="text-faded">
          <Trans>No step is finished yet.</Trans>
        </p>
      )}
      <ol className="grid gap-1.5">
        {steps.slice(-SHOWN).map((step) => (
          <li
            key={step.name}
            className="flex min-h-10 flex-wrap items-center gap-3 rounded-lg bg-well px-4 py-1"
          >
            <Check aria-hidden size={16} className="text-moss" />
            <span className="wrap-anywhere">{step.name}</span>
            <span className="ml-auto text-sm tabular-nums text-faded">
              {duration(step.milliseconds / 1000, i18n.locale)}
            </span>
            {canBegin && (
              <Button
                look="quiet"
                busy={retry.isPending && retry.variables === step.name}
                onClick={() => retry.mutate(step.name)}
              >
                <Trans>Begin again here</Trans>
              </Button>
            )}
          </li>
        ))}
      </ol>
      {steps.length > SHOWN && (
        <p className="text-sm text-faded">
          <Trans>{steps.length - SHOWN} earlier ones are not shown.</Trans>
        </p>
      )}
    </section>
  );
}
