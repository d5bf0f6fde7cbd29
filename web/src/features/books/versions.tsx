import { useLingui as useWords } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import type { BookView } from "@/shared/api/generated";
import { ago } from "@/shared/lib/format";
import { Button } from "@/shared/ui/button";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { CAUSES } from "./scene-words";
import { useRestore, useVersions } from "./use-editing";

/** What the book was, newest first, and the way back. */
export function Versions({ book }: { book: BookView }) {
  const { t, i18n } = useLingui();
  const { _ } = useWords();
  const versions = useVersions(book);
  const restore = useRestore(book);
  return (
    <section aria-labelledby="versions" className="grid gap-4">
      <h2 id="versions" className="text-2xl">
        <Trans>Versions</Trans>
      </h2>
      {restore.error && <ErrorPanel error={restore.error} />}
      {versions.error ? (
        <ErrorPanel error={versions.error} onRetry={() => void versions.refetch()} />
      ) : !versions.data ? (
        <Skeleton className="h-24" />
      ) : (
        <ol className="grid gap-2">
          {versions.data.map((version) => (
            <li
              key={version.number}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-xl border border-rule bg-leaf px-4 py-3"
            >
              <div className="min-w-0 flex-1 basis-64">
                <p className="font-semibold">
                  {version.number}. {_(CAUSES[version.cause])}
                  {version.page !== null && <>, {t`page ${version.page}`}</>}
                  {version.restored !== null && <> ({t`version ${version.restored}`})</>}
                </p>
                {version.words && <p className="line-clamp-2 text-sm text-faded">{version.words}</p>}
                <p className="text-sm text-faded">
                  <time dateTime={version.createdAt}>{ago(version.createdAt, i18n.locale)}</time>
                </p>
              </div>
              {version.current ? (
                <span className="text-sm font-semibold text-moss">
                  <Trans>This is the book now</Trans>
                </span>
              ) : (
                <Button
                  disabled={book.state === "generating"}
                  busy={restore.isPending && restore.variables === version.number}
                  onClick={() => restore.mutate(version.number)}
                >
                  <Trans>Go back to version {version.number}</Trans>
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
