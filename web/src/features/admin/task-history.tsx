import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import clsx from "clsx";
import type { TaskDetailView, TaskLogLine } from "@/shared/api/generated";
import { moment } from "@/shared/lib/format";

const SHOWN = 20; // attempts and log lines; together with the steps they stay a page

export function TaskAttempts({ task }: { task: TaskDetailView }) {
  const { i18n } = useLingui();
  const attempts = (task.attempts ?? []).slice(-SHOWN);
  if (attempts.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h3 className="text-xl">
        <Trans>Attempts</Trans>
      </h3>
      <ul className="grid gap-1.5 text-sm">
        {attempts.map((one) => (
          <li key={one.startedAt} className="rounded-lg bg-well px-4 py-2">
            <span className="font-semibold">{one.attempt}</span> {one.outcome}{" "}
            <span className="text-faded">
              {moment(one.startedAt, i18n.locale)} {one.node}
            </span>
            {one.error && <span className="block wrap-anywhere text-alarm">{one.error.message}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function TaskLog({ lines }: { lines: TaskLogLine[] }) {
  const { i18n } = useLingui();
  if (lines.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h3 className="text-xl">
        <Trans>What happened</Trans>
      </h3>
      <ol className="grid gap-1 text-sm">
        {lines.slice(-SHOWN).map((line) => (
          <li key={`${line.at}${line.message}`} className="flex flex-wrap gap-x-3">
            <time dateTime={line.at} className="tabular-nums text-faded">
              {moment(line.at, i18n.locale)}
            </time>
            <span
              className={clsx("wrap-anywhere", {
                "text-alarm": line.level === "error",
                "text-amber": line.level === "warning",
              })}
            >
              {line.message}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
