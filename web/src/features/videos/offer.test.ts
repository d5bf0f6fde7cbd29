import { expect, it } from "vitest";
import { costOf, fitting, offeredOf } from "./offer";

const SHAPES = ["16:9", "9:16", "1:1"] as const;

it("keeps a wish that is offered, and else takes the first that is", () => {
  expect(fitting("9:16", SHAPES)).toBe("9:16");
  expect(fitting<string>("1:1", ["16:9", "9:16"])).toBe("16:9");
  expect(fitting<string>("1:1", [])).toBe("1:1");
});

it("offers all until it is known what a model offers", () => {
  expect(offeredOf(SHAPES, undefined)).toEqual(SHAPES);
  expect(offeredOf(SHAPES, ["1:1", "21:9"])).toEqual(["1:1"]);
});

it("tells what a film costs", () => {
  const model = {
    id: "clips",
    title: "",
    resolutions: [],
    aspects: [],
    longestSeconds: 8,
    longestPrompt: 500,
    pricePerSecond: 0.5,
  };
  expect(costOf(model, 8)).toBe(4);
  expect(costOf({ ...model, pricePerSecond: 0 }, 8)).toBe(0);
  expect(costOf(model, Number.NaN)).toBeNull();
  expect(costOf(undefined, 8)).toBeNull();
});
