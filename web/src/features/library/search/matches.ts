import type { SearchHit } from "@/shared/api/generated";
import { pointsIn } from "../reader/rows";
import type { Span } from "../reader/spans";

const word = (text: string) => text.toLowerCase();

/** The words that were found in a passage, as the text writes them. */
export function foundWords(hit: Pick<SearchHit, "snippet"> | undefined): ReadonlySet<string> {
  const parts = hit?.snippet.filter((part) => part.isMatch) ?? [];
  return new Set(parts.flatMap((part) => part.text.match(/[\p{L}\p{N}]+/gu)?.map(word) ?? []));
}

/** Where these words stand in a text that begins at a place. */
export function places(text: string, start: number, words: ReadonlySet<string>): Span[] {
  if (words.size === 0) return [];
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)]
    .filter((match) => words.has(word(match[0])))
    .map((match) => {
      const at = start + pointsIn(text.slice(0, match.index));
      return { start: at, end: at + pointsIn(match[0]) };
    });
}
