import { Trans, useLingui } from "@lingui/react/macro";
import { Link, Outlet, useParams } from "@tanstack/react-router";
import type { CampaignView } from "@/shared/api/generated";
import { moment } from "@/shared/lib/format";
import { ErrorPanel, Skeleton, Unshown } from "@/shared/ui/states";
import { Tabs } from "@/shared/ui/tabs";
import { CampaignVerbs } from "./campaign-verbs";
import { CampaignStateMark, useCampaignWords } from "./campaign-words";
import { useCampaign, useCampaignEvents } from "./use-campaigns";

/** A campaign's name, state and verbs over each of its pages. */
export function CampaignFrame() {
  const { t } = useLingui();
  const { campaignId } = useParams({ from: "/studio/campaigns/$campaignId" });
  const campaign = useCampaign(campaignId);
  useCampaignEvents(campaignId);
  if (campaign.isPending)
    return (
      <Unshown name={t`Campaign`}>
        <Skeleton className="h-96" />
      </Unshown>
    );
  if (campaign.error)
    return (
      <Unshown name={t`Campaign`}>
        <ErrorPanel error={campaign.error} onRetry={() => void campaign.refetch()} />
      </Unshown>
    );
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Head campaign={campaign.data} />
      <Tabs
        label={t`This campaign`}
        tabs={[
          { to: "/campaigns/$campaignId", label: t`Board`, exact: true },
          { to: "/campaigns/$campaignId/drafts", label: t`Drafts` },
          { to: "/campaigns/$campaignId/timeline", label: t`Timeline` },
          { to: "/campaigns/$campaignId/fetches", label: t`Pages read` },
          { to: "/campaigns/$campaignId/plan", label: t`Plan and budget` },
        ]}
      />
      <Outlet />
    </article>
  );
}

function Head({ campaign }: { campaign: CampaignView }) {
  const { i18n } = useLingui();
  const words = useCampaignWords();
  const { name, topic, state, phase, startsAt, problem, notes } = campaign;
  return (
    <header className="grid gap-3">
      <p className="text-sm" data-screen-only>
        <Link to="/campaigns">
          <Trans>All campaigns</Trans>
        </Link>
      </p>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h1 className="wrap-anywhere text-4xl">{name}</h1>
        <span role="status" className="flex flex-wrap items-baseline gap-x-3">
          <CampaignStateMark state={state} />
          {phase && state === "running" && <span className="text-sm text-faded">{words.phase(phase)}</span>}
        </span>
      </div>
      <p className="max-w-2xl wrap-anywhere text-faded">{topic}</p>
      {startsAt && state === "scheduled" && (
        <p>
          <Trans>It begins {moment(startsAt, i18n.locale)}.</Trans>
        </p>
      )}
      {problem && (
        <p role="alert" className="rounded-xl border border-alarm bg-leaf px-4 py-3 wrap-anywhere">
          {problem.message}{" "}
          {problem.code === "budget_exceeded" && (
            <Link to="/campaigns/$campaignId/plan" params={{ campaignId: campaign.id }}>
              <Trans>Raise the budget</Trans>
            </Link>
          )}
        </p>
      )}
      {notes.length > 0 && (
        <ul className="list-disc rounded-xl bg-well py-3 pl-9 pr-4 text-sm">
          {notes.map((note) => (
            <li key={note} className="wrap-anywhere">
              {note}
            </li>
          ))}
        </ul>
      )}
      <CampaignVerbs campaign={campaign} />
    </header>
  );
}
