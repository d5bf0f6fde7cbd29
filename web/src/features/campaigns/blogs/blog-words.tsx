import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { BlogState, FoundBy } from "@/shared/api/generated";

const OPENNESS: Record<string, MessageDescriptor> = {
  unknown: msg`comments: not known`,
  open: msg`comments open`,
  openLogin: msg`comments open with a login`,
  moderated: msg`comments open, held for approval`,
  closed: msg`comments closed`,
  none: msg`no comments`,
};

const STATES: Record<BlogState, MessageDescriptor> = {
  found: msg`Not read yet`,
  ready: msg`Read`,
  refused: msg`Not to be read`,
  gone: msg`Gone`,
};

const FOUND_BY: Record<FoundBy, MessageDescriptor> = {
  seed: msg`given by you`,
  link: msg`linked by another blog`,
  opml: msg`from a feed reader`,
  keyword: msg`found by a keyword`,
};

const PARTS: Record<string, MessageDescriptor> = {
  topic_fit: msg`Fits the topic`,
  freshness: msg`Fresh`,
  cadence: msg`Written for often`,
  openness: msg`Open to comments`,
  "authority.https": msg`Encrypted address`,
  "authority.age": msg`Has been there for long`,
  "authority.author": msg`Names its author`,
  "authority.contact": msg`Can be written to`,
  "authority.length": msg`Length of its posts`,
  "authority.citations": msg`Cites others`,
  "authority.comments": msg`Is talked about`,
  "authority.inbound": msg`Is linked to`,
};

const plain = (word: string) => word.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

export function useBlogWords() {
  const { _ } = useLingui();
  return {
    openness: (openness: string) => {
      const known = OPENNESS[openness] ?? OPENNESS[plain(openness.replace(/^./, (one) => one.toLowerCase()))];
      return known ? _(known) : openness;
    },
    state: (state: BlogState) => _(STATES[state]),
    foundBy: (by: FoundBy) => _(FOUND_BY[by]),
    part: (part: string) => (PARTS[part] ? _(PARTS[part]) : part),
  };
}
