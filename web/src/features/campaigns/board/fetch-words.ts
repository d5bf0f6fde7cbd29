import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";

const OUTCOMES: Record<string, MessageDescriptor> = {
  fetched: msg`read`,
  notModified: msg`unchanged`,
  robots: msg`forbidden by robots.txt`,
  refused: msg`address refused`,
  paused: msg`site rests`,
  blocked: msg`blocked`,
  failed: msg`failed`,
  gone: msg`gone`,
  tooLarge: msg`too large`,
  timedOut: msg`took too long`,
  wrongType: msg`not a page`,
};

const PURPOSES: Record<string, MessageDescriptor> = {
  page: msg`page`,
  feed: msg`feed`,
  robots: msg`robots.txt`,
  sitemap: msg`site map`,
  check: msg`check`,
};

export function useFetchWords() {
  const { _ } = useLingui();
  return {
    outcome: (outcome: string) => (OUTCOMES[outcome] ? _(OUTCOMES[outcome]) : outcome),
    purpose: (purpose: string) => (PURPOSES[purpose] ? _(PURPOSES[purpose]) : purpose),
    look: (outcome: string) =>
      outcome === "fetched" || outcome === "notModified" ? "text-moss" : "text-alarm",
  };
}
