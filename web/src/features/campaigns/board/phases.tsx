import { Trans, useLingui } from "@lingui/react/macro";
import clsx from "clsx";
import { Check } from "lucide-react";
import type { BoardView, PhaseView } from "@/shared/api/generated";
import { duration } from "@/shared/lib/format";
import { Progress } from "@/shared/ui/states";
import { useCampaignWords } from "../campaign-words";

/** The phases of a run beside each other: done, under way, to come. */
export function Phases({ board: { phases, secondsLeft, state } }: { board: BoardView }) {
  const { t, i18n } = useLingui();
  return (
    <section aria-labelledby="phases" className="grid gap-3">
      <header className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="phases" className="text-2xl">
          <Trans>The work</Trans>
        </h2>
        {secondsLeft !== null && state === "running" && (
          <p className="text-sm tabular-nums text-faded">
            <Trans>about {duration(secondsLeft, i18n.locale)} left</Trans>
          </p>
        )}
      </header>
      <ol aria-label={t`Phases`} className="grid gap-2 sm:grid-cols-5">
        {phases.map((phase) => (
          <Phase key={phase.phase} phase={phase} />
        ))}
      </ol>
    </section>
  );
}

function Phase({ phase: { phase, state, done, total, startedAt, finishedAt } }: { phase: PhaseView }) {
  const { t, i18n } = useLingui();
  const words = useCampaignWords();
  const states = { waiting: t`to come`, running: t`under way`, done: t`done` };
  const took =
    startedAt && finishedAt
      ? duration((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000, i18n.locale)
      : null;
  return (
    <li
      aria-current={state === "running" ? "step" : undefined}
      className={clsx(
        "grid content-start gap-1.5 rounded-xl border bg-leaf p-3",
        state === "running" ? "border-cinnabar" : "border-rule",
        state === "waiting" && "text-faded",
      )}
    >
      <p className="flex items-center gap-1.5 font-semibold">
        {state === "done" && <Check aria-hidden size={16} className="text-moss" />}
        {words.phase(phase)}
      </p>
      <p className="flex flex-wrap justify-between gap-x-2 text-sm text-faded">
        <span>{states[state]}</span>
        {state !== "waiting" && (
          <span className="tabular-nums">{total === null ? i18n.number(done) : t`${done} of ${total}`}</span>
        )}
        {took && <span className="tabular-nums">{took}</span>}
      </p>
      {state === "running" && total !== null && total > 0 && (
        <Progress value={done / total} label={words.phase(phase)} />
      )}
    </li>
  );
}
