import { useLingui } from "@lingui/react/macro";
import clsx from "clsx";
import { ago } from "@/shared/lib/format";
import type { FetchLine } from "../pending";
import { useFetchWords } from "./fetch-words";

/** A page that was asked for, what came of it, and why it was allowed or not. */
export function FetchRow({ fetch: { url, purpose, outcome, status, why, at } }: { fetch: FetchLine }) {
  const { i18n } = useLingui();
  const words = useFetchWords();
  return (
    <li className="grid gap-0.5 border-t border-rule py-2 text-sm first:border-0">
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className="min-w-0 wrap-anywhere">{url}</span>
        <span className={clsx("font-semibold", words.look(outcome))}>
          {words.outcome(outcome)}
          {status !== null && ` ${status}`}
        </span>
      </span>
      <span className="flex flex-wrap gap-x-3 text-faded">
        <span>{words.purpose(purpose)}</span>
        <span className="min-w-0 wrap-anywhere">{why}</span>
        <time dateTime={at}>{ago(at, i18n.locale)}</time>
      </span>
    </li>
  );
}
