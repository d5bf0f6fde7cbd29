import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { Check } from "lucide-react";
import { duration } from "@/shared/lib/format";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { JobProgress, JobVerbs } from "./job-row";
import { JobStateMark, useJobWords } from "./job-words";
import { useJob } from "./use-jobs";

export function JobPage() {
  const { jobId } = useParams({ from: "/studio/jobs/$jobId" });
  const { i18n } = useLingui();
  const words = useJobWords();
  const job = useJob(jobId);
  if (job.isPending) return <Skeleton className="h-64" />;
  if (job.error) return <ErrorPanel error={job.error} onRetry={() => void job.refetch()} />;
  const one = job.data;
  const bookId = (one.result as { bookId?: string } | null)?.bookId;
  return (
    <article className="grid gap-6">
      <header className="flex flex-wrap items-baseline gap-3">
        <h1 className="text-4xl">{words.kind(one.kind)}</h1>
        <JobStateMark state={one.state} />
        <div className="ml-auto">
          <JobVerbs job={one} />
        </div>
      </header>
      <JobProgress job={one} />
      {one.error && (
        <p role="alert" className="rounded-xl border border-alarm bg-leaf p-4">
          {one.error.message} <code className="text-sm text-faded">{one.error.code}</code>
        </p>
      )}
      {bookId && (
        <Link to="/books/$bookId" params={{ bookId }}>
          <Trans>Open the book</Trans>
        </Link>
      )}
      <section className="grid gap-3">
        <h2 className="text-2xl">
          <Trans>Steps</Trans>
        </h2>
        {one.steps?.length ? (
          <ol className="grid gap-1.5">
            {one.steps.map((step) => (
              <li key={step.name} className="flex items-center gap-3 rounded-lg bg-well px-4 py-2">
                <Check aria-hidden size={16} className="text-moss" />
                <span>{step.name}</span>
                <span className="ml-auto text-sm tabular-nums text-faded">
                  {duration(step.milliseconds / 1000, i18n.locale)}
                </span>
              </li>
            ))}
          </ol>
        ) : (
          <p className="text-faded">
            <Trans>No step is finished yet.</Trans>
          </p>
        )}
      </section>
    </article>
  );
}
