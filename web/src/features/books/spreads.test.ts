import { describe, expect, it } from "vitest";
import { spreadOf, spreads } from "./spreads";

describe("spreads", () => {
  it("opens with the first page alone", () => {
    expect(spreads(5)).toEqual([[1], [2, 3], [4, 5]]);
    expect(spreads(4)).toEqual([[1], [2, 3], [4]]);
    expect(spreads(0)).toEqual([]);
  });

  it("finds every page where it lies", () => {
    const all = spreads(32);
    for (let page = 1; page <= 32; page++) expect(all[spreadOf(page, 32)]).toContain(page);
    expect(spreadOf(99, 32)).toBe(0);
  });
});
