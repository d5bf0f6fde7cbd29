import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useSearch } from "@tanstack/react-router";
import type { CampaignListItem } from "@/shared/api/generated";
import { ago, moment } from "@/shared/lib/format";
import { buttonLook } from "@/shared/ui/button";
import { filterLook } from "@/shared/ui/filter";
import { Pager } from "@/shared/ui/pager";
import { Empty, ErrorPanel, Skeleton } from "@/shared/ui/states";
import { CampaignStateMark, useCampaignWords } from "./campaign-words";
import { SectionHead } from "./section-head";
import { useCampaigns } from "./use-campaigns";

const PAGE = 40;
const FILTERS = ["running", "awaitingReview", "draft", "completed"] as const;

export function CampaignsPage() {
  const { t } = useLingui();
  const words = useCampaignWords();
  const { state, cursor } = useSearch({ from: "/studio/campaigns/" });
  const campaigns = useCampaigns(PAGE, state, cursor);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <SectionHead title={t`Campaigns`}>
        <Link to="/campaigns/new" className={buttonLook("main")}>
          <Trans>New campaign</Trans>
        </Link>
      </SectionHead>
      <nav aria-label={t`Filter by state`} className="flex flex-wrap gap-2">
        <Link
          to="/campaigns"
          search={{}}
          activeOptions={{ exact: true }}
          aria-current={state ? undefined : "page"}
          className={filterLook}
        >
          <Trans>All</Trans>
        </Link>
        {FILTERS.map((one) => (
          <Link
            key={one}
            to="/campaigns"
            search={{ state: one }}
            aria-current={state === one ? "page" : undefined}
            className={filterLook}
          >
            {words.state(one)}
          </Link>
        ))}
      </nav>
      {campaigns.isPending ? (
        <div className="grid gap-3">
          {["a", "b", "c"].map((key) => (
            <Skeleton key={key} className="h-24" />
          ))}
        </div>
      ) : campaigns.error ? (
        <ErrorPanel error={campaigns.error} onRetry={() => void campaigns.refetch()} />
      ) : campaigns.data.items.length === 0 ? (
        <NoCampaigns isFiltered={state !== undefined} />
      ) : (
        <ul className="grid gap-3">
          {campaigns.data.items.map((campaign) => (
            <Row key={campaign.id} campaign={campaign} />
          ))}
        </ul>
      )}
      {campaigns.data && <Pager cursor={cursor} next={campaigns.data.nextCursor} />}
    </div>
  );
}

function NoCampaigns({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) return <Empty title={<Trans>None is in this state</Trans>} />;
  return (
    <Empty
      title={<Trans>No campaigns yet</Trans>}
      action={
        <Link to="/campaigns/new" className={buttonLook("main")}>
          <Trans>Plan the first campaign</Trans>
        </Link>
      }
    >
      <Trans>
        Say what you know about and who you are. A crew finds blogs that talk about it, reads them politely,
        and drafts comments that add something. You decide on each; nothing is ever posted from here.
      </Trans>
    </Empty>
  );
}

function Row({ campaign }: { campaign: CampaignListItem }) {
  const { i18n } = useLingui();
  const words = useCampaignWords();
  const { id, name, topic, state, phase, startsAt, updatedAt } = campaign;
  return (
    <li className="grid gap-1 rounded-xl border border-rule bg-leaf p-4 shadow-leaf">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="wrap-anywhere text-xl">
          <Link to="/campaigns/$campaignId" params={{ campaignId: id }} className="text-ink">
            {name}
          </Link>
        </h2>
        <CampaignStateMark state={state} />
        {phase && state === "running" && <span className="text-sm text-faded">{words.phase(phase)}</span>}
      </div>
      <p className="line-clamp-2 wrap-anywhere">{topic}</p>
      <p className="flex flex-wrap gap-x-4 text-sm text-faded">
        {startsAt && state === "scheduled" && (
          <span>
            <Trans>begins {moment(startsAt, i18n.locale)}</Trans>
          </span>
        )}
        <time dateTime={updatedAt}>
          <Trans>changed {ago(updatedAt, i18n.locale)}</Trans>
        </time>
        {state === "awaitingReview" && (
          <Link to="/campaigns/$campaignId/drafts" params={{ campaignId: id }}>
            <Trans>Decide on its drafts</Trans>
          </Link>
        )}
      </p>
    </li>
  );
}
