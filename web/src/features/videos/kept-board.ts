import type { Draft } from "./board";

const KEY = "atelier.storyboard.";

/** What was changed and not saved, and the version that was seen then. */
export interface Typed {
  draft: Draft;
  version: number;
}

/** What somebody had before them when they left the page; this tab keeps it. */
export function keptBoard(videoId: string): Typed | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY + videoId) ?? "null") as Typed | null;
  } catch {
    return null;
  }
}

export function keepBoard(videoId: string, typed: Typed | null): void {
  try {
    if (typed) sessionStorage.setItem(KEY + videoId, JSON.stringify(typed));
    else sessionStorage.removeItem(KEY + videoId);
  } catch {
    // The browser keeps nothing, or no more: the page works, and forgets when it is left.
  }
}
