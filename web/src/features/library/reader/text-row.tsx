import { Trans } from "@lingui/react/macro";
import clsx from "clsx";
import { memo } from "react";
import type { QuotationView, Tier } from "@/shared/api/generated";
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
  sayWho: (quotation: QuotationView) => string;
}) {
  const words = stretches(row.text, row.start, spoken).map((part) =>
    part.span ? (
      <span
        key={part.start}
        title={sayWho(part.span)}
        className={clsx("underline decoration-2 underline-offset-4", LINES[part.span.tier])}
      >
        <span className="sr-only">[{sayWho(part.span)}] </span>
        {marked(part, marks)}
      </span>
    ) : (
      marked(part, marks)
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
