import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { BookView } from "@/shared/api/generated";
import { useFileUrl } from "@/shared/lib/use-file-url";
import { Skeleton } from "@/shared/ui/states";

export function BookCard({ book }: { book: BookView }) {
  const cover = useFileUrl(book.state === "ready" ? `/api/v1/books/${book.id}/pages/1/png` : null);
  return (
    <li>
      <Link
        to="/books/$bookId"
        params={{ bookId: book.id }}
        className="group grid gap-3 text-ink no-underline"
        aria-label={book.title || book.brief.prompt}
      >
        <div className="aspect-square overflow-hidden rounded-r-lg rounded-l-sm border border-rule bg-well shadow-leaf transition-transform duration-300 ease-page group-hover:-translate-y-1">
          {cover.url ? (
            <img src={cover.url} alt="" className="size-full object-cover" />
          ) : book.state === "ready" ? (
            <Skeleton className="size-full" />
          ) : (
            <p className="grid size-full place-items-center p-4 text-center text-sm text-faded">
              {book.state === "generating" ? (
                <Trans>Being made …</Trans>
              ) : book.state === "failed" ? (
                <Trans>Could not be made</Trans>
              ) : (
                <Trans>A draft</Trans>
              )}
            </p>
          )}
        </div>
        <div>
          <h2 className="line-clamp-2 text-lg leading-snug group-hover:text-cinnabar-deep">
            {book.title || book.brief.prompt}
          </h2>
          <p className="text-sm text-faded">
            <Trans>
              {book.brief.pages ?? 32} pages, ages {book.brief.ageBand ?? "3-5"}
            </Trans>
          </p>
        </div>
      </Link>
    </li>
  );
}

export function BookShelf({ books }: { books: BookView[] }) {
  return (
    <ul className="grid grid-cols-2 gap-x-5 gap-y-8 sm:grid-cols-3 lg:grid-cols-4">
      {books.map((book) => (
        <BookCard key={book.id} book={book} />
      ))}
    </ul>
  );
}
