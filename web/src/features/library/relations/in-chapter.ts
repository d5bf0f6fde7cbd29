import type { DocumentChapter, RelationView } from "@/shared/api/generated";

/**
 * What people have to do with each other in one chapter, the most first; in the whole text where none is chosen. Documents
 * that were analysed before this was counted keep the weights of the whole.
 */
export function relationsIn(
  relations: readonly RelationView[],
  chapters: readonly DocumentChapter[],
  chapter: number | null,
): readonly RelationView[] {
  const place = chapter === null ? undefined : chapters[chapter];
  if (chapter === null || !place || relations.every((one) => one.weightByChapter.length === 0))
    return relations;
  return relations
    .map((one) => ({
      ...one,
      weight: one.weightByChapter[chapter] ?? 0,
      passages: one.passages.filter(({ start }) => start >= place.start && start < place.end),
    }))
    .filter((one) => one.weight > 0)
    .sort((one, other) => other.weight - one.weight);
}
