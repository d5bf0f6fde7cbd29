import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import type { FormEvent } from "react";
import type { ContentsView, DocumentChapter } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";

const AROUND = 39; // chapters in the list before and behind the one that is read

/** The last of some places that is not behind one. */
export function lastBefore<P extends { start: number }>(places: readonly P[], here: number): number {
  return places.findLastIndex((place) => place.start <= here);
}

/** Chapters and pages to go to. */
export function Contents({
  contents,
  here,
  onGo,
}: {
  contents: ContentsView;
  here: number;
  onGo?: () => void;
}) {
  const { t } = useLingui();
  const { chapters, pages } = contents;
  const current = lastBefore(chapters, here);
  const from = Math.max(0, Math.min(current - AROUND, chapters.length - 2 * AROUND - 1));
  const shown = chapters.slice(from, from + 2 * AROUND + 1);
  return (
    <div className="grid gap-4">
      <nav aria-label={t`Chapters`}>
        <ol className="grid">
          {shown.map((chapter) => (
            <li key={chapter.start}>
              <Link
                to="."
                search={{ at: chapter.start }}
                resetScroll={false}
                onClick={onGo}
                aria-current={chapter.number === chapters[current]?.number ? "location" : undefined}
                className="flex min-h-10 items-center rounded-lg px-3 py-1.5 text-sm text-ink no-underline wrap-anywhere hover:bg-well aria-[current=location]:bg-well aria-[current=location]:font-semibold"
              >
                <ChapterName chapter={chapter} />
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      {pages.length > 0 && <ToPage contents={contents} onGo={onGo} />}
    </div>
  );
}

export function ChapterName({ chapter }: { chapter: Pick<DocumentChapter, "number" | "title"> }) {
  return chapter.title ? chapter.title : <Trans>Chapter {chapter.number}</Trans>;
}

function ToPage({ contents: { pages }, onGo }: { contents: ContentsView; onGo?: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate({ from: "/library/$documentId" });
  function go(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const wanted = Number(new FormData(event.currentTarget).get("page"));
    const page = pages.find((one) => one.number >= wanted) ?? pages.at(-1);
    if (page) void navigate({ to: ".", search: { at: page.start }, resetScroll: false });
    onGo?.();
  }
  return (
    <form onSubmit={go} className="flex items-center gap-2 px-3">
      <input
        type="number"
        name="page"
        required
        min={pages[0]?.number}
        max={pages.at(-1)?.number}
        aria-label={t`Page of the original`}
        placeholder={t`Page`}
        className="min-h-10 w-24 rounded-full border border-rule bg-leaf px-4 text-sm"
      />
      <Button type="submit">
        <Trans>Go there</Trans>
      </Button>
    </form>
  );
}
