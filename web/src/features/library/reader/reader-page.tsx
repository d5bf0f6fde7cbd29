import { Trans, useLingui } from "@lingui/react/macro";
import { useLocation, useParams, useSearch } from "@tanstack/react-router";
import { List, Search } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { ContentsView, DocumentView, MentionView, QuotationView } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { usePersonWords } from "../people/person-words";
import { useContents, useDocument } from "../use-documents";
import { usePeople } from "../use-findings";
import { ChapterName, Contents, lastBefore } from "./contents";
import { Find } from "./find";
import { keepPlace, keptPlace } from "./kept-place";
import type { Row } from "./rows";
import { rowAt } from "./rows";
import { within } from "./spans";
import { TextRow } from "./text-row";
import { useMarks } from "./use-marks";
import { useNamed } from "./use-named";
import { useSpoken } from "./use-spoken";
import { useText } from "./use-text";
import { useNearing, useWindow } from "./use-window";

export function ReaderPage() {
  const { documentId } = useParams({ from: "/studio/library/$documentId/" });
  const document = useDocument(documentId).data;
  const contents = useContents(document ?? NONE);
  if (contents.error) return <ErrorPanel error={contents.error} onRetry={() => void contents.refetch()} />;
  if (!document || !contents.data) return <Skeleton className="h-96" />;
  return <Reader key={document.readAt} document={document} contents={contents.data} />;
}

const NOTHING: readonly QuotationView[] = [];
const NOBODY: readonly MentionView[] = [];
const NONE = { id: "", readAt: null };

