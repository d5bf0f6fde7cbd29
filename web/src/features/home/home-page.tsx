import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { BookShelf } from "@/features/books/book-card";
import { FirstBook } from "@/features/books/first-book";
import { useBooks } from "@/features/books/use-books";
import { JobRow } from "@/features/jobs/job-row";
import { isOpen, useJobs } from "@/features/jobs/use-jobs";
import { FilmShelf } from "@/features/videos/film-card";
import { FirstFilm } from "@/features/videos/first-film";
import { useVideos } from "@/features/videos/use-videos";
import { useMe } from "@/shared/lib/use-me";
import { buttonLook } from "@/shared/ui/button";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";

export function HomePage() {
  const { t } = useLingui();
  const me = useMe();
  const books = useBooks(8);
  const videos = useVideos(6);
  const jobs = useJobs();
  const running = jobs.data?.items.filter(isOpen) ?? [];

  return (
    <div className="grid gap-10">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-4xl">
          {me.data?.name ? t`Good to see you, ${me.data.name}` : t`Good to see you`}
        </h1>
        <div className="flex flex-wrap gap-2">
          <Link to="/campaigns/new" className={buttonLook()}>
            <Trans>New campaign</Trans>
          </Link>
          <Link to="/videos/new" className={buttonLook()}>
            <Trans>New film</Trans>
          </Link>
          <Link to="/books/new" className={buttonLook("main")}>
            <Trans>New book</Trans>
          </Link>
        </div>
      </header>
      {running.length > 0 && (
        <section className="grid gap-3">
          <h2 className="text-2xl">
            <Trans>On the table</Trans>
          </h2>
          <ul className="grid gap-3">
            {running.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </ul>
        </section>
      )}
      <section className="grid gap-4">
        <h2 className="text-2xl">
          <Trans>Latest books</Trans>
        </h2>
        {books.isPending ? (
          <Skeleton className="h-56" />
        ) : books.error ? (
          <ErrorPanel error={books.error} onRetry={() => void books.refetch()} />
        ) : books.data.items.length === 0 ? (
          <FirstBook />
        ) : (
          <BookShelf books={books.data.items} />
        )}
      </section>
      <section className="grid gap-4">
        <h2 className="text-2xl">
          <Trans>Latest films</Trans>
        </h2>
        {videos.isPending ? (
          <Skeleton className="h-40" />
        ) : videos.error ? (
          <ErrorPanel error={videos.error} onRetry={() => void videos.refetch()} />
        ) : videos.data.items.length === 0 ? (
          <FirstFilm />
        ) : (
          <FilmShelf videos={videos.data.items} />
        )}
      </section>
    </div>
  );
}
