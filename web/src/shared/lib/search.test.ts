import { expect, it } from "vitest";
import { oneOf, texts } from "./search";

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
