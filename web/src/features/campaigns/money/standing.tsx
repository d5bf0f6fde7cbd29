import { Trans, useLingui } from "@lingui/react/macro";
import type { BudgetView } from "@/shared/api/generated";
import { Meter } from "@/shared/ui/states";
import { type Standing as AStanding, type Kind, standings } from "./amounts";

/** What is spent of a budget, kind by kind. */
export function Standing({ budget }: { budget: BudgetView }) {
  return (
    <ul className="grid gap-3">
      {standings(budget).map((one) => (
        <Line key={one.kind} standing={one} />
      ))}
    </ul>
  );
}

export function useAmountWords() {
  const { t, i18n } = useLingui();
  const names: Record<Kind, string> = {
    usd: t`US dollars`,
    tokens: t`Tokens`,
    minutes: t`Minutes`,
    calls: t`Calls`,
  };
  return {
    name: (kind: Kind) => names[kind],
    amount: (kind: Kind, value: number) =>
      kind === "usd"
        ? i18n.number(value, {
            style: "currency",
            currency: "USD",
            maximumFractionDigits: value !== 0 && value < 0.1 ? 4 : 2,
          })
        : i18n.number(value, { maximumFractionDigits: kind === "minutes" ? 1 : 0 }),
  };
}

function Line({ standing: { kind, spent, held, hard, soft, isWarned } }: { standing: AStanding }) {
  const words = useAmountWords();
  const name = words.name(kind);
  return (
    <li className="grid gap-1 text-sm">
      <span className="flex flex-wrap justify-between gap-x-3">
        <span className="font-semibold">{name}</span>
        <span className="tabular-nums">
          {hard === null ? (
            words.amount(kind, spent)
          ) : (
            <Trans>
              {words.amount(kind, spent)} of {words.amount(kind, hard)}
            </Trans>
          )}
        </span>
      </span>
      {hard !== null && <Meter value={hard === 0 ? 1 : spent / hard} label={name} />}
      {(held > 0 || isWarned) && (
        <span className="flex flex-wrap gap-x-3 text-faded">
          {held > 0 && <Trans>{words.amount(kind, held)} set aside for calls under way</Trans>}
          {isWarned && soft !== null && (
            <span className="font-semibold text-amber">
              <Trans>past the warning at {words.amount(kind, soft)}</Trans>
            </span>
          )}
        </span>
      )}
    </li>
  );
}
