import { useLingui } from "@lingui/react";
import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { FileText } from "lucide-react";
import type { DocumentView } from "@/shared/api/generated";
import { ago } from "@/shared/lib/format";
import { DocumentStateMark, useDocumentWords } from "./document-words";
import { ReadingJob } from "./reading-job";

export function DocumentRow({ document }: { document: DocumentView }) {
  const { i18n } = useLingui();
  const words = useDocumentWords();
  return (
    <li className="grid gap-3 rounded-xl border border-rule bg-leaf p-4 shadow-leaf">
      <div className="flex gap-3">
        <FileText aria-hidden size={22} className="mt-1 shrink-0 text-faded" />
        <div className="grid min-w-0 gap-1">
          <h2 className="text-xl leading-snug">
            <Link
              to="/library/$documentId"
              params={{ documentId: document.id }}
              className="wrap-anywhere text-ink no-underline hover:text-cinnabar-deep"
            >
              {document.title}
            </Link>
          </h2>
          {document.author && (
            <p className="wrap-anywhere text-sm">
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
            {document.people !== null && document.people > 0 && (
              <span>
                <Plural value={document.people} one="# person" other="# people" />
              </span>
            )}
            <DocumentStateMark state={document.state} />
            <time dateTime={document.createdAt}>{ago(document.createdAt, i18n.locale)}</time>
          </p>
        </div>
      </div>
      <ReadingJob document={document} />
    </li>
  );
}
