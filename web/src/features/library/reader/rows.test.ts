import { describe, expect, it } from "vitest";
import { isWrapped, rowAt, rowsOf, unitAt } from "./rows";

const starts = (text: string, from = 0, length = from + text.length) =>
  rowsOf(text, from, length).map((row) => [row.start, row.text]);

describe("the rows of a text", () => {
  it("are its paragraphs, each with its place", () =>
    expect(starts("One.\n\nTwo.\n\nThree.")).toEqual([
      [0, "One."],
      [6, "Two."],
      [12, "Three."],
    ]));

  it("count code points, not units", () =>
    expect(rowsOf("😀😀\n\nAfter", 100, 1000).at(-1)).toMatchObject({ start: 104, end: 109, text: "After" }));

  it("leave out what is cut off at either end", () =>
    expect(starts("tail.\n\nWhole.\n\nhea", 50, 500)).toEqual([[57, "Whole."]]));

  it("show what is cut off where there is nothing else", () =>
    expect(starts("middle", 50, 500)).toEqual([[50, "middle"]]));

  it("cut a paragraph without end at the same places, whatever is known of it", () => {
    const line = "word ".repeat(5_000);
    const whole = rowsOf(line, 0, line.length);
    const part = rowsOf(line.slice(6_000, 18_000), 6_000, line.length);
    expect(Math.max(...whole.map((row) => row.text.length))).toBeLessThanOrEqual(4_200);
    expect(whole.map((row) => row.text).join("")).toBe(line);
    expect(whole.map((row) => row.start)).toEqual(
      expect.arrayContaining(part.slice(1).map((row) => row.start)),
    );
  });

  it("are found by place, also between two", () => {
    const rows = rowsOf("One.\n\nTwo.\n\nThree.", 0, 18);
    expect([0, 3, 5, 6, 17, 99].map((place) => rowAt(rows, place))).toEqual([0, 0, 1, 1, 2, 2]);
  });
});

describe("lines", () => {
  it.each([
    [true, "It is a truth universally acknowledged, that a single man in\npossession of a good fortune"],
    [false, "Tyger Tyger, burning bright,\nIn the forests of the night;"],
    [false, "One line."],
  ])("were wrapped by a machine: %s", (wrapped, text) => expect(isWrapped(text)).toBe(wrapped));
});

describe("a place in a string", () => {
  it("counts a pair of units as one", () => expect(unitAt("a😀b", 2)).toBe(3));
  it("is never behind its end", () => expect(unitAt("ab", 9)).toBe(2));
});
