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
