import { describe, expect, it } from "vitest";
import type { JobView } from "@/shared/api/generated";
import { placeInQueue, timeLeft, usualRun } from "./estimate";

const START = Date.parse("2026-01-02T12:00:00Z");
const at = (seconds: number) => new Date(START + seconds * 1000).toISOString();
const job = (more: Partial<JobView>) =>
  ({
    id: "1",
    state: "running",
    attempt: 1,
    startedAt: at(0),
    finishedAt: null,
    progress: null,
    ...more,
  }) as JobView;
const past = (...seconds: number[]) => seconds.map((one) => job({ state: "succeeded", finishedAt: at(one) }));

describe("usualRun", () => {
  it("takes the middle of what was", () => {
    expect(usualRun(past(5, 6, 7, 8, 9, 60))).toEqual({ low: 6, high: 9 });
  });
  it("says nothing from two runs", () => {
    expect(usualRun(past(5, 6))).toBeNull();
  });
});

describe("timeLeft", () => {
  it("goes by the pace once enough is done", () => {
    const left = timeLeft(job({ progress: { fraction: 0.5, message: null } }), null, START + 10_000);
    expect(left?.low).toBeCloseTo(7);
    expect(left?.high).toBeCloseTo(14);
  });
  it("goes by the past before that, and is silent when it has run over", () => {
    expect(timeLeft(job({}), { low: 6, high: 9 }, START + 2_000)).toEqual({ low: 4, high: 7 });
    expect(timeLeft(job({}), { low: 6, high: 9 }, START + 20_000)).toBeNull();
  });
  it("is silent about what waits and about retries", () => {
    expect(timeLeft(job({ state: "queued" }), { low: 6, high: 9 }, START)).toBeNull();
    expect(timeLeft(job({ attempt: 2 }), { low: 6, high: 9 }, START)).toBeNull();
  });
});

it("counts a place from the oldest that waits", () => {
  const waiting = ["c", "b", "a"].map((id) => job({ id, state: "queued" }));
  expect(placeInQueue(job({ id: "a" }), waiting)).toBe(1);
  expect(placeInQueue(job({ id: "c" }), waiting)).toBe(3);
  expect(placeInQueue(job({ id: "x" }), waiting)).toBeNull();
});
