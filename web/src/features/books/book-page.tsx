import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import {
  type BookView,
  deleteApiV1BooksByBookId,
  postApiV1BooksByBookIdGenerate,
  postApiV1JobsByJobIdCancel,
} from "@/shared/api/generated";
import { download } from "@/shared/api/http";
import { Button } from "@/shared/ui/button";
import { ErrorPanel, Progress, Skeleton } from "@/shared/ui/states";
import { BookToCome, PageTurner } from "./page-turner";
import { useBook, useBookPages, useBookStatus } from "./use-books";

export function BookPage() {
  const { bookId } = useParams({ from: "/studio/books/$bookId" });
  const book = useBook(bookId);
  const pages = useBookPages(bookId, book.data?.state === "ready");
  if (book.isPending) return <Skeleton className="mx-auto aspect-[2/1] w-full max-w-4xl" />;
  if (book.error) return <ErrorPanel error={book.error} onRetry={() => void book.refetch()} />;
  return (
    <article className="grid gap-6">
      <header className="grid gap-1">
        <h1 className="text-4xl">{book.data.title || book.data.brief.prompt}</h1>
        {book.data.title && <p className="text-faded">{book.data.brief.prompt}</p>}
      </header>
      {book.data.state === "ready" ? (
        pages.error ? (
          <ErrorPanel error={pages.error} onRetry={() => void pages.refetch()} />
        ) : pages.data ? (
          <PageTurner pages={pages.data} trim={book.data.brief.trim ?? "8.5x8.5"} />
        ) : (
          <BookToCome trim={book.data.brief.trim ?? "8.5x8.5"} />
        )
      ) : (
        <Making book={book.data} />
      )}
      {book.data.state === "ready" && <Downloads bookId={bookId} />}
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
      <Remove book={book.data} />
    </article>
  );
}

function Making({ book }: { book: BookView }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const making = book.state === "generating";
  const status = useBookStatus(book.id, book.jobId, making);
  const begin = useMutation({
    mutationFn: () => postApiV1BooksByBookIdGenerate({ path: { bookId: book.id }, throwOnError: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["books"] }),
  });
  const cancel = useMutation({
    mutationFn: () => postApiV1JobsByJobIdCancel({ path: { jobId: book.jobId ?? "" }, throwOnError: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["books"] }),
  });

  if (!making)
    return (
      <div className="grid justify-items-start gap-4 rounded-2xl border border-rule bg-leaf p-6">
        {book.state === "failed" && (
          <ErrorPanel error={{ status: 422, code: "book_failed", detail: t`This book could not be made.` }} />
        )}
        {begin.error && <ErrorPanel error={begin.error} />}
        <Button look="main" busy={begin.isPending} onClick={() => begin.mutate()}>
          {book.state === "failed" ? <Trans>Try again</Trans> : <Trans>Make this book</Trans>}
        </Button>
      </div>
    );
  return (
    <div className="grid gap-3 rounded-2xl border border-rule bg-leaf p-6 shadow-leaf">
      {status.error && <ErrorPanel error={status.error} />}
      <p role="status" className="font-display text-xl">
        {status.data?.message ?? t`Waiting for its turn`}
      </p>
      <Progress value={status.data?.progress ?? 0} label={t`Progress`} />
      <div>
        <Button onClick={() => cancel.mutate()} busy={cancel.isPending}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </div>
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

function Remove({ book }: { book: BookView }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => deleteApiV1BooksByBookId({ path: { bookId: book.id }, throwOnError: true }),
    onSuccess: async () => {
      await navigate({ to: "/books" });
      void queries.invalidateQueries({ queryKey: ["books"] });
    },
  });
  return (
    <details data-screen-only className="text-sm">
      <summary className="text-faded">
        <Trans>Delete this book</Trans>
      </summary>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <p>
          <Trans>Its pages and files are gone for good.</Trans>
        </p>
        <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
          <Trans>Delete it</Trans>
        </Button>
      </div>
      {remove.error && <ErrorPanel error={remove.error} />}
    </details>
  );
}
