import { useLingui } from "@lingui/react/macro";
import clsx from "clsx";

const MOST_BARS = 60;

/** Sums of neighbours, so that there are few enough to be seen apart. */
export function gathered(counts: readonly number[], most = MOST_BARS): number[] {
  const each = Math.max(1, Math.ceil(counts.length / most));
  return Array.from({ length: Math.ceil(counts.length / each) }, (_, at) =>
    counts.slice(at * each, (at + 1) * each).reduce((sum, count) => sum + count, 0),
  );
}

/** Where in a text somebody is named, as a row of bars from its beginning to its end. */
export function ByChapter({ counts, className }: { counts: readonly number[]; className?: string }) {
  const { t } = useLingui();
  const bars = gathered(counts);
  const most = Math.max(1, ...bars);
  // A few chapters are bars as well, and no walls.
  const wide = Math.max(0.15, Math.min(0.8, bars.length / 20));
  if (bars.length < 2) return null;
  return (
    <svg
      viewBox={`0 0 ${bars.length} 1`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t`Mentions from the first chapter to the last`}
      className={clsx("w-full border-b border-rule", className)}
    >
      <path
        d={bars
          .map((count, at) => (count ? `M${at + (1 - wide) / 2} 1h${wide}v${-count / most}h${-wide}z` : ""))
          .join("")}
        className="fill-cinnabar"
      />
    </svg>
  );
}
