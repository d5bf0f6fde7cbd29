import { useLingui } from "@lingui/react/macro";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import type { BookPageView } from "@/shared/api/generated";
import { useFileUrl } from "@/shared/lib/use-file-url";
import { Button } from "@/shared/ui/button";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { spreadOf, spreads } from "./spreads";

/** The book, open: two pages side by side, one below the other on a phone. The place is in the address. */
export function PageTurner({ pages, trim }: { pages: BookPageView[]; trim: string }) {
  const { t } = useLingui();
  const navigate = useNavigate({ from: "/books/$bookId" });
  const { page = 1 } = useSearch({ from: "/studio/books/$bookId" });
  const [direction, setDirection] = useState<"forward" | "back">("forward");
  const touched = useRef<number | null>(null);
  const all = spreads(pages.length);
  const at = spreadOf(page, pages.length);
  const open = (all[at] ?? [])
    .map((number) => pages[number - 1])
    .filter((one): one is BookPageView => one !== undefined);
  const next = all[at + 1];

  function turn(step: 1 | -1) {
    const first = all[at + step]?.[0];
    if (first === undefined) return;
    setDirection(step > 0 ? "forward" : "back");
    void navigate({ search: { page: first }, replace: true, resetScroll: false });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "ArrowRight" || event.key === "PageDown") turn(1);
    else if (event.key === "ArrowLeft" || event.key === "PageUp") turn(-1);
    else return;
    event.preventDefault();
  }

  return (
    <section
      aria-label={t`The book`}
      aria-roledescription={t`book`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys turn pages while the book has the focus
      tabIndex={0}
      onKeyDown={onKeyDown}
      onTouchStart={(event) => {
        touched.current = event.touches[0]?.clientX ?? null;
      }}
      onTouchEnd={(event) => {
        const moved = (event.changedTouches[0]?.clientX ?? 0) - (touched.current ?? 0);
        if (touched.current !== null && Math.abs(moved) > 50) turn(moved < 0 ? 1 : -1);
      }}
      className="grid gap-4 rounded-2xl"
    >
      <div
        key={at}
        className={spread}
        style={{ animation: `turn-${direction} 240ms cubic-bezier(0.22, 0.7, 0.2, 1)` }}
      >
        {open.map((one) => (
          <Leaf key={one.number} page={one} trim={trim} />
        ))}
      </div>
      {next?.map((number) => (
        <Preload key={number} path={pages[number - 1]?.png ?? null} />
      ))}
      <div data-screen-only className="flex items-center justify-center gap-4">
        <Button aria-label={t`Back`} disabled={at === 0} onClick={() => turn(-1)}>
          <ChevronLeft aria-hidden size={18} />
        </Button>
        <p aria-live="polite" className="min-w-32 text-center text-sm tabular-nums text-faded">
          {open.length > 1
            ? t`Pages ${open[0]?.number ?? 0} and ${open[1]?.number ?? 0} of ${pages.length}`
            : t`Page ${open[0]?.number ?? 0} of ${pages.length}`}
        </p>
        <Button aria-label={t`Forward`} disabled={at === all.length - 1} onClick={() => turn(1)}>
          <ChevronRight aria-hidden size={18} />
        </Button>
      </div>
    </section>
  );
}

const spread =
  "mx-auto grid w-full max-w-5xl grid-cols-[minmax(0,1fr)] justify-center gap-3 sm:grid-flow-col sm:auto-cols-[minmax(0,32rem)] sm:grid-cols-none sm:gap-0";

/** Stands where the book will lie, in its size, so that nothing moves when it comes. */
export function BookToCome({ trim }: { trim: string }) {
  return (
    <div className="grid gap-4">
      <div className={spread}>
        <LeafToCome trim={trim} />
      </div>
      <div className="h-10" />
    </div>
  );
}

function LeafToCome({ trim }: { trim: string }) {
  return (
    <div style={shapeOf(trim)} className="w-full">
      <Skeleton className="size-full" />
    </div>
  );
}

const shapeOf = (trim: string) => ({ aspectRatio: trim.replace("x", " / ") });

function Leaf({ page, trim }: { page: BookPageView; trim: string }) {
  const picture = useFileUrl(page.png);
  if (picture.error) return <ErrorPanel error={picture.error} />;
  return picture.url ? (
    <img
      src={picture.url}
      alt={[page.altText, page.text].filter(Boolean).join(" ")}
      style={shapeOf(trim)}
      className="w-full border border-rule bg-leaf shadow-leaf"
    />
  ) : (
    <LeafToCome trim={trim} />
  );
}

function Preload({ path }: { path: string | null }) {
  useFileUrl(path);
  return null;
}
