import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import clsx from "clsx";
import type { JobState } from "@/shared/api/generated";

const STATES: Record<JobState, MessageDescriptor> = {
  queued: msg`Waiting`,
  running: msg`Running`,
  succeeded: msg`Done`,
  failed: msg`Failed`,
  cancelled: msg`Cancelled`,
};

const LOOKS: Record<JobState, string> = {
  queued: "text-amber",
  running: "text-cinnabar-deep",
  succeeded: "text-moss",
  failed: "text-alarm",
  cancelled: "text-faded",
};

const KINDS: Record<string, MessageDescriptor> = {
  "books.make_book.v1": msg`Picture book`,
  "campaigns.analyze_blog.v1": msg`Looking into a blog`,
  "campaigns.discover_blogs.v1": msg`Looking for blogs`,
  "campaigns.run_agent.v1": msg`Agent alone`,
  "campaigns.run.v1": msg`Campaign`,
  "campaigns.read_due_blogs.v1": msg`News of blogs`,
  "campaigns.draft_comment.v1": msg`Draft of a comment`,
  "identity.send_notice.v1": msg`Notice by mail`,
  "identity.send_email_link.v1": msg`Mail with a link`,
  "identity.send_reset_link.v1": msg`Mail for a new password`,
  "jobs.forget_jobs.v1": msg`Tidying up`,
  "library.answer_message.v1": msg`Answer of a character`,
  "library.read_document.v1": msg`Document`,
  "videos.make_video.v1": msg`Film`,
  "webhooks.deliver.v1": msg`Webhook`,
};

export function useJobWords() {
  const { _ } = useLingui();
  return {
    state: (state: JobState) => _(STATES[state]),
    kind: (kind: string) => (KINDS[kind] ? _(KINDS[kind]) : kind),
  };
}

export function JobStateMark({ state }: { state: JobState }) {
  const words = useJobWords();
  return <span className={clsx("text-sm font-semibold", LOOKS[state])}>{words.state(state)}</span>;
}
