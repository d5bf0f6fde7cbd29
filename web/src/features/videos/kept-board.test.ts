import { beforeEach, expect, test, vi } from "vitest";
import type { Typed } from "./kept-board";
import { keepBoard, keptBoard } from "./kept-board";

const kept = new Map<string, string>();
const typed: Typed = {
  version: 3,
  draft: { title: "The fox", music: "calm", cast: [], writer: "builtin/1", cards: [] },
};

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

test("what was typed is there again, for its film alone, until it is saved", () => {
  keepBoard("one", typed);
  expect(keptBoard("one")).toEqual(typed);
  expect(keptBoard("other")).toBeNull();
  keepBoard("one", null);
  expect(keptBoard("one")).toBeNull();
});

test("what cannot be read is nothing, and what cannot be kept stops nobody", () => {
  kept.set("atelier.storyboard.one", "{half");
  expect(keptBoard("one")).toBeNull();
  vi.stubGlobal("sessionStorage", {
    setItem: () => {
      throw new Error("full");
    },
  });
  expect(() => keepBoard("one", typed)).not.toThrow();
});
