import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useId, useState } from "react";

/** Something measured: what it is, as a picture or a table, how it was measured, and how far that can be trusted. */
export function Figure({
  title,
  method,
  chart,
  table,
}: {
  title: ReactNode;
  /** How it is measured, and how far that can be trusted. */
  method?: { method: string; accuracy: string };
  chart: ReactNode;
  /** The same in numbers. */
  table?: ReactNode;
}) {
  const id = useId();
  const { t } = useLingui();
  const [isTable, setTable] = useState(false);
  return (
    <section
      aria-labelledby={id}
      className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf"
    >
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h2 id={id} className="text-2xl">
          {title}
        </h2>
        {table && (
          <button
            type="button"
            aria-pressed={isTable}
            aria-describedby={id}
            onClick={() => setTable(!isTable)}
            className="inline-flex min-h-10 items-center rounded-full border border-rule px-3.5 py-1.5 text-sm hover:border-cinnabar aria-pressed:bg-ink aria-pressed:text-paper"
          >
            {t`As a table`}
          </button>
        )}
      </header>
      {isTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section aria-labelledby={id} tabIndex={0} className="max-h-96 overflow-auto">
          {table}
        </section>
      ) : (
        chart
      )}
      {method && (
        <details className="text-sm text-faded">
          <summary className="min-h-6">
            <Trans>How it is measured, and how well</Trans>
          </summary>
          <p lang="en" className="mt-1">
            {method.method}
          </p>
          <p lang="en" className="mt-1 font-semibold">
            {method.accuracy}
          </p>
        </details>
      )}
    </section>
  );
}

/** Numbers as bars, each with its name and its value in words. */
export function Bars({
  bars,
  most,
}: {
  bars: readonly { key: string | number; label: ReactNode; value: number; text: ReactNode }[];
  most: number;
}) {
  return (
    <ul className="grid gap-2">
      {bars.map(({ key, label, value, text }) => (
        <li key={key} className="grid gap-1">
          <span className="flex flex-wrap justify-between gap-x-3 text-sm">
            <span className="wrap-anywhere">{label}</span>
            <span className="tabular-nums text-faded">{text}</span>
          </span>
          <span aria-hidden className="h-2 overflow-hidden rounded-full bg-well">
            <span
              className="block h-full rounded-full bg-cinnabar"
              style={{ width: `${most > 0 ? Math.max(0, Math.min(100, (100 * value) / most)) : 0}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Table({
  caption,
  heads,
  children,
}: {
  caption: string;
  heads: readonly ReactNode[];
  children: ReactNode;
}) {
  return (
    <table className="w-full border-collapse text-left text-sm [&_td]:border-t [&_td]:border-rule [&_td]:py-1.5 [&_td]:pr-3 [&_td]:align-top [&_td]:wrap-anywhere [&_th]:py-1.5 [&_th]:pr-3 [&_th]:font-semibold">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
            <th key={at} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
