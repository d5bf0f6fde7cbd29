import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { duration } from "@/shared/lib/format";
import type { Defaults, Kind } from "./defaults";
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
const SECONDS_A_SECOND: Record<string, number> = { "480p": 0.25, "720p": 0.5, "1080p": 1, "4k": 3.5 }; // of film, likewise

export function Preview(props: { check: Check; pasted: Pasted; kind: Kind; defaults: Defaults }) {
  const { check, pasted, kind, defaults } = props;
  const { t, i18n } = useLingui();
  const prompts = pasted.kind === "lines" ? pasted.prompts : [];
  const time = duration(Math.max(5, check.items * secondsOf(kind, defaults)), i18n.locale);
  return (
    <section
      aria-label={t`What will be made`}
      aria-live="polite"
      className="grid gap-3 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf"
    >
      <h2 className="text-xl">
        <Found kind={kind} {...check} />
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

function Found({ kind, valid, items }: { kind: Kind; valid: boolean; items: number }) {
  if (kind === "book")
    return valid ? (
      <Plural value={items} one="# book will be made" other="# books will be made" />
    ) : (
      <Plural value={items} one="# book was read" other="# books were read" />
    );
  return valid ? (
    <Plural value={items} one="# film will be made" other="# films will be made" />
  ) : (
    <Plural value={items} one="# film was read" other="# films were read" />
  );
}

function secondsOf(kind: Kind, { book, video }: Defaults): number {
  if (kind === "book") return Number(book.pages) * SECONDS_A_PAGE;
  return 2 + Number(video.duration) * (SECONDS_A_SECOND[video.resolution] ?? 1);
}
