import { describe, expect, it } from "vitest";
import { momentOf, oneOf, texts } from "./search";

it("keeps texts and forgets what is none", () => {
  expect(texts({ q: "ada", cursor: "", actor: 7, from: ["x"] }, "q", "cursor", "actor", "from")).toEqual({
    q: "ada",
    actor: "7",
  });
  expect(texts({ q: "x".repeat(501) }, "q")).toEqual({});
});

it("takes only words it knows", () => {
  expect(oneOf("failed", ["failed", "ok"])).toBe("failed");
  expect(oneOf("else", ["failed", "ok"])).toBeUndefined();
});

describe("a moment in an address", () => {
  it.each([
    [12, 12],
    ["12", 12],
    ["7.5", 7.5],
    ["12s", 12],
    ["1m5s", 65],
    ["2m", 120],
  ])("%s is %s seconds", (told, seconds) => expect(momentOf(told)).toBe(seconds));

  it.each([["soon"], [""], [-3], ["-3"], [0], [Number.NaN], [true], [["12"]], ["1e9"], ["9".repeat(40)]])(
    "%s is none",
    (told) => expect(momentOf(told)).toBeUndefined(),
  );
});
