import { expect, it } from "vitest";
import { type Command, matching } from "./commands";

const all = ["Books", "New book", "Projects", "Éditions"].map(
  (label): Command => ({ id: label, label, kind: "page", act: () => undefined }),
);
const found = (typed: string) => matching(all, typed).map((one) => one.label);

it("shows everything before a word is typed", () => {
  expect(found(" ")).toHaveLength(4);
});

it("finds by any words, whatever their accents and case, beginnings first", () => {
  expect(found("boo")).toEqual(["Books", "New book"]);
  expect(found("BOOK new")).toEqual(["New book"]);
  expect(found("edition page")).toEqual(["Éditions"]);
  expect(found("nothing like it")).toEqual([]);
});
