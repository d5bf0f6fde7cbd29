import { useLingui } from "@lingui/react";
import { Plural, Trans, useLingui as useWords } from "@lingui/react/macro";
import { Link, Outlet, useParams } from "@tanstack/react-router";
import type { DocumentView } from "@/shared/api/generated";
import { day } from "@/shared/lib/format";
import { ErrorPanel, Skeleton, Unshown } from "@/shared/ui/states";
import { Tabs } from "@/shared/ui/tabs";
import { DocumentVerbs } from "./document-verbs";
import { useDocumentWords } from "./document-words";
import { ExportMenu } from "./export-menu";
import { ReadingJob } from "./reading-job";
import { useDocument } from "./use-documents";

/** A document's name and state over each of its pages. */
export function DocumentFrame() {
  const { t } = useWords();
  const { documentId } = useParams({ from: "/studio/library/$documentId" });
  const document = useDocument(documentId);
  if (document.isPending)
    return (
      <Unshown name={t`Document`}>
        <Skeleton className="h-96" />
      </Unshown>
    );
  if (document.error)
    return (
      <Unshown name={t`Document`}>
        <ErrorPanel error={document.error} onRetry={() => void document.refetch()} />
      </Unshown>
    );
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <header className="grid gap-3">
        <p className="text-sm" data-screen-only>
          <Link to="/library">
            <Trans>All documents</Trans>
          </Link>
        </p>
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div className="grid min-w-0 gap-1">
            <h1 className="wrap-anywhere text-4xl">{document.data.title}</h1>
            <About document={document.data} />
          </div>
          <div data-screen-only className="flex flex-wrap gap-2">
            <ExportMenu document={document.data} />
            <DocumentVerbs document={document.data} />
          </div>
        </div>
        <ReadingJob document={document.data} />
        <Notes document={document.data} />
      </header>
      {document.data.readAt !== null && (
        <>
          <Tabs
            label={t`This document`}
            tabs={[
              { to: "/library/$documentId", label: t`Text`, exact: true },
              { to: "/library/$documentId/analysis", label: t`Figures` },
              { to: "/library/$documentId/people", label: t`People` },
              { to: "/library/$documentId/relations", label: t`Relations` },
            ]}
          />
          <Outlet />
        </>
      )}
    </article>
  );
}

function About({ document }: { document: DocumentView }) {
  const { i18n } = useLingui();
  const words = useDocumentWords();
  return (
    <>
      {document.author && (
        <p className="wrap-anywhere">
          <Trans>by {document.author}</Trans>
        </p>
      )}
      <p className="flex flex-wrap gap-x-3 text-sm text-faded">
        <span>{words.format(document.format)}</span>
        {document.words !== null && (
          <span>
            <Plural value={document.words} one="# word" other="# words" />
          </span>
        )}
        <time dateTime={document.createdAt}>
          <Trans>since {day(document.createdAt, i18n.locale)}</Trans>
        </time>
      </p>
    </>
  );
}

/** What was not as it should be, though it could be read. */
function Notes({ document: { warnings, scannedPages } }: { document: DocumentView }) {
  if (warnings.length === 0 && scannedPages === 0) return null;
  return (
    <details className="text-sm text-faded">
      <summary>
        <Trans>Notes on this file</Trans>
      </summary>
      <ul className="list-disc pl-5">
        {scannedPages > 0 && (
          <li>
            <Plural
              value={scannedPages}
              one="# page is a picture of a page, and its text is not known."
              other="# pages are pictures of pages, and their text is not known."
            />
          </li>
        )}
        {warnings.map((one) => (
          <li key={one.code + one.message} className="wrap-anywhere">
            {one.message}
          </li>
        ))}
      </ul>
    </details>
  );
}
