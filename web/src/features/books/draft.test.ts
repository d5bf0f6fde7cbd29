import { expect, test } from "vitest";
import type { StoryPageView } from "@/shared/api/generated";
import { changeOf, draftOf } from "./draft";

const page = {
  text: "Ned sat.",
  scene: {
    setting: "farm",
    time: "day",
    weather: "clear",
    shot: "wide",
    characters: [{ id: "hero", action: "sit", mood: "happy", holding: null }],
    things: [{ noun: "kite", count: 1 }],
  },
} as unknown as StoryPageView;

test("an untouched page has no change", () => {
  expect(changeOf(draftOf(page), page)).toBeNull();
});

test("only what differs is sent", () => {
  expect(changeOf({ ...draftOf(page), text: "Ned ran." }, page)).toEqual({ text: "Ned ran." });
  const scene = { ...page.scene, setting: "space" as const };
  expect(changeOf({ ...draftOf(page), scene }, page)).toEqual({ scene });
});

test("a thing without a name is none", () => {
  const scene = { ...page.scene, things: [...page.scene.things, { noun: " ", count: 1 }] };
  expect(changeOf({ ...draftOf(page), scene }, page)).toBeNull();
});
