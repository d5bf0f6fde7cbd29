import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import type { DeliveryView, WebhookView } from "@/shared/api/generated";

export const EVENTS = [
  "job.succeeded",
  "job.failed",
  "job.cancelled",
  "batch.finished",
  "campaign.awaiting_review",
  "campaign.budget_exceeded",
  "campaign.completed",
] as const;

const NAMES: Record<string, MessageDescriptor> = {
  "job.succeeded": msg`A job succeeded`,
  "job.failed": msg`A job failed`,
  "job.cancelled": msg`A job was cancelled`,
  "batch.finished": msg`A batch is finished`,
  "campaign.awaiting_review": msg`The drafts of a campaign wait for a decision`,
  "campaign.budget_exceeded": msg`A campaign has used its budget`,
  "campaign.completed": msg`A campaign is completed`,
  "webhook.test": msg`A test`,
};

const WHY: Record<string, MessageDescriptor> = {
  refused: msg`The studio may not call this address.`,
  unreachable: msg`Nobody answered at this address.`,
  timed_out: msg`The answer took too long.`,
  status: msg`The receiver refused it.`,
  webhook_disabled: msg`The webhook was switched off.`,
};

export function useWebhookWords() {
  const { _ } = useLingui();
  return {
    event: (name: string) => (NAMES[name] ? _(NAMES[name]) : name),
    why: (error: string) => (WHY[error] ? _(WHY[error]) : error),
  };
}

export function WebhookStanding({ hook }: { hook: WebhookView }) {
  if (hook.enabled)
    return hook.failingSince ? (
      <span className="text-sm font-semibold text-amber">
        <Trans>Failing</Trans>
      </span>
    ) : (
      <span className="text-sm font-semibold text-moss">
        <Trans>On</Trans>
      </span>
    );
  return (
    <span className="text-sm font-semibold text-alarm">
      {hook.disabledBecause === "failing" ? (
        <Trans>Switched off: nothing got through for too long</Trans>
      ) : hook.disabledBecause === "gone" ? (
        <Trans>Switched off: the receiver said it is gone</Trans>
      ) : (
        <Trans>Switched off</Trans>
      )}
    </span>
  );
}

export function DeliveryStanding({ delivery }: { delivery: DeliveryView }) {
  if (delivery.state === "delivered")
    return (
      <span className="text-sm font-semibold text-moss">
        <Trans>Delivered</Trans>
      </span>
    );
  return delivery.state === "failed" ? (
    <span className="text-sm font-semibold text-alarm">
      <Trans>Given up</Trans>
    </span>
  ) : (
    <span className="text-sm font-semibold text-amber">
      <Trans>Waiting</Trans>
    </span>
  );
}
