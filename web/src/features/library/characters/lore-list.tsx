import { Trans } from "@lingui/react/macro";
import type { LorebookEntry } from "@/shared/api/generated";

/** What the character knows when it is asked about it. */
export function LoreList({ entries }: { entries: readonly LorebookEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2 className="text-2xl">
        <Trans>Lorebook</Trans>
      </h2>
      <ul className="grid gap-3 lg:grid-cols-2">
        {entries.map((entry, at) => (
          <li
            key={entry.id ?? at}
            className="grid content-start gap-1 rounded-xl border border-rule bg-leaf p-4"
          >
            <p className="wrap-anywhere font-semibold">
              {entry.name || entry.keys.join(", ")}
              {!entry.enabled && (
                <span className="ml-2 text-sm text-faded">
                  <Trans>switched off</Trans>
                </span>
              )}
            </p>
            <p className="wrap-anywhere whitespace-pre-line text-sm">{entry.content}</p>
            <p className="wrap-anywhere text-sm text-faded">
              {entry.constant ? (
                <Trans>always known</Trans>
              ) : (
                <Trans>when one says: {entry.keys.join(", ")}</Trans>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
