import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import { memo } from "react";
import type { MentionView, QuotationView, Tier } from "@/shared/api/generated";
import { isWrapped, type Row } from "./rows";
import { type Span, stretches } from "./spans";

const SHORT = 200; // what is longer is no heading, whatever begins there

const LINES: Record<Tier, string> = {
  sure: "decoration-moss",
  likely: "decoration-faded",
  guess: "decoration-amber decoration-dotted",
};

function marked({ text, start }: { text: string; start: number }, marks: readonly Span[]) {
  return stretches(text, start, marks).map((part) =>
    part.span ? (
      <mark key={part.start} className="rounded-sm bg-amber/25 text-ink">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}

/** A paragraph of the text, where one can be led to. */
export const TextRow = memo(function TextRow({
  row,
  isHeading,
  page,
  marks,
  spoken,
  named,
  documentId,
  sayWho,
}: {
  row: Row;
  isHeading: boolean;
  /** The page of the original that begins in it. */
  page?: number;
  /** What was looked for. */
  marks: readonly Span[];
  /** What is said in it, in order. */
  spoken: readonly QuotationView[];
  /** Who is named in it, in order. */
  named: readonly MentionView[];
  documentId: string;
  sayWho: (quotation: QuotationView) => string;
}) {
  const plain = (whole: { text: string; start: number }) =>
    stretches(whole.text, whole.start, named).map((part) =>
      part.span ? (
        <Link
          key={part.start}
          to="/library/$documentId/people/$number"
          params={{ documentId, number: String(part.span.person) }}
          className="rounded-sm bg-well text-inherit decoration-cinnabar"
        >
          {marked(part, marks)}
        </Link>
      ) : (
        marked(part, marks)
      ),
    );
  const words = stretches(row.text, row.start, spoken).map((part) =>
    part.span ? (
      <span
        key={part.start}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who speaks is told where one comes by the keyboard, too
        tabIndex={0}
        className={clsx("group relative underline decoration-2 underline-offset-4", LINES[part.span.tier])}
      >
        <span className="sr-only">[{sayWho(part.span)}] </span>
        <span
          aria-hidden
          className="pointer-events-none absolute bottom-full left-0 z-10 hidden w-max max-w-72 rounded-lg bg-ink px-2.5 py-1 font-sans text-sm text-paper group-hover:block group-focus-visible:block"
        >
          {sayWho(part.span)}
        </span>
        {plain(part)}
      </span>
    ) : (
      plain(part)
    ),
  );
  const look = clsx(
    "scroll-mt-20 wrap-anywhere outline-none",
    isWrapped(row.text) ? "whitespace-normal" : "whitespace-pre-line",
  );
  const here = { "data-start": row.start, tabIndex: -1 };
  return (
    <>
      {page !== undefined && (
        <p className="mt-3 text-right font-sans text-xs text-faded">
          <Trans>Page {page}</Trans>
        </p>
      )}
      {isHeading && row.text.length < SHORT ? (
        <h2 {...here} className={clsx(look, "mb-6 mt-10 text-3xl first:mt-0")}>
          {words}
        </h2>
      ) : (
        <p {...here} className={clsx(look, !row.goesOn && "mt-3")}>
          {words}
        </p>
      )}
    </>
  );
});
