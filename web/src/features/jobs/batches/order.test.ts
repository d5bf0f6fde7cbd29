import { expect, test } from "vitest";
import { readPasted } from "./order";

test("each line that says something is a book", () => {
  expect(readPasted("A fox\n\n  An owl, afraid \r\n")).toEqual({
    kind: "lines",
    prompts: ["A fox", "An owl, afraid"],
  });
});

test("a first line that names columns makes it a table", () => {
  const text = "title;prompt;pages\n;A fox;24";
  expect(readPasted(text)).toEqual({ kind: "table", text, rows: 1 });
});

test("a table of films has the columns of films", () => {
  expect(readPasted("prompt,duration,aspect\nA fox,5,9:16").kind).toBe("table");
});

test("a story about a prompt is a story", () => {
  expect(readPasted("prompt")).toEqual({ kind: "lines", prompts: ["prompt"] });
  expect(readPasted("The prompt, the pages\nA fox").kind).toBe("lines");
});
