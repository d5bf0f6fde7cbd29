import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import { Upload, X } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { explain, problemOf } from "@/shared/api/problem";
import { Button } from "@/shared/ui/button";
import { Progress } from "@/shared/ui/states";
import { type Arrival, bringAll, dismiss, useArrivals } from "./arrivals";

const KINDS = ".pdf,.docx,.epub,.md,.markdown,.txt";

/** Where files are dropped or chosen, and what became of them. */
export function BringZone({ project }: { project?: string }) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const arrivals = useArrivals();

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    bringAll([...event.dataTransfer.files], project);
  }

  return (
    <section
      aria-label={t`Bring documents`}
      data-screen-only
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node) && setOver(false)}
      onDrop={drop}
      className={clsx(
        "grid gap-4 rounded-2xl border border-dashed p-5",
        isOver ? "border-cinnabar bg-well" : "border-rule",
      )}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <Button look="main" onClick={() => input.current?.click()}>
          <Upload aria-hidden size={16} /> <Trans>Bring documents</Trans>
        </Button>
        <p className="min-w-56 flex-1 text-sm text-faded">
          <Trans>Or drop them here: PDF, Word, EPUB, Markdown or plain text, up to 100 MB each.</Trans>
        </p>
        <input
          ref={input}
          type="file"
          multiple
          accept={KINDS}
          aria-label={t`Files to bring`}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            bringAll([...(event.target.files ?? [])], project);
            event.target.value = ""; // the same file may be chosen once more
          }}
        />
      </div>
      {arrivals.length > 0 && (
        <ul aria-label={t`Files that are brought`} className="grid gap-2">
          {arrivals.map((one) => (
            <Brought key={one.id} arrival={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Brought({ arrival }: { arrival: Arrival }) {
  const { t } = useLingui();
  const { id, name, state, sent, size } = arrival;
  const isUnderWay = state === "waiting" || state === "sending";
  return (
    <li className="flex items-center gap-3 rounded-lg bg-well py-1.5 pl-4 pr-1.5">
      <div className="grid min-w-0 flex-1 gap-1" role="status">
        <p className="wrap-anywhere text-sm">
          <span className="font-semibold">{name}</span> <Fate arrival={arrival} />
        </p>
        {state === "sending" && sent > 0 && sent < size && (
          <Progress value={sent / size} label={t`“${name}” on its way`} />
        )}
      </div>
      <button
        type="button"
        onClick={() => dismiss(id)}
        aria-label={isUnderWay ? t`Do not bring “${name}”` : t`Take “${name}” off this list`}
        className="grid size-10 shrink-0 place-items-center rounded-full text-faded hover:text-ink"
      >
        <X aria-hidden size={18} />
      </button>
    </li>
  );
}

function Fate({ arrival: { state, document, error } }: { arrival: Arrival }) {
  const { i18n } = useLingui();
  if (state === "waiting") return <Trans>waits for its turn</Trans>;
  if (state === "sending") return <Trans>is on its way</Trans>;
  if (state === "refused") {
    const why = explain(problemOf(error));
    return <span className="text-alarm">{typeof why === "string" ? why : i18n._(why)}</span>;
  }
  if (!document) return null;
  const link = (
    <Link to="/library/$documentId" params={{ documentId: document.id }}>
      {document.title}
    </Link>
  );
  return state === "known" ? <Trans>You have this already: {link}</Trans> : <Trans>is here: {link}</Trans>;
}
