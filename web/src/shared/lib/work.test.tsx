// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, test } from "vitest";
import { onWork, useWork } from "./work";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

function Bar({ value }: { value: number | null }) {
  useWork(value);
  return null;
}

test("the work on a page is the mean of its bars, until all are full", () => {
  let told: number | null = 9;
  const stop = onWork((fraction) => {
    told = fraction;
  });
  const root = createRoot(document.createElement("div"));
  const show = (first: number | null, second: number) =>
    act(() =>
      root.render(
        <>
          <Bar value={first} />
          <Bar value={second} />
        </>,
      ),
    );

  expect(told).toBeNull();
  show(1, 0.5);
  expect(told).toBe(0.75);
  show(1, 1);
  expect(told).toBeNull();
  show(null, 0);
  expect(told).toBe(0);
  act(() => root.unmount());
  expect(told).toBeNull();
  stop();
});
