import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { getApiV1CampaignsByCampaignIdFetches } from "@/shared/api/generated";
import { Pager } from "@/shared/ui/pager";
import { Empty, ErrorPanel, Skeleton } from "@/shared/ui/states";
import { FetchRow } from "./fetch-row";

const PAGE = 50;

/** Every page that was asked for, the newest first. */
export function FetchesPage() {
  const { t } = useLingui();
  const { campaignId } = useParams({ from: "/studio/campaigns/$campaignId/fetches" });
  const { cursor } = useSearch({ from: "/studio/campaigns/$campaignId/fetches" });
  const fetches = useQuery({
    queryKey: ["campaigns", "fetches", campaignId, cursor ?? ""],
    queryFn: async ({ signal }) =>
      (
        await getApiV1CampaignsByCampaignIdFetches({
          path: { campaignId },
          query: { limit: PAGE, cursor },
          signal,
          throwOnError: true,
        })
      ).data,
  });
  return (
    <section className="grid gap-4" aria-label={t`Pages read`}>
      <p className="max-w-2xl text-faded">
        <Trans>
          Each site is asked through its robots.txt first; what stands there, and how long was waited, is said
          beside each page.
        </Trans>
      </p>
      {fetches.isPending ? (
        <Skeleton className="h-96" />
      ) : fetches.error ? (
        <ErrorPanel error={fetches.error} onRetry={() => void fetches.refetch()} />
      ) : fetches.data.items.length === 0 ? (
        <Empty title={<Trans>No page was read yet</Trans>} />
      ) : (
        <ul className="rounded-2xl border border-rule bg-leaf px-5 py-2 shadow-leaf">
          {fetches.data.items.map((one) => (
            <FetchRow key={one.id} fetch={one} />
          ))}
        </ul>
      )}
      {fetches.data && <Pager cursor={cursor} next={fetches.data.nextCursor} />}
    </section>
  );
}
