import { describe, expect, it } from "vitest";
import type { Storyboard } from "@/shared/api/generated";
import { boardOf, draftOf, duplicated, freeId, isChanged, isSceneChanged, moved, withAnother } from "./board";

const scene = (narration: string): Storyboard["scenes"][number] => ({
  narration,
  seconds: 2,
  setting: "forest",
  time: "night",
  weather: "rain",
  shot: "close",
  camera: "panLeft",
  change: "crossfade",
  actors: [{ character: "fox", action: "walk", mood: "happy", holding: null }],
  things: [{ noun: "tree", count: 2, travel: null }],
  take: 0,
});
const board: Storyboard = {
  title: "The fox",
  music: "calm",
  cast: [{ id: "fox", noun: "fox" }],
  scenes: [scene("One."), scene("Two."), scene("Three.")],
  writer: "builtin/1",
};
const words = (cards: { scene: { narration: string } }[]) => cards.map((card) => card.scene.narration);

describe("a storyboard on the table", () => {
  it("is the one that was saved until something is changed", () => {
    expect(boardOf(draftOf(board))).toEqual(board);
    expect(isChanged(draftOf(board), board)).toBe(false);
    expect(isChanged({ ...draftOf(board), title: "A fox" }, board)).toBe(true);
  });

  it("is not changed by an empty row", () => {
    const draft = draftOf(board);
    const cast = [...draft.cast, { id: "character-2", noun: " " }];
    expect(isChanged({ ...draft, cast }, board)).toBe(false);
  });

  it("loses the actors who leave the cast", () => {
    const sent = boardOf({ ...draftOf(board), cast: [] });
    expect(sent.scenes.flatMap((one) => one.actors)).toEqual([]);
  });
});

describe("cards", () => {
  const { cards } = draftOf(board);

  it("change places, and stay at the ends", () => {
    expect(words(moved(cards, 0, 1))).toEqual(["Two.", "One.", "Three."]);
    expect(words(moved(cards, 2, 1))).toEqual(words(cards));
    expect(words(moved(cards, 0, -1))).toEqual(words(cards));
  });

  it("that are moved are not changed themselves", () =>
    expect(moved(cards, 0, 1).some((card) => isSceneChanged(card, board))).toBe(false));

  it("are doubled with another picture and a key of their own", () => {
    const more = duplicated(cards, 1);
    expect(words(more)).toEqual(["One.", "Two.", "Two.", "Three."]);
    expect(more[2]?.scene.take).toBe(1);
    expect(new Set(more.map((card) => card.key)).size).toBe(4);
    expect(more[2] && isSceneChanged(more[2], board)).toBe(true);
  });

  it("are added where the last one plays, with nobody in them", () => {
    const added = withAnother(cards).at(-1);
    expect(added?.scene).toMatchObject({ setting: "forest", time: "night", narration: "", actors: [] });
  });
});

it("finds an id that nobody has", () =>
  expect(freeId([{ id: "character-2", noun: "fox" }])).toBe("character-3"));
