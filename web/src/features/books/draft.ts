import type { PageScene, StoryPageView } from "@/shared/api/generated";

/** What somebody typed into a page and did not save yet. */
export interface Draft {
  text: string;
  scene: PageScene;
}

export const draftOf = (page: StoryPageView): Draft => ({ text: page.text, scene: page.scene });

/** Only what differs is sent; null when nothing does. */
export function changeOf(draft: Draft, page: StoryPageView): { text?: string; scene?: PageScene } | null {
  const scene = {
    ...draft.scene,
    things: draft.scene.things.filter((thing) => thing.noun.trim() !== ""),
  };
  const change = {
    ...(draft.text.trim() !== page.text && { text: draft.text }),
    ...(JSON.stringify(scene) !== JSON.stringify(page.scene) && { scene }),
  };
  return Object.keys(change).length > 0 ? change : null;
}
