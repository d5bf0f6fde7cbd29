import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import {
  type ChangedSecretView,
  deleteApiV1WebhooksByWebhookId,
  getApiV1WebhooksByWebhookId,
  patchApiV1WebhooksByWebhookId,
  postApiV1WebhooksByWebhookIdSecret,
  postApiV1WebhooksByWebhookIdTest,
  type WebhookView,
} from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { ConfirmButton } from "@/shared/ui/confirm";
import { Secret } from "@/shared/ui/secret";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";
import { Deliveries } from "./deliveries";
import { useWebhookWords, WebhookStanding } from "./webhook-words";

export function WebhookPage() {
  const { webhookId } = useParams({ from: "/studio/settings/webhooks/$webhookId" });
  const words = useWebhookWords();
  const hook = useQuery({
    queryKey: ["webhooks", "one", webhookId],
    queryFn: async ({ signal }) =>
      (await getApiV1WebhooksByWebhookId({ path: { webhookId }, signal, throwOnError: true })).data,
  });
  if (hook.isPending) return <Skeleton className="h-64" />;
  if (hook.error) return <ErrorPanel error={hook.error} onRetry={() => void hook.refetch()} />;
  return (
    <article className="grid gap-6">
      <p className="text-sm">
        <Link to="/settings/webhooks">
          <Trans>All webhooks</Trans>
        </Link>
      </p>
      <header className="grid gap-1">
        <div className="flex flex-wrap items-baseline gap-3">
          <h2 className="text-2xl">{hook.data.name}</h2>
          <WebhookStanding hook={hook.data} />
        </div>
        <p className="break-all text-faded">{hook.data.url}</p>
        <p className="text-sm text-faded">{hook.data.events.map(words.event).join(" · ")}</p>
      </header>
      <Verbs hook={hook.data} />
      <Deliveries webhookId={webhookId} />
    </article>
  );
}

function Verbs({ hook }: { hook: WebhookView }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const path = { webhookId: hook.id };
  const [changed, setChanged] = useState<ChangedSecretView | null>(null);
  const again = () => queries.invalidateQueries({ queryKey: ["webhooks"] });
  const test = useMutation({
    mutationFn: () => postApiV1WebhooksByWebhookIdTest({ path, throwOnError: true }),
    onSuccess: () => toast(t`A test is on its way.`),
    onSettled: again,
  });
  const turn = useMutation({
    mutationFn: (enabled: boolean) =>
      patchApiV1WebhooksByWebhookId({ path, body: { enabled }, throwOnError: true }),
    onSettled: again,
  });
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        <Button look="main" busy={test.isPending} onClick={() => test.mutate()}>
          <Trans>Send a test</Trans>
        </Button>
        <Button busy={turn.isPending} onClick={() => turn.mutate(!hook.enabled)}>
          {hook.enabled ? <Trans>Switch off</Trans> : <Trans>Switch on</Trans>}
        </Button>
        <ConfirmButton
          label={<Trans>New secret</Trans>}
          look="plain"
          title={<Trans>Give this webhook a new secret?</Trans>}
          act={async () =>
            setChanged(
              (await postApiV1WebhooksByWebhookIdSecret({ path, body: {}, throwOnError: true })).data,
            )
          }
        >
          <p>
            <Trans>
              For a day, messages carry the signatures of both, so that your server can change over.
            </Trans>
          </p>
        </ConfirmButton>
        <ConfirmButton
          label={<Trans>Delete</Trans>}
          title={<Trans>Delete this webhook?</Trans>}
          act={async () => {
            await deleteApiV1WebhooksByWebhookId({ path, throwOnError: true });
            void queries.invalidateQueries({ queryKey: ["webhooks", "list"] });
            await navigate({ to: "/settings/webhooks" });
          }}
        >
          <p>
            <Trans>Nothing is sent to it any more, and its log is gone.</Trans>
          </p>
        </ConfirmButton>
      </div>
      {changed && (
        <Secret
          label={t`The new secret of “${hook.name}”, shown now and never again`}
          value={changed.secret}
        />
      )}
      {(test.error ?? turn.error) && <ErrorPanel error={test.error ?? turn.error} />}
    </div>
  );
}
