import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import clsx from "clsx";
import type { CampaignPhase, CampaignState } from "@/shared/api/generated";

const STATES: Record<CampaignState, MessageDescriptor> = {
  draft: msg`Not started`,
  scheduled: msg`Has a date`,
  queued: msg`Waiting for its turn`,
  running: msg`At work`,
  pausing: msg`Finishing a call`,
  paused: msg`Paused`,
  awaitingReview: msg`Waits for you`,
  budgetExceeded: msg`Budget used up`,
  cancelling: msg`Being cancelled`,
  cancelled: msg`Cancelled`,
  failed: msg`Failed`,
  completed: msg`Done`,
};

const LOOKS: Record<CampaignState, string> = {
  draft: "text-faded",
  scheduled: "text-amber",
  queued: "text-amber",
  running: "text-cinnabar-deep",
  pausing: "text-amber",
  paused: "text-amber",
  awaitingReview: "text-amber",
  budgetExceeded: "text-alarm",
  cancelling: "text-amber",
  cancelled: "text-faded",
  failed: "text-alarm",
  completed: "text-moss",
};

const PHASES: Record<NonNullable<CampaignPhase>, MessageDescriptor> = {
  discover: msg`Find blogs`,
  read: msg`Read posts`,
  choose: msg`Choose posts`,
  draft: msg`Draft`,
  review: msg`Review`,
};

const ROLES: Record<string, MessageDescriptor> = {
  researcher: msg`Researcher`,
  analyst: msg`Analyst`,
  writer: msg`Writer`,
  reviewer: msg`Reviewer`,
};

const OPERATIONS: Record<string, MessageDescriptor> = {
  invoke_workflow: msg`The whole run`,
  phase: msg`Phase`,
  invoke_agent: msg`Turn of an agent`,
  chat: msg`Question to a model`,
  execute_tool: msg`Tool`,
  evaluation: msg`Assessment`,
};

const KINDS_OF_SPEND: Record<string, MessageDescriptor> = {
  usd: msg`dollars`,
  tokens: msg`tokens`,
  minutes: msg`minutes`,
  calls: msg`calls`,
};

export function useCampaignWords() {
  const { _ } = useLingui();
  const say = (words: Record<string, MessageDescriptor>, word: string) =>
    words[word] ? _(words[word]) : word;
  return {
    state: (state: CampaignState) => _(STATES[state]),
    phase: (phase: string | null) => say(PHASES, phase ?? ""),
    role: (role: string) => say(ROLES, role),
    operation: (operation: string) => say(OPERATIONS, operation),
    spend: (kind: string) => say(KINDS_OF_SPEND, kind),
  };
}

export function CampaignStateMark({ state }: { state: CampaignState }) {
  const words = useCampaignWords();
  return <span className={clsx("text-sm font-semibold", LOOKS[state])}>{words.state(state)}</span>;
}

/** While it is in one of these, something changes by itself. */
export const isMoving = (state: CampaignState) =>
  state === "queued" || state === "running" || state === "pausing" || state === "cancelling";
