import { Trans } from "@lingui/react/macro";
import { Link, useSearch } from "@tanstack/react-router";
import { ProjectFilter } from "@/features/projects/project-filter";
import { buttonLook } from "@/shared/ui/button";
import { Pager } from "@/shared/ui/pager";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { BookShelf } from "./book-card";
import { FirstBook } from "./first-book";
import { useBooks } from "./use-books";

const PAGE = 48; // full rows, however many stand in one

export function BooksPage() {
  const { project, cursor } = useSearch({ from: "/studio/books" });
  const books = useBooks(PAGE, project, cursor);
  return (
    <div className="grid gap-6">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-4xl">
          <Trans>Books</Trans>
        </h1>
        <div className="flex flex-wrap gap-2">
          <Link to="/batch" className={buttonLook()}>
            <Trans>Many at once</Trans>
          </Link>
          <Link to="/books/new" search={project ? { project } : {}} className={buttonLook("main")}>
            <Trans>New book</Trans>
          </Link>
        </div>
      </header>
      <ProjectFilter shelf="/books" />
      {books.isPending ? (
        <div className="grid grid-cols-2 gap-5 sm:grid-cols-3 lg:grid-cols-4">
          {["a", "b", "c", "d"].map((key) => (
            <Skeleton key={key} className="aspect-square" />
          ))}
        </div>
      ) : books.error ? (
        <ErrorPanel error={books.error} onRetry={() => void books.refetch()} />
      ) : books.data.items.length === 0 ? (
        <FirstBook />
      ) : (
        <BookShelf books={books.data.items} />
      )}
      {books.data && <Pager cursor={cursor} next={books.data.nextCursor} />}
    </div>
  );
}
