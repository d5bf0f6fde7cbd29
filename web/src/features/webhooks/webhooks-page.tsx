import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { getApiV1Webhooks, type NewWebhookView } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { Secret } from "@/shared/ui/secret";
import { Empty, ErrorPanel, Skeleton } from "@/shared/ui/states";
import { NewWebhook } from "./new-webhook";
import { WebhookStanding } from "./webhook-words";

export function WebhooksPage() {
  const { t } = useLingui();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<NewWebhookView | null>(null);
  const hooks = useQuery({
    queryKey: ["webhooks", "list"],
    queryFn: async ({ signal }) =>
      (await getApiV1Webhooks({ query: { limit: 50 }, signal, throwOnError: true })).data.items,
  });
  const add = (
    <Button look="main" onClick={() => setAsking(true)}>
      <Trans>New webhook</Trans>
    </Button>
  );
  return (
    <section className="grid gap-4">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-2xl">
          <Trans>Webhooks</Trans>
        </h2>
        {(hooks.data?.length ?? 0) > 0 && add}
      </header>
      <p className="text-faded">
        <Trans>The studio tells a server of yours when work is done, with a signed message.</Trans>
      </p>
      {made && (
        <Secret label={t`The secret of “${made.name}”, shown now and never again`} value={made.secret} />
      )}
      {hooks.isPending ? (
        <Skeleton className="h-24" />
      ) : hooks.error ? (
        <ErrorPanel error={hooks.error} onRetry={() => void hooks.refetch()} />
      ) : hooks.data.length === 0 ? (
        <Empty title={<Trans>No webhooks</Trans>} action={add} />
      ) : (
        <ul className="grid gap-2">
          {hooks.data.map((hook) => (
            <li key={hook.id} className="grid gap-1 rounded-xl border border-rule bg-leaf px-4 py-3">
              <div className="flex flex-wrap items-baseline justify-between gap-3">
                <Link
                  to="/settings/webhooks/$webhookId"
                  params={{ webhookId: hook.id }}
                  className="font-semibold text-ink"
                >
                  {hook.name}
                </Link>
                <WebhookStanding hook={hook} />
              </div>
              <p className="wrap-anywhere text-sm text-faded">{hook.url}</p>
            </li>
          ))}
        </ul>
      )}
      {asking && (
        <Dialog title={<Trans>A new webhook</Trans>} onClose={() => setAsking(false)}>
          <NewWebhook
            onMade={(hook) => {
              setMade(hook);
              setAsking(false);
              void queries.invalidateQueries({ queryKey: ["webhooks"] });
            }}
          />
        </Dialog>
      )}
    </section>
  );
}
