import { Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { Dialog } from "@/shared/ui/dialog";
import { type Command, matching } from "./commands";
import { useCommands } from "./use-commands";

const SHOWN = 12;

/** Type a few letters, Enter, there. */
export function Palette({ onClose, leave }: { onClose: () => void; leave: () => void }) {
  const { t } = useLingui();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const found = matching(useCommands(leave), typed).slice(0, SHOWN);
  const chosen = found[Math.min(at, found.length - 1)];
  useEffect(() => {
    document.getElementById(`${id}-${chosen?.id}`)?.scrollIntoView({ block: "nearest" });
  }, [id, chosen?.id]);

  function take(command: Command | undefined) {
    if (!command) return;
    onClose();
    command.act();
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((found.indexOf(chosen as Command) + step + found.length) % Math.max(1, found.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      take(chosen);
    }
  }

  return (
    <Dialog title={<Trans>Go to or do</Trans>} onClose={onClose} className="mt-[12dvh]">
      <input
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && `${id}-${chosen.id}`}
        aria-label={t`Go to or do`}
        placeholder={t`A page, a book, something to do`}
        autoComplete="off"
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        className="min-h-11 w-full rounded-lg border border-rule bg-paper px-3 text-ink placeholder:text-faded"
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t`Found`}
        className="grid max-h-[50dvh] overflow-y-auto"
      >
        {found.map((command) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys of the list
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, and says which one is meant
          <div
            key={command.id}
            id={`${id}-${command.id}`}
            role="option"
            aria-selected={command === chosen}
            onClick={() => take(command)}
            className="flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-3 aria-selected:bg-well hover:bg-well"
          >
            <span className="line-clamp-1 wrap-anywhere">{command.label}</span>
            <span className="ml-auto shrink-0 text-sm text-faded">{command.kind}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p role="status" className="text-faded">
          <Trans>Nothing is called that.</Trans>
        </p>
      )}
    </Dialog>
  );
}
