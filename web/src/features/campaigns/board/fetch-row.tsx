import { Trans, useLingui } from "@lingui/react/macro";
import clsx from "clsx";
import type { FetchView } from "@/shared/api/generated";
import { ago, seconds } from "@/shared/lib/format";
import { useFetchWords } from "./fetch-words";

/** A page that was asked for, what came of it, and why it was allowed or not. */
export function FetchRow({ fetch }: { fetch: FetchView }) {
  const { i18n } = useLingui();
  const words = useFetchWords();
  const { address, purpose, outcome, status, why, robotsRule, robotsLine, waitedSeconds, at } = fetch;
  return (
    <li className="grid gap-0.5 border-t border-rule py-2 text-sm first:border-0">
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className="min-w-0 wrap-anywhere">{address}</span>
        <span className={clsx("font-semibold", words.look(outcome))}>
          {words.outcome(outcome)}
          {status !== null && ` ${status}`}
        </span>
      </span>
      <span className="flex flex-wrap gap-x-3 text-faded">
        <span>{words.purpose(purpose)}</span>
        <span lang="en" className="min-w-0 wrap-anywhere">
          {why}
        </span>
        {robotsRule && (
          <span className="min-w-0 wrap-anywhere">
            <Trans>line {robotsLine}:</Trans> <code>{robotsRule}</code>
          </span>
        )}
        {waitedSeconds > 0 && (
          <span>
            <Trans>waited {seconds(waitedSeconds, i18n.locale)}</Trans>
          </span>
        )}
        <time dateTime={at}>{ago(at, i18n.locale)}</time>
      </span>
    </li>
  );
}
