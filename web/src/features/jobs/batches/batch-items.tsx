import { useLingui } from "@lingui/react/macro";
import { Link, useSearch } from "@tanstack/react-router";
import type { BatchItemView } from "@/shared/api/generated";
import { Pager } from "@/shared/ui/pager";
import { ErrorPanel, Progress, Skeleton } from "@/shared/ui/states";
import { JobStateMark } from "../job-words";
import { useBatchItems } from "./use-batches";

export function BatchItems(props: { batchId: string; underWay: boolean; settled: number }) {
  const { t } = useLingui();
  const { cursor } = useSearch({ from: "/studio/batch/$batchId" });
  const items = useBatchItems(props.batchId, cursor, props.underWay, props.settled);
  if (items.error) return <ErrorPanel error={items.error} onRetry={() => void items.refetch()} />;
  if (!items.data)
    return (
      <div className="grid gap-2">
        <Skeleton className="h-16" />
        <Skeleton className="h-16" />
      </div>
    );
  return (
    <section aria-label={t`The works`} className="grid grid-cols-1 gap-3">
      <ol className="grid grid-cols-1 gap-2">
        {items.data.items.map((item) => (
          <Item key={item.number} item={item} />
        ))}
      </ol>
      <Pager cursor={cursor} next={items.data.nextCursor} />
    </section>
  );
}

const title = "min-w-0 truncate text-ink";

function Item({ item }: { item: BatchItemView }) {
  const value = item.state === "succeeded" ? 1 : (item.progress?.fraction ?? 0);
  return (
    <li className="grid grid-cols-1 gap-2 rounded-xl border border-rule bg-leaf px-4 py-3">
      <div className="flex items-baseline justify-between gap-4">
        {item.work.startsWith("/api/v1/videos/") ? (
          <Link to="/videos/$videoId" params={{ videoId: item.workId }} className={title}>
            {item.number}. {item.title}
          </Link>
        ) : (
          <Link to="/books/$bookId" params={{ bookId: item.workId }} className={title}>
            {item.number}. {item.title}
          </Link>
        )}
        <JobStateMark state={item.state} />
      </div>
      <Progress value={value} label={item.title} />
      {item.error ? (
        <p className="text-sm text-alarm">{item.error.message}</p>
      ) : (
        item.state === "running" &&
        item.progress?.message && <p className="text-sm text-faded">{item.progress.message}</p>
      )}
    </li>
  );
}
