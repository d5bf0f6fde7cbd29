import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { CharacterView, LorebookEntry } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { LoreForm } from "./lore-form";

const NEW: LorebookEntry = {
  keys: [],
  content: "",
  id: null,
  name: null,
  comment: null,
  secondaryKeys: [],
  enabled: true,
  constant: false,
  selective: false,
  useRegex: false,
  caseSensitive: null,
  insertionOrder: 100,
  priority: null,
  position: null,
};

/** What the character knows when it is asked about it: read first, changed entry by entry. */
export function LoreList({ character }: { character: CharacterView }) {
  const { t } = useLingui();
  const entries = character.lorebook?.entries ?? [];
  // The place of the entry that is being changed; one behind the last is new.
  const [open, setOpen] = useState<number | null>(null);
  const close = () => setOpen(null);
  return (
    <section className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-2xl">
          <Trans>Lorebook</Trans>
        </h2>
        {open === null && (
          <Button onClick={() => setOpen(entries.length)}>
            <Trans>Add an entry</Trans>
          </Button>
        )}
      </div>
      {entries.length === 0 && open === null && (
        <p className="text-faded">
          <Trans>They know nothing yet beyond the card.</Trans>
        </p>
      )}
      <ul className="grid gap-3 lg:grid-cols-2">
        {entries.map((entry, at) => (
          <li
            key={entry.id ?? at}
            className="grid content-start gap-1 rounded-xl border border-rule bg-leaf p-4"
          >
            {open === at ? (
              <LoreForm character={character} entries={entries} at={at} entry={entry} onDone={close} />
            ) : (
              <>
                <Entry entry={entry} />
                {open === null && (
                  <p>
                    <Button
                      onClick={() => setOpen(at)}
                      aria-label={t`Change ${entry.name || entry.keys.join(", ") || t`this entry`}`}
                    >
                      <Trans>Change</Trans>
                    </Button>
                  </p>
                )}
              </>
            )}
          </li>
        ))}
        {open === entries.length && (
          <li className="rounded-xl border border-rule bg-leaf p-4">
            <LoreForm character={character} entries={entries} at={open} entry={NEW} onDone={close} />
          </li>
        )}
      </ul>
    </section>
  );
}

function Entry({ entry }: { entry: LorebookEntry }) {
  return (
    <>
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
        {entry.constant ? <Trans>always known</Trans> : <Trans>when one says: {entry.keys.join(", ")}</Trans>}
      </p>
    </>
  );
}
