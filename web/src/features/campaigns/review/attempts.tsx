import { Plural, Trans } from "@lingui/react/macro";
import type { Attempt } from "@/shared/api/generated";
import { useCommentWords } from "./comment-words";

/** What the page tried to have done by whoever reads it: shown, and never obeyed. */
export function Attempts({ attempts }: { attempts: readonly Attempt[] }) {
  const words = useCommentWords();
  if (attempts.length === 0) return null;
  return (
    <section className="grid gap-2 rounded-2xl border border-alarm bg-leaf p-5" aria-labelledby="attempts">
      <h3 id="attempts" className="text-xl">
        <Plural
          value={attempts.length}
          one="The page tried to give an order"
          other="The page tried to give # orders"
        />
      </h3>
      <p className="text-sm text-faded">
        <Trans>It was read as text and not obeyed. Decide whether you want to answer such a page.</Trans>
      </p>
      <ul className="grid gap-2">
        {attempts.map(({ where, kind, quote }) => (
          <li key={where + kind + quote} className="grid gap-0.5">
            <span className="text-sm font-semibold">
              {words.attempt(kind)}, {words.where(where)}
            </span>
            <q className="wrap-anywhere font-display">{quote}</q>
          </li>
        ))}
      </ul>
    </section>
  );
}
