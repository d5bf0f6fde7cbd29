import type { Storyboard, StoryboardScene } from "@/shared/api/generated";

/** A scene on the table: it keeps its key wherever it is moved to. */
export interface Card {
  key: number;
  /** Its place in the storyboard that is saved; null while only this page knows it. */
  saved: number | null;
  scene: StoryboardScene;
}

/** A storyboard as somebody has it before them, saved or not. */
export interface Draft extends Omit<Storyboard, "scenes"> {
  cards: Card[];
}

export const MOST_SCENES = 30;
export const MOST_CAST = 6;
export const MOST_THINGS = 6;
export const MOST_ACTORS = 4;

export const draftOf = ({ scenes, ...board }: Storyboard): Draft => ({
  ...board,
  cards: scenes.map((scene, i) => ({ key: i, saved: i + 1, scene })),
});

/** What is sent: without rows that nobody filled in, and without actors who are not in the cast any more. */
export function boardOf({ cards, ...board }: Draft): Storyboard {
  const cast = board.cast.filter((one) => one.noun.trim() !== "");
  const ids = new Set(cast.map((one) => one.id));
  return {
    ...board,
    cast,
    scenes: cards.map(({ scene }) => ({
      ...scene,
      actors: scene.actors.filter((actor) => ids.has(actor.character)),
      things: scene.things.filter((thing) => thing.noun.trim() !== ""),
    })),
  };
}

export const isChanged = (draft: Draft, saved: Storyboard) =>
  JSON.stringify(boardOf(draft)) !== JSON.stringify(boardOf(draftOf(saved)));

/** Whether the picture of a card is not the one that was drawn for what is saved. */
export function isSceneChanged(card: Card, saved: Storyboard): boolean {
  const before = card.saved === null ? undefined : saved.scenes[card.saved - 1];
  return JSON.stringify(before) !== JSON.stringify(card.scene);
}

const freeKey = (cards: Card[]) => Math.max(-1, ...cards.map((card) => card.key)) + 1;

export function moved(cards: Card[], at: number, by: 1 | -1): Card[] {
  const [one, other] = [cards[at], cards[at + by]];
  return one && other ? cards.with(at, other).with(at + by, one) : cards;
}

/** The same scene once more after itself, with another picture. */
export function duplicated(cards: Card[], at: number): Card[] {
  const one = cards[at];
  if (!one) return cards;
  const scene = { ...one.scene, take: one.scene.take + 1 };
  return cards.toSpliced(at + 1, 0, { key: freeKey(cards), saved: null, scene });
}

/** A new last scene, in the place of the one before it. */
export function withAnother(cards: Card[]): Card[] {
  const before = cards.at(-1)?.scene;
  const scene: StoryboardScene = {
    setting: "meadow",
    time: "day",
    weather: "clear",
    ...before,
    narration: "",
    seconds: 3,
    shot: "wide",
    camera: "still",
    change: "cut",
    actors: [],
    things: [],
    take: 0,
  };
  return [...cards, { key: freeKey(cards), saved: null, scene }];
}

/** An id that nobody of the cast has. */
export function freeId(cast: Storyboard["cast"]): string {
  for (let number = cast.length + 1; ; number++)
    if (!cast.some((one) => one.id === `character-${number}`)) return `character-${number}`;
}
