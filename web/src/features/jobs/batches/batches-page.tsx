import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useSearch } from "@tanstack/react-router";
import { ago } from "@/shared/lib/format";
import { buttonLook } from "@/shared/ui/button";
import { Pager } from "@/shared/ui/pager";
import { Empty, ErrorPanel, Progress, Skeleton } from "@/shared/ui/states";
import { BatchStateMark } from "./batch-words";
import { isUnderWay, useBatches } from "./use-batches";

export function BatchesPage() {
  const { t, i18n } = useLingui();
  const { cursor } = useSearch({ from: "/studio/batch" });
  const batches = useBatches(cursor);
  return (
    <div className="grid gap-6">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-4xl">
          <Trans>Many at once</Trans>
        </h1>
        <Link to="/batch/new" className={buttonLook("main")}>
          <Trans>New batch</Trans>
        </Link>
      </header>
      {batches.isPending ? (
        <div className="grid gap-3">
          <Skeleton className="h-20" />
          <Skeleton className="h-20" />
        </div>
      ) : batches.error ? (
        <ErrorPanel error={batches.error} onRetry={() => void batches.refetch()} />
      ) : batches.data.items.length === 0 ? (
        <Empty
          title={<Trans>No batch yet</Trans>}
          action={
            <Link to="/batch/new" className={buttonLook("main")}>
              <Trans>Make the first batch</Trans>
            </Link>
          }
        >
          <Trans>Paste a list of ideas, one a line, or a table. Each becomes a book or a film.</Trans>
        </Empty>
      ) : (
        <ul className="grid gap-3">
          {batches.data.items.map((batch) => (
            <li key={batch.id} className="grid gap-2 rounded-2xl border border-rule bg-leaf p-4 shadow-leaf">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <Link
                  to="/batch/$batchId"
                  params={{ batchId: batch.id }}
                  className="font-display text-lg wrap-anywhere"
                >
                  {batch.name ||
                    (batch.kind === "video"
                      ? t`${batch.counts.total} films`
                      : t`${batch.counts.total} books`)}
                </Link>
                <BatchStateMark state={batch.state} />
              </div>
              {isUnderWay(batch.state) && (
                <Progress value={batch.progress} label={batch.name || t`Progress`} />
              )}
              <p className="text-sm text-faded">
                <Trans>
                  {batch.counts.succeeded} of {batch.counts.total} done
                </Trans>
                {" · "}
                <time dateTime={batch.createdAt}>{ago(batch.createdAt, i18n.locale)}</time>
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pager cursor={cursor} next={batches.data?.nextCursor ?? null} />
    </div>
  );
}
