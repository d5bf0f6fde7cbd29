import type { Amounts, BudgetView } from "@/shared/api/generated";

export const KINDS = ["usd", "tokens", "minutes", "calls"] as const satisfies readonly (keyof Amounts)[];
export type Kind = (typeof KINDS)[number];

export interface Standing {
  kind: Kind;
  spent: number;
  held: number;
  /** The lower of what was set oneself and what an admin allows; null is no limit. */
  hard: number | null;
  soft: number | null;
  isWarned: boolean;
}

const lower = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a == null ? (b ?? null) : b == null ? a : Math.min(a, b);

/** How each kind of spending stands against its limits. */
export const standings = ({ caps, ceiling, spent, held, warnings }: BudgetView): Standing[] =>
  KINDS.map((kind) => ({
    kind,
    spent: spent[kind],
    held: held[kind],
    hard: lower(caps.hard?.[kind], ceiling?.hard?.[kind]),
    soft: lower(caps.soft?.[kind], ceiling?.soft?.[kind]),
    isWarned: warnings.includes(kind),
  }));
