import { expect, it } from "vitest";
import { piecesOf, placeOf } from "./pieces";

it("cuts a text where places begin and end, and loses no letter of it", () => {
  const text = "A loom has 40 threads.";
  const pieces = piecesOf(text, [
    { start: 11, end: 13 },
    { start: 2, end: 6 },
  ]);
  expect(pieces.map((one) => one.text).join("")).toBe(text);
  expect(pieces.filter((one) => one.place !== undefined)).toEqual([
    { at: 2, text: "loom", place: 1 },
    { at: 11, text: "40", place: 0 },
  ]);
});

it("shows the first of two places that overlap, and none that lies outside the text", () => {
  const pieces = piecesOf("abcdef", [
    { start: 1, end: 4 },
    { start: 3, end: 5 },
    { start: 4, end: 99 },
    null,
  ]);
  expect(pieces.filter((one) => one.place !== undefined)).toEqual([{ at: 1, text: "bcd", place: 0 }]);
});

it("finds a sentence in a text, and an empty one nowhere", () => {
  expect(placeOf("I work there.", "Hello. I work there.")).toEqual({ start: 7, end: 20 });
  expect(placeOf("", "Hello.")).toBeNull();
  expect(placeOf("No.", "Hello.")).toBeNull();
});
