/** What of an address's search is text of a bearable length; anything else is as if it were not there. */
export function texts<K extends string>(
  search: Record<string, unknown>,
  ...keys: K[]
): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {};
  for (const key of keys) {
    const value = typeof search[key] === "number" ? String(search[key]) : search[key];
    if (typeof value === "string" && value !== "" && value.length <= 500) found[key] = value;
  }
  return found;
}

/** One of a few words, else nothing. */
export function oneOf<T extends string>(value: unknown, words: readonly T[]): T | undefined {
  return words.find((word) => word === value);
}

/** Seconds from an address such as ?t=12 or ?t=1m5s; undefined where it says no moment of a film. */
export function momentOf(told: unknown): number | undefined {
  const text = typeof told === "number" ? String(told) : told;
  if (typeof text !== "string" || text.length > 12) return undefined;
  const found = /^(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s?)?$/.exec(text);
  if (!found || (found[1] === undefined && found[2] === undefined)) return undefined;
  const seconds = Number(found[1] ?? 0) * 60 + Number(found[2] ?? 0);
  return seconds > 0 ? seconds : undefined;
}
