import type { Problem } from "@/shared/api/problem";
import type { Plan } from "./plan";

export interface StepProps {
  plan: Plan;
  set: (part: Partial<Plan>) => void;
  errorsOf: (...fields: string[]) => string[] | undefined;
}

/** What was found wrong with a field, here or by the studio; a list's entries are told together. */
export const errorsIn =
  (problem: Problem | null, missing: ReadonlySet<string>, needed: string) =>
  (...fields: string[]): string[] | undefined => {
    const told = Object.entries(problem?.errors ?? {}).flatMap(([key, errors]) =>
      fields.some((field) => key === field || key.startsWith(`${field}[`)) ? errors : [],
    );
    const all = fields.some((field) => missing.has(field)) ? [needed, ...told] : told;
    return all.length > 0 ? all : undefined;
  };
