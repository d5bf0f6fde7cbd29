import { expect, it } from "vitest";
import { capsOf, EMPTY_PLAN, linesOf, localTime, missingIn, requestOf, stepOf, wordsOf } from "./plan";

it("reads lists as they are typed, each entry once", () => {
  expect(linesOf(" https://a.example \r\n\nhttps://b.example\nhttps://a.example")).toEqual([
    "https://a.example",
    "https://b.example",
  ]);
  expect(wordsOf("looms, hand weaving;\nlooms")).toEqual(["looms", "hand weaving"]);
});

it("takes an empty cap for none, and a comma for a point", () => {
  expect(capsOf({ usd: "", tokens: " ", minutes: "", calls: "" })).toBeNull();
  expect(capsOf({ usd: "2,5", tokens: "", minutes: "", calls: "10" })).toEqual({
    usd: 2.5,
    tokens: null,
    minutes: null,
    calls: 10,
  });
});

it("sends what was typed without its margins, and nothing as nothing", () => {
  const plan = { ...EMPTY_PLAN, name: " Looms ", topic: "Hand looms", personaName: "Ada", audience: " " };
  const request = requestOf(plan);
  expect(request.name).toBe("Looms");
  expect(request.audience).toBeNull();
  expect(request.persona).toEqual({
    name: "Ada",
    voice: null,
    background: null,
    experience: [],
    claimsConfirmed: false,
  });
  expect(request.budget?.hard?.usd).toBe(5);
});

it("knows what is missing, and where a refused field stands", () => {
  expect(missingIn(EMPTY_PLAN, "voice")).toEqual(["personaName", "affiliation", "disclosure"]);
  expect(missingIn({ ...EMPTY_PLAN, name: "a", topic: "b" }, "about")).toEqual([]);
  expect(stepOf("persona.name")).toBe("voice");
  expect(stepOf("seeds[2]")).toBe("places");
  expect(stepOf("budget.hard.usd")).toBe("limits");
  expect(stepOf("anything")).toBe("check");
});

it("shows a moment in one's own time", () => {
  const time = "2026-11-21T10:30:00Z";
  expect(new Date(localTime(time)).toISOString()).toBe("2026-11-21T10:30:00.000Z");
});
