import type { VideoModelView } from "@/shared/api/generated";

/** What was wished where it is offered, else the first that is; with nothing known, what was wished. */
export function fitting<T extends string>(wished: T, offered: readonly T[]): T {
  return offered.includes(wished) ? wished : (offered[0] ?? wished);
}

/** Those of what the pages know that a model offers; all of them until that is known. */
export function offeredOf<T extends string>(
  known: readonly T[],
  offered: readonly string[] | undefined,
): T[] {
  return known.filter((one) => offered?.includes(one) ?? true);
}

/** What a film costs, in the currency of the prices; null where the model or the length says nothing. */
export function costOf(model: VideoModelView | undefined, seconds: number): number | null {
  return model && seconds > 0 ? model.pricePerSecond * seconds : null;
}
