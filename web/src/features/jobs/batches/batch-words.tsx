import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import clsx from "clsx";
import type { BatchState } from "@/shared/api/generated";

const STATES: Record<BatchState, MessageDescriptor> = {
  queued: msg`Waiting`,
  running: msg`Running`,
  succeeded: msg`Done`,
  partial: msg`Done in part`,
  failed: msg`Failed`,
  cancelled: msg`Cancelled`,
};

const LOOKS: Record<BatchState, string> = {
  queued: "text-amber",
  running: "text-cinnabar-deep",
  succeeded: "text-moss",
  partial: "text-amber",
  failed: "text-alarm",
  cancelled: "text-faded",
};

export function BatchStateMark({ state }: { state: BatchState }) {
  const { _ } = useLingui();
  return <span className={clsx("text-sm font-semibold", LOOKS[state])}>{_(STATES[state])}</span>;
}
