import type { LorebookEntry } from "@/shared/api/generated";

/** Keys as one types them, with commas between. */
export function keysOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(",")
        .map((key) => key.trim())
        .filter(Boolean),
    ),
  ];
}

/** The entries with another one in a place, or without it; a place behind the last adds one. */
export function withEntry(
  entries: readonly LorebookEntry[],
  at: number,
  next: LorebookEntry | null,
): LorebookEntry[] {
  return [...entries.slice(0, at), ...(next ? [next] : []), ...entries.slice(at + 1)];
}
