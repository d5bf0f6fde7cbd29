import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { Pencil } from "lucide-react";
import { download } from "@/shared/api/http";
import { Button, buttonLook } from "@/shared/ui/button";
import { ErrorPanel, Skeleton, Unshown } from "@/shared/ui/states";
import { Making } from "./making";
import { BookToCome, PageTurner } from "./page-turner";
import { RemoveBook } from "./remove-book";
import { useBook, useBookPages } from "./use-books";

export function BookPage() {
  const { t } = useLingui();
  const { bookId } = useParams({ from: "/studio/books/$bookId" });
  const book = useBook(bookId);
  const { page } = useSearch({ from: "/studio/books/$bookId" });
  const pages = useBookPages(book.data);
  if (book.isPending)
    return (
      <Unshown name={t`Book`}>
        <Skeleton className="mx-auto aspect-[2/1] w-full max-w-4xl" />
      </Unshown>
    );
  if (book.error)
    return (
      <Unshown name={t`Book`}>
        <ErrorPanel error={book.error} onRetry={() => void book.refetch()} />
      </Unshown>
    );
  const isMade = book.data.version > 0;
  return (
    <article className="grid gap-6">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div className="grid gap-1">
          <h1 className="text-4xl wrap-anywhere">{book.data.title || book.data.brief.prompt}</h1>
          {book.data.title && <p className="text-faded">{book.data.brief.prompt}</p>}
        </div>
        {isMade && (
          <Link
            to="/books/$bookId/edit"
            params={{ bookId }}
            search={page ? { page } : {}}
            className={buttonLook()}
            data-screen-only
          >
            <Pencil aria-hidden size={16} /> <Trans>Edit its pages</Trans>
          </Link>
        )}
      </header>
      <Making book={book.data} />
      {isMade &&
        (pages.error ? (
          <ErrorPanel error={pages.error} onRetry={() => void pages.refetch()} />
        ) : pages.data ? (
          <PageTurner pages={pages.data} trim={book.data.brief.trim ?? "8.5x8.5"} />
        ) : (
          <BookToCome trim={book.data.brief.trim ?? "8.5x8.5"} />
        ))}
      {isMade && <Downloads bookId={bookId} />}
      {book.data.notes.length > 0 && (
        <section className="text-sm text-faded">
          <h2 className="text-lg text-ink">
            <Trans>Notes</Trans>
          </h2>
          <ul className="list-disc pl-5">
            {book.data.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      <RemoveBook book={book.data} />
    </article>
  );
}

function Downloads({ bookId }: { bookId: string }) {
  const { t } = useLingui();
  const get = useMutation({
    mutationFn: (format: string) => download(`/api/v1/books/${bookId}/download?format=${format}`),
  });
  const files = [
    { format: "pdf", label: t`Interior for print (PDF)` },
    { format: "cover", label: t`Cover for print (PDF)` },
    { format: "epub", label: t`E-book (EPUB)` },
    { format: "contact-sheet", label: t`All pages at a glance` },
  ];
  return (
    <section aria-label={t`Downloads`} data-screen-only className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        {files.map((file) => (
          <Button
            key={file.format}
            look={file.format === "pdf" ? "main" : "plain"}
            busy={get.isPending && get.variables === file.format}
            onClick={() => get.mutate(file.format)}
          >
            {file.label}
          </Button>
        ))}
      </div>
      {get.error && <ErrorPanel error={get.error} />}
    </section>
  );
}
