import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import clsx from "clsx";
import { useEffect, useRef, useState } from "react";
import type { CommentState, CommentSummary } from "@/shared/api/generated";
import { useKeys } from "@/shared/lib/keys";
import { Button } from "@/shared/ui/button";
import { filterLook } from "@/shared/ui/filter";
import { Empty, ErrorPanel, Skeleton } from "@/shared/ui/states";
import { CommentStateMark, useCommentWords } from "./comment-words";
import { Draft } from "./draft";
import { useComments } from "./use-comments";

const OF_A_CAMPAIGN = ["ready", "needsWork", "blocked", "approved", "rejected"] as const;

interface Desk {
  campaign?: string;
  state?: CommentState;
  draft?: string;
}

/** Drafts in a row, and one of them open: gone through by keyboard, decided by a person. */
export function ReviewDesk({ campaign, state, draft }: Desk) {
  const { t } = useLingui();
  const words = useCommentWords();
  const navigate = useNavigate();
  const list = useComments({ campaign, state });
  const [said, setSaid] = useState("");
  const drafts = list.data?.pages.flatMap((page) => page.items) ?? [];
  const open = draft ?? drafts[0]?.id;
  const at = drafts.findIndex((one) => one.id === open);

  const goTo = (id: string | undefined) =>
    void navigate({
      to: ".",
      search: ((old: object) => ({ ...old, draft: id })) as never,
      replace: true,
      resetScroll: false,
    });
  function step(by: 1 | -1) {
    const next = drafts[at < 0 ? 0 : at + by];
    if (!next) return setSaid(by > 0 ? t`That was the last draft.` : t`That was the first draft.`);
    goTo(next.id);
    const place = drafts.indexOf(next) + 1;
    setSaid(t`Draft ${place} of ${drafts.length}: ${next.postTitle}. ${words.state(next.state)}.`);
  }
  useKeys({
    j: { does: <Trans>The next draft</Trans>, act: () => step(1) },
    k: { does: <Trans>The draft before</Trans>, act: () => step(-1) },
  });
  // The list forgets what is decided; the next one is known before that, and the keyboard goes on there.
  const after = drafts[at + 1]?.id ?? drafts[at - 1]?.id;
  const [decided, setDecided] = useState(0);
  useEffect(() => {
    if (decided > 0) document.querySelector<HTMLElement>("[data-open-draft]")?.focus();
  }, [decided]);

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <nav aria-label={t`Filter by state`} className="flex flex-wrap gap-2">
        <Filter label={campaign ? t`All` : t`To decide`} isOn={!state} />
        {OF_A_CAMPAIGN.map((one) => (
          <Filter key={one} label={words.state(one)} state={one} isOn={state === one} />
        ))}
      </nav>
      <p role="status" className="sr-only">
        {said}
      </p>
      {list.isPending ? (
        <Skeleton className="h-96" />
      ) : list.error ? (
        <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
      ) : drafts.length === 0 && !draft ? (
        <Empty title={<Trans>Nothing waits for you here</Trans>}>
          <Trans>Drafts come here when a campaign’s crew has written and reviewed them.</Trans>
        </Empty>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[18rem_minmax(0,1fr)]">
          <section aria-label={t`Drafts`} className="grid gap-2 lg:sticky lg:top-4">
            <p className="flex flex-wrap justify-between gap-x-3 text-sm text-faded">
              <Plural value={drafts.length} one="# draft" other="# drafts" />
              <span data-screen-only className="max-lg:hidden">
                <Trans>J and K go from one to the next</Trans>
              </span>
            </p>
            <ol className="-mx-1 grid max-h-56 gap-1.5 overflow-y-auto p-1 lg:max-h-[70dvh]">
              {drafts.map((one) => (
                <Row key={one.id} draft={one} isOpen={one.id === open} onOpen={() => goTo(one.id)} />
              ))}
            </ol>
            {list.hasNextPage && (
              <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                <Trans>More drafts</Trans>
              </Button>
            )}
          </section>
          {open && (
            <Draft
              key={open}
              commentId={open}
              onDecided={(what) => {
                setSaid(what);
                if (after) goTo(after);
                setDecided((times) => times + 1);
              }}
            />
          )}
        </div>
      )}
    </div>
  );
}

function Filter({ label, state, isOn }: { label: string; state?: CommentState; isOn: boolean }) {
  return (
    <Link
      to="."
      search={((old: object) => ({ ...old, state, draft: undefined })) as never}
      aria-current={isOn ? "page" : undefined}
      className={filterLook}
    >
      {label}
    </Link>
  );
}

function Row({ draft, isOpen, onOpen }: { draft: CommentSummary; isOpen: boolean; onOpen: () => void }) {
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  return (
    <li>
      <button
        ref={row}
        type="button"
        aria-current={isOpen ? "true" : undefined}
        data-open-draft={isOpen || undefined}
        onClick={onOpen}
        className={clsx(
          "grid w-full gap-0.5 rounded-xl border bg-leaf px-3 py-2 text-left hover:border-cinnabar",
          isOpen ? "border-cinnabar" : "border-rule",
        )}
      >
        <span className="line-clamp-2 wrap-anywhere text-sm font-semibold">{draft.postTitle}</span>
        <span className="flex flex-wrap items-baseline gap-x-3 text-sm text-faded">
          <CommentStateMark state={draft.state} />
          {draft.score !== null && <span className="tabular-nums">{Math.round(draft.score)}</span>}
          {draft.attempts > 0 && (
            <span className="text-alarm">
              <Trans>page gives orders</Trans>
            </span>
          )}
        </span>
      </button>
    </li>
  );
}
