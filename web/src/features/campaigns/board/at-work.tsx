import { Trans, useLingui } from "@lingui/react/macro";
import type { AgentAtWork, BoardView } from "@/shared/api/generated";
import { duration } from "@/shared/lib/format";
import { useNow } from "@/shared/lib/use-now";
import { useCampaignWords } from "../campaign-words";

const ROLES = ["researcher", "analyst", "writer", "reviewer"];

/** Who of the crew does what just now. */
export function AtWork({ board: { agents } }: { board: BoardView }) {
  const words = useCampaignWords();
  return (
    <section
      className="grid gap-3 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf"
      aria-labelledby="crew"
    >
      <h2 id="crew" className="text-2xl">
        <Trans>The crew</Trans>
      </h2>
      <ul className="grid gap-2">
        {ROLES.map((role) => {
          const work = agents.filter((one) => one.role === role);
          return (
            <li key={role} className="grid gap-0.5 border-t border-rule pt-2 first:border-0 first:pt-0">
              <span className="font-semibold">{words.role(role)}</span>
              {work.length === 0 ? (
                <span className="text-sm text-faded">
                  <Trans>is idle</Trans>
                </span>
              ) : (
                work.map((one) => <Work key={one.operation + one.subject} work={one} />)
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Work({ work: { subject, operation, since } }: { work: AgentAtWork }) {
  const { i18n } = useLingui();
  const words = useCampaignWords();
  const now = useNow();
  return (
    <span className="flex flex-wrap justify-between gap-x-3 text-sm">
      <span className="min-w-0 wrap-anywhere">
        {words.operation(operation)}: {subject}
      </span>
      <span className="tabular-nums text-faded">
        {duration(Math.max(0, now - Date.parse(since)) / 1000, i18n.locale)}
      </span>
    </span>
  );
}
