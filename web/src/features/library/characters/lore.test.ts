import { describe, expect, it } from "vitest";
import type { LorebookEntry } from "@/shared/api/generated";
import { keysOf, withEntry } from "./lore";

const entry = (content: string) => ({ content }) as LorebookEntry;
const contents = (entries: LorebookEntry[]) => entries.map((one) => one.content);
const three = ["a", "b", "c"].map(entry);

describe("a lorebook that is changed", () => {
  it("reads keys with commas between, each once", () =>
    expect(keysOf(" lamp, the sea ,, lamp ")).toEqual(["lamp", "the sea"]));
  it("has another entry in the place of one", () =>
    expect(contents(withEntry(three, 1, entry("x")))).toEqual(["a", "x", "c"]));
  it("loses one", () => expect(contents(withEntry(three, 0, null))).toEqual(["b", "c"]));
  it("gets one more at its end", () =>
    expect(contents(withEntry(three, 3, entry("x")))).toEqual(["a", "b", "c", "x"]));
});
