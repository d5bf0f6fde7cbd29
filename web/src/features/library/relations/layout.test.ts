import { expect, test } from "vitest";
import { layout } from "./layout";

const nodes = [0, 1, 2, 3, 4, 5];
const edges = [
  { a: 0, b: 1, weight: 40 },
  { a: 0, b: 2, weight: 2 },
  { a: 4, b: 5, weight: 10 },
];
const places = layout(nodes, edges);
const apart = (a: number, b: number) => {
  const [p, q] = [places.get(a), places.get(b)];
  return p && q ? Math.hypot(p.x - q.x, p.y - q.y) : 0;
};

test("people lie in the same places each time", () => expect(layout(nodes, edges)).toEqual(places));

test("nobody lies outside, or on somebody else", () => {
  for (const { x, y } of places.values()) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
    expect(Math.max(x, y)).toBeLessThanOrEqual(100);
  }
  for (const a of nodes) for (const b of nodes) if (a < b) expect(apart(a, b)).toBeGreaterThan(5);
});

test("who has much to do with each other lies close", () => expect(apart(0, 1)).toBeLessThan(apart(1, 4)));

test("nobody is laid out too", () => expect(layout([], edges).size).toBe(0));
