import { expect, test } from "vitest";
import { curveOf } from "./arc";

test("the arc of a text runs from its beginning to its end, bright on top", () =>
  expect(
    curveOf(
      [
        { start: 0, valence: 1 },
        { start: 500, valence: -1 },
        { start: 1000, valence: 0 },
      ],
      1000,
    ),
  ).toEqual({ line: "M0 0L50 100L100 50", zero: 50 }));

test("a text without ups and downs is a level line", () =>
  expect(curveOf([{ start: 0, valence: 0 }], 0)).toEqual({ line: "M0 0", zero: 0 }));
