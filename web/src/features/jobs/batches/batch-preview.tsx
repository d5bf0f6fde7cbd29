import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { duration } from "@/shared/lib/format";
import type { Pasted } from "./order";

/** What the studio found when it looked the order over. */
export interface Check {
  valid: boolean;
  items: number;
  problemCount: number;
  problems: { row: number; field: string; message: string }[];
}

const MOST_SHOWN = 20;
const SECONDS_A_PAGE = 0.25; // measured on two cores, as for a single book

export function Preview({ check, pasted, pages }: { check: Check; pasted: Pasted; pages: number }) {
  const { t, i18n } = useLingui();
  const prompts = pasted.kind === "lines" ? pasted.prompts : [];
  const time = duration(Math.max(5, check.items * pages * SECONDS_A_PAGE), i18n.locale);
  return (
    <section
      aria-label={t`What will be made`}
      aria-live="polite"
      className="grid gap-3 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf"
    >
      <h2 className="text-xl">
        {check.valid ? (
          <Plural value={check.items} one="# book will be made" other="# books will be made" />
        ) : (
          <Plural value={check.items} one="# book was read" other="# books were read" />
        )}
      </h2>
      {check.valid ? (
        <p className="text-sm text-faded">
          <Trans>All of them are in order. About {time} on a quiet machine.</Trans>
        </p>
      ) : (
        <div className="grid gap-2">
          <p className="font-semibold text-alarm">
            <Plural
              value={check.problemCount}
              one="# thing is to be mended first"
              other="# things are to be mended first"
            />
          </p>
          <ul className="grid list-disc gap-1 pl-5 text-sm">
            {check.problems.slice(0, MOST_SHOWN).map((problem) => (
              <li key={`${problem.row} ${problem.field} ${problem.message}`}>
                <Trans>
                  Row {problem.row}, {problem.field}: {problem.message}
                </Trans>
              </li>
            ))}
          </ul>
        </div>
      )}
      {prompts.length > 0 && (
        <ol className="grid list-decimal gap-1 pl-6 text-sm">
          {prompts.slice(0, MOST_SHOWN).map((prompt, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same line may be there twice
            <li key={i} className="wrap-anywhere">
              {prompt}
            </li>
          ))}
        </ol>
      )}
      {prompts.length > MOST_SHOWN && (
        <p className="text-sm text-faded">
          <Trans>And {prompts.length - MOST_SHOWN} more.</Trans>
        </p>
      )}
    </section>
  );
}
