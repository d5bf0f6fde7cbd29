import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { SourcedSentence } from "@/shared/api/generated";

const SHOWN = 60;

/** Where in the document every sentence of the card stands. */
export function Sources({
  documentId,
  sources,
}: {
  documentId: string;
  sources: readonly SourcedSentence[];
}) {
  if (sources.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2 className="text-2xl">
        <Trans>Where it says so</Trans>
      </h2>
      <ol className="grid gap-2">
        {sources.slice(0, SHOWN).map((one) => (
          <li key={`${one.field} ${one.start}`} className="grid gap-0.5 border-l-2 border-rule pl-4">
            <q className="wrap-anywhere font-display">{one.text}</q>
            <Link
              to="/library/$documentId"
              params={{ documentId }}
              search={{ at: one.start, to: one.end }}
              className="text-sm"
            >
              <Trans>
                Chapter {one.chapter}, at {one.start}
              </Trans>
            </Link>
          </li>
        ))}
      </ol>
      {sources.length > SHOWN && (
        <p className="text-sm text-faded">
          <Trans>And {sources.length - SHOWN} more, in the exported card.</Trans>
        </p>
      )}
    </section>
  );
}
