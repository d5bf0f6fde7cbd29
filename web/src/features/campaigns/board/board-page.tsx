import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import type { BoardView, CampaignState } from "@/shared/api/generated";
import { buttonLook } from "@/shared/ui/button";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { isMoving } from "../campaign-words";
import { useCommentWords } from "../review/comment-words";
import { useBoard } from "../use-campaigns";
import { AtWork } from "./at-work";
import { LastFetches } from "./last-fetches";
import { Latest } from "./latest";
import { Phases } from "./phases";
import { Spend } from "./spend";

/** How a campaign stands, as it happens. */
export function BoardPage() {
  const { campaignId } = useParams({ from: "/studio/campaigns/$campaignId/" });
  const board = useBoard(campaignId);
  if (board.isPending) return <Skeleton className="h-96" />;
  if (board.error) return <ErrorPanel error={board.error} onRetry={() => void board.refetch()} />;
  return <Board campaignId={campaignId} board={board.data} />;
}

function Board({ campaignId, board }: { campaignId: string; board: BoardView }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <Next campaignId={campaignId} board={board} />
      <Phases board={board} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2">
        <AtWork board={board} />
        <Counts campaignId={campaignId} board={board} />
        <Spend spend={board.spend} />
        <LastFetches campaignId={campaignId} fetches={board.fetches} />
      </div>
      <Latest campaignId={campaignId} spans={board.latest} />
    </div>
  );
}

const WAITING: readonly string[] = ["ready", "needsWork", "blocked"];

/** What a person should do now, where there is something. */
function Next({ campaignId, board: { state, counts } }: { campaignId: string; board: BoardView }) {
  const waiting = WAITING.reduce((sum, one) => sum + (counts.comments[one] ?? 0), 0);
  if (waiting === 0 || !mayDecide(state)) return null;
  return (
    <p className="flex flex-wrap items-center gap-3 rounded-2xl border border-cinnabar bg-leaf px-5 py-4">
      <span className="grow">
        {waiting === 1 ? (
          <Trans>One draft waits for your decision.</Trans>
        ) : (
          <Trans>{waiting} drafts wait for your decision.</Trans>
        )}
      </span>
      <Link
        to="/campaigns/$campaignId/drafts"
        params={{ campaignId }}
        className={buttonLook(isMoving(state) ? "plain" : "main")}
      >
        <Trans>Decide on them</Trans>
      </Link>
    </p>
  );
}

const mayDecide = (state: CampaignState) => state !== "draft" && state !== "scheduled";

function Counts({ campaignId, board: { counts } }: { campaignId: string; board: BoardView }) {
  const { t, i18n } = useLingui();
  const words = useCommentWords();
  const facts: [string, number][] = [
    [t`Blogs found`, counts.blogs],
    [t`Posts read`, counts.posts],
    [t`Posts chosen`, counts.picked],
  ];
  const states = (["drafting", "ready", "needsWork", "blocked", "approved", "rejected"] as const).filter(
    (one) => (counts.comments[one] ?? 0) > 0,
  );
  return (
    <section
      className="grid gap-3 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf"
      aria-labelledby="counts"
    >
      <h2 id="counts" className="text-2xl">
        <Trans>What came of it</Trans>
      </h2>
      <dl className="grid grid-cols-3 gap-3">
        {facts.map(([name, value]) => (
          <div key={name} className="flex flex-col-reverse">
            <dt className="text-sm text-faded">{name}</dt>
            <dd className="font-display text-2xl tabular-nums">{i18n.number(value)}</dd>
          </div>
        ))}
      </dl>
      {states.length > 0 && (
        <ul className="grid gap-1 text-sm">
          {states.map((one) => (
            <li key={one} className="flex justify-between gap-3 border-t border-rule pt-1.5">
              {one === "drafting" ? (
                words.state(one)
              ) : (
                <Link to="/campaigns/$campaignId/drafts" params={{ campaignId }} search={{ state: one }}>
                  {words.state(one)}
                </Link>
              )}
              <span className="tabular-nums">{i18n.number(counts.comments[one] ?? 0)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
