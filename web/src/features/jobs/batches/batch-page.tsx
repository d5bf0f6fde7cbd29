import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Download } from "lucide-react";
import type { BatchView } from "@/shared/api/generated";
import { download } from "@/shared/api/http";
import { duration } from "@/shared/lib/format";
import { Button } from "@/shared/ui/button";
import { ErrorPanel, Progress, Skeleton, Unshown } from "@/shared/ui/states";
import { BatchItems } from "./batch-items";
import { BatchStateMark } from "./batch-words";
import { isUnderWay, useBatch, useBatchActions } from "./use-batches";

/** One bar for all, one for each work, and what can be done about them. */
export function BatchPage() {
  const { t } = useLingui();
  const { batchId } = useParams({ from: "/studio/batch/$batchId" });
  const batch = useBatch(batchId);
  if (batch.isPending)
    return (
      <Unshown name={t`Many at once`}>
        <div className="grid gap-3">
          <Skeleton className="h-40" />
          <Skeleton className="h-16" />
          <Skeleton className="h-16" />
        </div>
      </Unshown>
    );
  if (batch.error)
    return (
      <Unshown name={t`Many at once`}>
        <ErrorPanel error={batch.error} onRetry={() => void batch.refetch()} />
      </Unshown>
    );
  const { counts, kind } = batch.data;
  const isOfFilms = kind === "video";
  return (
    <article className="grid grid-cols-1 gap-6">
      <header className="flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-4xl wrap-anywhere">
          {batch.data.name || (isOfFilms ? t`${counts.total} films` : t`${counts.total} books`)}
        </h1>
        <BatchStateMark state={batch.data.state} />
      </header>
      <Overall batch={batch.data} />
      <BatchItems
        batchId={batchId}
        underWay={isUnderWay(batch.data.state)}
        settled={counts.succeeded + counts.failed + counts.cancelled}
      />
    </article>
  );
}

function Overall({ batch }: { batch: BatchView }) {
  const { t, i18n } = useLingui();
  const { cancel, retry } = useBatchActions(batch.id);
  const zip = useMutation({
    mutationFn: (format: string) => download(`/api/v1/batch/${batch.id}/files?format=${format}`),
  });
  const underWay = isUnderWay(batch.state);
  const { counts } = batch;
  const error = cancel.error ?? retry.error ?? zip.error;
  return (
    <section
      aria-label={t`All of it`}
      className="grid gap-4 rounded-2xl border border-rule bg-leaf p-6 shadow-leaf"
    >
      <Progress value={batch.progress} label={t`All of it`} />
      <p role="status" className="flex flex-wrap gap-x-4 text-sm text-faded">
        <span>
          <Trans>
            {counts.succeeded} of {counts.total} done
          </Trans>
        </span>
        {counts.failed > 0 && (
          <span className="font-semibold text-alarm">
            <Trans>{counts.failed} failed</Trans>
          </span>
        )}
        {counts.cancelled > 0 && (
          <span>
            <Trans>{counts.cancelled} cancelled</Trans>
          </span>
        )}
        {underWay && batch.etaSeconds !== null && (
          <span>
            <Trans>About {duration(batch.etaSeconds, i18n.locale)} more</Trans>
          </span>
        )}
      </p>
      {error && <ErrorPanel error={error} />}
      <div className="flex flex-wrap gap-2">
        {counts.succeeded > 0 && (
          <>
            <Button
              look={underWay ? "plain" : "main"}
              busy={zip.isPending && zip.variables === "all"}
              onClick={() => zip.mutate("all")}
            >
              <Download aria-hidden size={16} /> <Trans>All files (zip)</Trans>
            </Button>
            {batch.kind === "video" ? (
              <Button busy={zip.isPending && zip.variables === "video"} onClick={() => zip.mutate("video")}>
                <Download aria-hidden size={16} /> <Trans>Only the films (zip)</Trans>
              </Button>
            ) : (
              <Button busy={zip.isPending && zip.variables === "pdf"} onClick={() => zip.mutate("pdf")}>
                <Download aria-hidden size={16} /> <Trans>Only the PDFs (zip)</Trans>
              </Button>
            )}
          </>
        )}
        {counts.failed > 0 && (
          <Button busy={retry.isPending} onClick={() => retry.mutate()}>
            <Trans>Try the failed ones again</Trans>
          </Button>
        )}
        {underWay && (
          <Button look="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
            <Trans>Cancel what is left</Trans>
          </Button>
        )}
      </div>
    </section>
  );
}
