import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import {
  type CampaignAtWork,
  getApiV1AdminCampaigns,
  postApiV1CampaignsByCampaignIdPause,
} from "@/shared/api/generated";
import { ago } from "@/shared/lib/format";
import { ConfirmButton } from "@/shared/ui/confirm";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";
import { CampaignStateMark, useCampaignWords } from "../campaign-words";

const LOOK = 10_000; // milliseconds
const SHOWN = 50;

/** Everybody's campaigns that are at work now; whoever looks after the studio can hold each. */
export function Running() {
  const running = useQuery({
    queryKey: ["campaigns", "everybody"],
    queryFn: async ({ signal }) =>
      (await getApiV1AdminCampaigns({ query: { limit: SHOWN }, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
    refetchInterval: LOOK,
  });
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-4" aria-labelledby="running">
      <h3 id="running" className="text-2xl">
        <Trans>At work now</Trans>
      </h3>
      {running.isPending ? (
        <Skeleton className="h-24" />
      ) : running.error ? (
        <ErrorPanel error={running.error} onRetry={() => void running.refetch()} />
      ) : running.data.items.length === 0 ? (
        <p className="text-faded">
          <Trans>No crew is at work.</Trans>
        </p>
      ) : (
        <ul className="divide-y divide-rule rounded-xl border border-rule bg-leaf">
          {running.data.items.map((campaign) => (
            <Row key={campaign.id} campaign={campaign} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ campaign }: { campaign: CampaignAtWork }) {
  const { i18n } = useLingui();
  const words = useCampaignWords();
  const queries = useQueryClient();
  const { id, name, topic, ownerId, state, phase, startedAt } = campaign;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
      <div className="grid min-w-0 grow basis-64 gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="wrap-anywhere text-base font-semibold">{name}</span>
          <CampaignStateMark state={state} />
          {phase && state === "running" && <span className="text-faded">{words.phase(phase)}</span>}
        </p>
        <p className="line-clamp-2 wrap-anywhere">{topic}</p>
        <p className="flex flex-wrap gap-x-4 text-faded">
          {startedAt && (
            <time dateTime={startedAt}>
              <Trans>began {ago(startedAt, i18n.locale)}</Trans>
            </time>
          )}
          <Link to="/admin/people/$userId" params={{ userId: ownerId }}>
            <Trans>Whose it is</Trans>
          </Link>
        </p>
      </div>
      {campaign.mayPause && (
        <ConfirmButton
          look="plain"
          label={<Trans>Pause</Trans>}
          title={<Trans>Pause “{name}”?</Trans>}
          act={async () => {
            await postApiV1CampaignsByCampaignIdPause({ path: { campaignId: id }, throwOnError: true });
            void queries.invalidateQueries({ queryKey: ["campaigns", "everybody"] });
            toast(<Trans>“{name}” stops after the call under way.</Trans>);
          }}
        >
          <p>
            <Trans>
              The call under way is finished, and nothing more is begun. What is there stays. Only its owner
              can let it go on, and that you paused it is written down.
            </Trans>
          </p>
        </ConfirmButton>
      )}
    </li>
  );
}
