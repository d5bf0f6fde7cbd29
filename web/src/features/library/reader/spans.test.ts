import { describe, expect, it } from "vitest";
import { stretches } from "./spans";

const parts = (text: string, start: number, ...spans: [number, number][]) =>
  stretches(
    text,
    start,
    spans.map(([from, to]) => ({ start: from, end: to })),
  ).map((part) => (part.span ? `[${part.text}]` : part.text));

describe("a text parted by spans", () => {
  it("shows all of it, in order", () =>
    expect(parts("She said no.", 10, [14, 18])).toEqual(["She ", "[said]", " no."]));
  it("clips what begins before and ends behind it", () =>
    expect(parts("middle", 10, [0, 12], [14, 99])).toEqual(["[mi]", "dd", "[le]"]));
  it("lets the first of two that overlap count", () =>
    expect(parts("abcdef", 0, [1, 4], [3, 6])).toEqual(["a", "[bcd]", "[ef]"]));
  it("counts code points", () => expect(parts("😀x😀y", 0, [1, 3])).toEqual(["😀", "[x😀]", "y"]));
  it("is whole without any", () => expect(parts("all", 5)).toEqual(["all"]));
});
