import { useLingui } from "@lingui/react";
import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Check } from "lucide-react";
import type { JobDetailView } from "@/shared/api/generated";
import { duration } from "@/shared/lib/format";
import { JobProgress } from "./job-row";

const SHOWN = 50; // a job of a long book has hundreds of steps: the newest say where it is

/** How far a job is, why it failed, what it made and what is done; on its page and in the peek panel. */
export function JobDetails({ job }: { job: JobDetailView }) {
  const { i18n } = useLingui();
  const { bookId, videoId, documentId } = (job.result ?? {}) as {
    bookId?: string;
    videoId?: string;
    documentId?: string;
  };
  const steps = job.steps ?? [];
  const endedBadly = job.state === "failed" || job.state === "cancelled";
  return (
    <>
      <JobProgress job={job} />
      {job.error && (
        <p role="alert" className="wrap-anywhere rounded-xl border border-alarm bg-leaf p-4">
          {job.error.message} <code className="text-sm text-faded">{job.error.code}</code>
        </p>
      )}
      {endedBadly && steps.length > 0 && (
        <p className="text-faded">
          <Plural
            value={steps.length}
            one="One step is done and kept: trying again goes on after it."
            other="# steps are done and kept: trying again goes on after them."
          />
        </p>
      )}
      {job.attempt > 1 && (
        <p className="text-sm text-faded">
          <Trans>
            Attempt {job.attempt} of {job.maxAttempts}.
          </Trans>
        </p>
      )}
      {bookId && (
        <Link to="/books/$bookId" params={{ bookId }}>
          <Trans>Open the book</Trans>
        </Link>
      )}
      {videoId && (
        <Link to="/videos/$videoId" params={{ videoId }}>
          <Trans>Open the film</Trans>
        </Link>
      )}
      {documentId && (
        <Link to="/library/$documentId" params={{ documentId }}>
          <Trans>Open the document</Trans>
        </Link>
      )}
      <section className="grid gap-3">
        <h2 className="text-2xl">
          <Trans>Steps</Trans>
        </h2>
        {steps.length === 0 && (
          <p className="text-faded">
            <Trans>No step is finished yet.</Trans>
          </p>
        )}
        {steps.length > SHOWN && (
          <p className="text-sm text-faded">
            <Trans>{steps.length - SHOWN} earlier ones are not shown.</Trans>
          </p>
        )}
        <ol className="grid gap-1.5">
          {steps.slice(-SHOWN).map((step) => (
            <li key={step.name} className="flex items-center gap-3 rounded-lg bg-well px-4 py-2">
              <Check aria-hidden size={16} className="shrink-0 text-moss" />
              <span className="wrap-anywhere">{step.name}</span>
              <span className="ml-auto shrink-0 text-sm tabular-nums text-faded">
                {duration(step.milliseconds / 1000, i18n.locale)}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
