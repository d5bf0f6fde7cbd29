import { expect, it } from "vitest";
import type { JobView, VideoView } from "@/shared/api/generated";
import { renderTime } from "./render-time";

const ORDER = {
  duration: 10,
  fps: 30,
  resolution: "1080p",
  aspect: "16:9",
  quality: "medium",
  model: "builtin",
};

function made(id: string, seconds: number, attempt = 1, storyboardVersion = 1): [VideoView, JobView] {
  const startedAt = "2026-01-01T00:00:00Z";
  const finishedAt = new Date(Date.parse(startedAt) + seconds * 1000).toISOString();
  const video = { jobId: id, order: { ...ORDER, storyboardFirst: false }, storyboardVersion };
  return [video as VideoView, { id, attempt, startedAt, finishedAt } as JobView];
}

it("goes by what films of the past took, for as many pixels", () => {
  const past = [made("a", 11.5), made("b", 21.5)];
  const { low, high } = renderTime(
    { ...ORDER, duration: 20 },
    past.map(([video]) => video),
    past.map(([, job]) => job),
  );
  expect(low).toBeCloseTo(1.5 + 20 * 0.8);
  expect(high).toBeCloseTo(1.5 + 40 * 1.2);
});

it("leaves out what was not rendered whole and at once", () => {
  const past = [made("a", 100, 2), made("b", 100, 1, 2)];
  const [videos, jobs] = [past.map(([video]) => video), past.map(([, job]) => job)];
  expect(renderTime(ORDER, videos, jobs)).toEqual(renderTime(ORDER, [], []));
  expect(renderTime(ORDER, videos, [])).toEqual(renderTime(ORDER, [], []));
});

it("says something before there was any film", () => {
  const { low, high } = renderTime(ORDER, [], []);
  expect(low).toBeGreaterThan(5);
  expect(high).toBeLessThan(40);
});
