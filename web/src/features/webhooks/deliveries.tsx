import { useLingui } from "@lingui/react";
import { Plural, Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type DeliveryView,
  getApiV1WebhooksByWebhookIdDeliveries,
  postApiV1WebhooksDeliveriesByDeliveryIdRedeliver,
} from "@/shared/api/generated";
import { ago } from "@/shared/lib/format";
import { Button } from "@/shared/ui/button";
import { Empty, ErrorPanel, Skeleton } from "@/shared/ui/states";
import { DeliveryStanding, useWebhookWords } from "./webhook-words";

const SHOWN = 30;
const SOON = 1_500; // milliseconds between looks while something waits to be tried

/** The newest messages, with what became of them. */
export function Deliveries({ webhookId }: { webhookId: string }) {
  const deliveries = useQuery({
    queryKey: ["webhooks", "deliveries", webhookId],
    queryFn: async ({ signal }) =>
      (
        await getApiV1WebhooksByWebhookIdDeliveries({
          path: { webhookId },
          query: { limit: SHOWN },
          signal,
          throwOnError: true,
        })
      ).data.items,
    refetchInterval: (query) => (query.state.data?.some((one) => one.state === "waiting") ? SOON : false),
  });
  return (
    <section className="grid gap-3">
      <h3 className="text-xl">
        <Trans>What was sent</Trans>
      </h3>
      {deliveries.isPending ? (
        <Skeleton className="h-24" />
      ) : deliveries.error ? (
        <ErrorPanel error={deliveries.error} onRetry={() => void deliveries.refetch()} />
      ) : deliveries.data.length === 0 ? (
        <Empty title={<Trans>Nothing yet</Trans>}>
          <Trans>Send a test to see whether your server understands the studio.</Trans>
        </Empty>
      ) : (
        <ul className="grid gap-2">
          {deliveries.data.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} />
          ))}
        </ul>
      )}
    </section>
  );
}

function DeliveryRow({ delivery }: { delivery: DeliveryView }) {
  const { i18n } = useLingui();
  const words = useWebhookWords();
  const queries = useQueryClient();
  const again = useMutation({
    mutationFn: () =>
      postApiV1WebhooksDeliveriesByDeliveryIdRedeliver({
        path: { deliveryId: delivery.id },
        throwOnError: true,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["webhooks", "deliveries"] }),
  });
  return (
    <li className="grid gap-1 rounded-xl border border-rule bg-leaf px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{words.event(delivery.event)}</span>
        <DeliveryStanding delivery={delivery} />
        <span className="text-sm text-faded">{ago(delivery.createdAt, i18n.locale)}</span>
        {delivery.state !== "waiting" && (
          <Button className="ml-auto" busy={again.isPending} onClick={() => again.mutate()}>
            <Trans>Send again</Trans>
          </Button>
        )}
      </div>
      <p className="text-sm text-faded">
        {delivery.error && <span className="text-alarm">{words.why(delivery.error)} </span>}
        {delivery.status !== null && <Trans>Answer {delivery.status}. </Trans>}
        <Plural value={delivery.attempts} _0="Not tried yet." one="Tried once." other="Tried # times." />{" "}
        {delivery.nextAt && <Trans>Again {ago(delivery.nextAt, i18n.locale)}.</Trans>}
      </p>
    </li>
  );
}
