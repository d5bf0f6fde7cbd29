import { describe, expect, it } from "vitest";
import type { RelationView } from "@/shared/api/generated";
import { relationsIn } from "./in-chapter";

const chapters = [
  { number: 1, title: "One", start: 0, end: 100 },
  { number: 2, title: "Two", start: 100, end: 200 },
];
const relation = (a: number, b: number, weightByChapter: number[]): RelationView => ({
  a,
  b,
  kind: "talksTo",
  weight: weightByChapter.reduce((sum, one) => sum + one, 0),
  weightByChapter,
  passages: [
    { start: 10, end: 20 },
    { start: 110, end: 120 },
  ],
});
const all = [relation(0, 1, [9, 1]), relation(0, 2, [0, 4]), relation(1, 2, [2, 0])];

describe("relations in a chapter", () => {
  it("are those of the whole text where none is chosen", () =>
    expect(relationsIn(all, chapters, null)).toBe(all));
  it("have its weights and passages, the strongest first", () => {
    const found = relationsIn(all, chapters, 1);
    expect(found.map(({ a, b, weight }) => [a, b, weight])).toEqual([
      [0, 2, 4],
      [0, 1, 1],
    ]);
    expect(found[0]?.passages).toEqual([{ start: 110, end: 120 }]);
  });
  it("are those of the whole text where chapters were not counted", () => {
    const old = [relation(0, 1, [])];
    expect(relationsIn(old, chapters, 1)).toBe(old);
  });
});
