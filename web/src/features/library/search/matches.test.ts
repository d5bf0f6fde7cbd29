import { expect, test } from "vitest";
import { foundWords, places } from "./matches";

const hit = {
  snippet: [
    { text: "the ", isMatch: false },
    { text: "Rivers", isMatch: true },
    { text: " of 😀 and ", isMatch: false },
    { text: "Été", isMatch: true },
  ],
};

test("found words are found again in the text, whole and wherever they stand", () =>
  expect(places("😀 rivers, riverside, ÉTÉ", 10, foundWords(hit))).toEqual([
    { start: 12, end: 18 },
    { start: 31, end: 34 },
  ]));

test("nothing is found without words", () => expect(places("rivers", 0, foundWords(undefined))).toEqual([]));