function Reader({ document, contents }: { document: DocumentView; contents: ContentsView }) {
  const { t } = useLingui();
  const search = useSearch({ from: "/studio/library/$documentId/" });
  const visit = useLocation({ select: (location) => location.state.__TSR_key });
  const { at } = search;
  const [place, setPlace] = useState(() => at ?? keptPlace(document.id));
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  const asked = useRef({ at, q: search.q });
  const text = useText(document, place);
  const view = useWindow(text, place, setPlace, list);
  const { leave, here, shown } = view;
  const [open, setOpen] = useState<"contents" | "find" | null>(null);

  // A link to a place goes there each time it is followed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: also one that is followed twice
  useEffect(() => {
    const isOnlyLooking = asked.current.at === at && asked.current.q !== search.q;
    asked.current = { at, q: search.q };
    if (isOnlyLooking) return;
    const to = at ?? (place > 0 ? place : null);
    if (to === null) return;
    wanted.current = to;
    leave(to);
    setPlace(to);
  }, [at, visit, leave]);
  const isThere = shown.length > 0 && place === (wanted.current ?? place);
  useEffect(() => {
    if (wanted.current === null || !isThere) return;
    const start = shown[rowAt(shown, wanted.current)]?.start;
    const frame = requestAnimationFrame(() => {
      const row = list.current?.querySelector<HTMLElement>(`[data-start="${start}"]`);
      if (!row) return;
      wanted.current = null;
      const mark = row.querySelector("mark");
      if (mark) mark.scrollIntoView({ block: "center" });
      else row.scrollIntoView({ block: "start" });
      if (at !== undefined) row.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [isThere, shown, at]);
  useEffect(() => keepPlace(document.id, here), [document.id, here]);

  const top = useNearing(view.earlier, view.hasEarlier);
  const bottom = useNearing(view.later, view.hasLater);
  const headings = useMemo(() => new Set(contents.chapters.map((one) => one.start)), [contents]);
  const marksOf = useMarks(document, search);
  const [isTold, setTold] = useState(false);
  const spoken = useSpoken(document, contents, shown, isTold);
  const spokenIn = (row: Row) => (isTold ? within(spoken, row.start, row.end) : NOTHING);
  const [isNamed, setNamed] = useState(false);
  const named = useNamed(document, shown, isNamed);
  const namedIn = (row: Row) => (isNamed ? within(named, row.start, row.end) : NOBODY);
  const people = usePeople(document).data?.items;
  const words = usePersonWords();
  const name = (number: number | null) => people?.find((one) => one.number === number)?.name ?? t`somebody`;
  const sayWho = ({ speaker, addressees, tier }: QuotationView) =>
    [
      addressees.length > 0 ? t`${name(speaker)} to ${addressees.map(name).join(", ")}` : name(speaker),
      words.tier(tier),
    ].join(" · ");

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <aside data-screen-only className="hidden lg:block">
        <div className="sticky top-4 max-h-[calc(100dvh-2rem)] overflow-y-auto p-1">
          <Find document={document}>
            <Contents contents={contents} here={here} />
          </Find>
        </div>
      </aside>
      <section aria-label={t`The text`} className="grid min-w-0 justify-items-center gap-4">
        <div className="sticky top-0 z-10 flex w-full max-w-[40rem] flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-rule bg-paper py-2">
          <Place contents={contents} here={here} />
          <span className="flex shrink-0 gap-2" data-screen-only>
            {document.analyzedAt !== null && (
              <>
                <Switch isOn={isTold} onChange={setTold}>
                  <Trans>Who speaks</Trans>
                </Switch>
                <Switch isOn={isNamed} onChange={setNamed}>
                  <Trans>Names</Trans>
                </Switch>
              </>
            )}
          </span>
          <span className="flex shrink-0 gap-2 lg:hidden" data-screen-only>
            <Button onClick={() => setOpen("find")} aria-label={t`Find in this text`} className="px-3">
              <Search aria-hidden size={16} />
            </Button>
            <Button onClick={() => setOpen("contents")} aria-label={t`Contents`} className="px-3">
              <List aria-hidden size={16} />
            </Button>
          </span>
        </div>
        {text.error && <ErrorPanel error={text.error} onRetry={text.retry} />}
        <div ref={top} />
        {view.hasEarlier && shown.length > 0 && (
          <Button onClick={view.earlier}>
            <Trans>What comes before</Trans>
          </Button>
        )}
        {shown.length === 0 && !text.error && <Skeleton className="h-96 w-full max-w-[40rem]" />}
        <div
          ref={list}
          lang={document.language ?? undefined}
          className="w-full max-w-[40rem] font-display text-lg leading-relaxed [overflow-anchor:none]"
        >
          {shown.map((row) => (
            <TextRow
              key={row.start}
              row={row}
              isHeading={headings.has(row.start)}
              page={contents.pages.find((one) => one.start >= row.start && one.start < row.end)?.number}
              marks={marksOf(row)}
              spoken={spokenIn(row)}
              named={namedIn(row)}
              documentId={document.id}
              sayWho={sayWho}
            />
          ))}
        </div>
        {view.hasLater && shown.length > 0 && (
          <Button onClick={view.later}>
            <Trans>What comes next</Trans>
          </Button>
        )}
        <div ref={bottom} />
      </section>
      {open === "contents" && (
        <Dialog title={<Trans>Contents</Trans>} onClose={() => setOpen(null)}>
          <Contents contents={contents} here={here} onGo={() => setOpen(null)} />
        </Dialog>
      )}
      {open === "find" && (
        <Dialog title={<Trans>Find in this text</Trans>} onClose={() => setOpen(null)}>
          <Find document={document} onGo={() => setOpen(null)} />
        </Dialog>
      )}
    </div>
  );
}

function Switch(props: { isOn: boolean; onChange: (isOn: boolean) => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={props.isOn}
      onClick={() => props.onChange(!props.isOn)}
      className="inline-flex min-h-10 items-center rounded-full border border-rule px-3.5 py-1.5 text-sm hover:border-cinnabar aria-pressed:bg-ink aria-pressed:text-paper"
    >
      {props.children}
    </button>
  );
}

/** Where in the text one is. */
function Place({ contents: { chapters, pages, length }, here }: { contents: ContentsView; here: number }) {
  const chapter = chapters[lastBefore(chapters, here)];
  const page = pages[lastBefore(pages, here)];
  const percent = length === 0 ? 0 : Math.floor((here / length) * 100);
  return (
    <p className="flex min-w-0 flex-wrap gap-x-3 text-sm text-faded max-sm:basis-full">
      {chapter && (
        <span className="truncate">
          <ChapterName chapter={chapter} />
        </span>
      )}
      {page && (
        <span>
          <Trans>Page {page.number}</Trans>
        </span>
      )}
      <span className="tabular-nums">{percent} %</span>
    </p>
  );
}
