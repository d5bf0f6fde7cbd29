import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import clsx from "clsx";
import type { CommentState } from "@/shared/api/generated";

const STATES: Record<CommentState, MessageDescriptor> = {
  drafting: msg`Being written`,
  ready: msg`Ready to decide`,
  needsWork: msg`Needs work`,
  blocked: msg`Stopped by a gate`,
  approved: msg`Approved`,
  rejected: msg`Rejected`,
};

const LOOKS: Record<CommentState, string> = {
  drafting: "text-cinnabar-deep",
  ready: "text-moss",
  needsWork: "text-amber",
  blocked: "text-alarm",
  approved: "text-moss",
  rejected: "text-faded",
};

const PARTS: Record<string, MessageDescriptor> = {
  relevance: msg`Relevance`,
  specificity: msg`Specific to this post`,
  addedValue: msg`Adds something`,
  originality: msg`Own words`,
  tone: msg`Tone and persona`,
  honesty: msg`Disclosure and honesty`,
  form: msg`Form`,
};

const GATES: Record<string, MessageDescriptor> = {
  G1: msg`Read lately, and allowed by robots.txt`,
  G2: msg`Comments are open`,
  G3: msg`The affiliation is disclosed`,
  G4: msg`No more links than allowed`,
  G5: msg`Not copied from the post`,
  G6: msg`Not like another draft`,
  G7: msg`Every claim has its evidence`,
  G8: msg`Civil, private, and no invented experience`,
  G9: msg`In the language of the post`,
  G10: msg`Neither the site’s terms nor a block list forbid it`,
};

const SIGNALS: Record<string, MessageDescriptor> = {
  linksOverOne: msg`A link beyond the first`,
  shortener: msg`A shortened link`,
  keywordAsLink: msg`A link named like a keyword`,
  praiseOpener: msg`Begins with general praise`,
  sameSkeleton: msg`The same sentence frame on several sites`,
  keywordInName: msg`A keyword in the name`,
  keywordDensity: msg`Too many keywords`,
  callToAction: msg`“Check out”, “click”, “visit”`,
  burst: msg`Emoji or capitals in a row`,
  tooShort: msg`Fewer than 15 words`,
  verifiedAnchors: msg`Two verified places in the post`,
  question: msg`A question to the author`,
};

const ANCHORS: Record<string, MessageDescriptor> = {
  number: msg`a number`,
  name: msg`a name`,
  quotation: msg`a quotation`,
  phrase: msg`a phrase`,
};

const ATTEMPTS: Record<string, MessageDescriptor> = {
  instruction: msg`gives orders`,
  role: msg`speaks as somebody else`,
  link: msg`wants a link placed`,
  tool: msg`wants a tool used`,
  invisible: msg`hides characters`,
};

const WHERE: Record<string, MessageDescriptor> = {
  text: msg`in the text`,
  hidden: msg`in hidden text`,
  title: msg`in a title`,
  output: msg`in what was written from it`,
};

/** Words of the studio come as one_word or oneWord. */
const plain = (word: string) => word.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

export function useCommentWords() {
  const { _ } = useLingui();
  const say = (words: Record<string, MessageDescriptor>, word: string) => {
    const known = words[plain(word)] ?? words[word];
    return known ? _(known) : word;
  };
  return {
    state: (state: CommentState) => _(STATES[state]),
    part: (part: string) => say(PARTS, part),
    gate: (code: string) => say(GATES, code),
    signal: (signal: string) => say(SIGNALS, signal),
    anchor: (kind: string) => say(ANCHORS, kind),
    attempt: (kind: string) => say(ATTEMPTS, kind),
    where: (where: string) => say(WHERE, where),
  };
}

export function CommentStateMark({ state }: { state: CommentState }) {
  const words = useCommentWords();
  return <span className={clsx("text-sm font-semibold", LOOKS[state])}>{words.state(state)}</span>;
}
