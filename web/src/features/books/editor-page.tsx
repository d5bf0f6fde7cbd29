import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import clsx from "clsx";
import { Lock, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import type { BookPageView, BookView } from "@/shared/api/generated";
import { problemOf } from "@/shared/api/problem";
import { buttonLook } from "@/shared/ui/button";
import { Empty, ErrorPanel, Skeleton, Unshown } from "@/shared/ui/states";
import type { Draft } from "./draft";
import { Making } from "./making";
import { PageEditor } from "./page-editor";
import { TooOld } from "./too-old";
import { useBook, useBookPages } from "./use-books";
import { useStoryPage } from "./use-editing";
import { Versions } from "./versions";
import { WriteAnew } from "./write-anew";

/** The book on the bench: one page at a time, and what it was before. */
export function EditorPage() {
  const { t } = useLingui();
  const { bookId } = useParams({ from: "/studio/books/$bookId/edit" });
  const book = useBook(bookId);
  const pages = useBookPages(book.data);
  if (book.error)
    return (
      <Unshown name={t`Book`}>
        <ErrorPanel error={book.error} onRetry={() => void book.refetch()} />
      </Unshown>
    );
  if (pages.error)
    return (
      <Unshown name={t`Book`}>
        <ErrorPanel error={pages.error} onRetry={() => void pages.refetch()} />
      </Unshown>
    );
  if (book.data?.version === 0)
    return (
      <Unshown name={t`Book`}>
        <Empty
          title={<Trans>This book is not made yet</Trans>}
          action={
            <Link to="/books/$bookId" params={{ bookId }} className={buttonLook("main")}>
              <Trans>To the book</Trans>
            </Link>
          }
        />
      </Unshown>
    );
  if (!book.data || !pages.data)
    return (
      <Unshown name={t`Book`}>
        <div className="grid gap-6 lg:grid-cols-2">
          <Skeleton className="aspect-square" />
          <Skeleton className="h-96" />
        </div>
      </Unshown>
    );
  return <Bench book={book.data} pages={pages.data} />;
}

function Bench({ book, pages }: { book: BookView; pages: BookPageView[] }) {
  const { page: wanted = 1 } = useSearch({ from: "/studio/books/$bookId/edit" });
  const story = pages.filter((page) => page.kind === "story");
  const page = story.find((one) => one.number >= wanted) ?? story.at(-1);
  const [drafts, setDrafts] = useState<Record<number, Draft>>({});
  const [saved, setSaved] = useState<{ page: number; version: number } | null>(null);
  // What was typed stays until it is in the book: a change that fails can be sent again.
  useEffect(() => {
    if (!saved || book.version <= saved.version) return;
    setDrafts(({ [saved.page]: _, ...others }) => others);
    setSaved(null);
  }, [saved, book.version]);
  if (!page) return null;

  return (
    <article className="grid gap-6">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <h1 className="text-3xl wrap-anywhere">
          <Trans>Editing “{book.title}”</Trans>
        </h1>
        <div className="flex flex-wrap gap-2">
          <WriteAnew book={book} />
          <Link
            to="/books/$bookId"
            params={{ bookId: book.id }}
            search={{ page: page.number }}
            className={buttonLook()}
          >
            <Trans>Back to the book</Trans>
          </Link>
        </div>
      </header>
      <Making book={book} />
      <PageChooser
        bookId={book.id}
        pages={story}
        current={page.number}
        drafts={Object.keys(drafts).map(Number)}
      />
      <OnePage
        key={page.number}
        book={book}
        page={page}
        draft={drafts[page.number]}
        onDraft={(draft) => setDrafts((old) => ({ ...old, [page.number]: draft }))}
        onSaved={() => setSaved({ page: page.number, version: book.version })}
      />
      <Versions book={book} />
    </article>
  );
}

function OnePage(props: {
  book: BookView;
  page: BookPageView;
  draft: Draft | undefined;
  onDraft: (draft: Draft) => void;
  onSaved: () => void;
}) {
  const detail = useStoryPage(props.book, props.page.number);
  if (detail.error && problemOf(detail.error).code === "book_too_old") return <TooOld book={props.book} />;
  if (detail.error) return <ErrorPanel error={detail.error} onRetry={() => void detail.refetch()} />;
  if (!detail.data)
    return (
      <div className="grid gap-6 lg:grid-cols-2">
        <Skeleton className="aspect-square" />
        <Skeleton className="h-96" />
      </div>
    );
  return <PageEditor {...props} detail={detail.data} />;
}

function PageChooser(props: { bookId: string; pages: BookPageView[]; current: number; drafts: number[] }) {
  const { t } = useLingui();
  return (
    <nav aria-label={t`Pages of the story`} className="flex flex-wrap gap-1.5">
      {props.pages.map((page) => {
        const hard = page.readability?.passed === false;
        const marks = [page.locked && t`locked`, hard && t`hard to read`];
        if (props.drafts.includes(page.number)) marks.push(t`not saved`);
        return (
          <Link
            key={page.number}
            to="/books/$bookId/edit"
            params={{ bookId: props.bookId }}
            search={{ page: page.number }}
            resetScroll={false}
            replace
            aria-current={page.number === props.current ? "page" : undefined}
            aria-label={[t`Page ${page.number}`, ...marks].filter(Boolean).join(", ")}
            className={clsx(
              "inline-flex size-11 items-center justify-center gap-0.5 rounded-lg border text-sm tabular-nums text-ink no-underline hover:border-cinnabar",
              page.number === props.current ? "border-cinnabar bg-well font-semibold" : "border-rule bg-leaf",
              props.drafts.includes(page.number) && "border-dashed italic",
            )}
          >
            {page.number}
            {page.locked && <Lock aria-hidden size={11} />}
            {hard && <TriangleAlert aria-hidden size={11} className="text-amber" />}
          </Link>
        );
      })}
    </nav>
  );
}
