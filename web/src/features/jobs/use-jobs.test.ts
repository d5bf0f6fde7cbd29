import { expect, it } from "vitest";
import type { JobView } from "@/shared/api/generated";
import { withProgress } from "./use-jobs";

const job = {
  id: "1",
  state: "running",
  lastSeq: 5,
  progress: { fraction: 0.5, message: "half" },
} as JobView;

it("takes what is newer", () => {
  const next = withProgress(job, { seq: 6, type: "progress", data: { fraction: 0.6, message: "more" } });
  expect(next.progress).toEqual({ fraction: 0.6, message: "more" });
  expect(next.lastSeq).toBe(6);
});

it("leaves a newer answer alone when an old event comes late", () => {
  expect(withProgress(job, { seq: 5, type: "progress", data: { fraction: 0.1, message: "old" } })).toBe(job);
});
