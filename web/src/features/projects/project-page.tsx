import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { BookShelf } from "@/features/books/book-card";
import { useBooks } from "@/features/books/use-books";
import { FilmShelf } from "@/features/videos/film-card";
import { useVideos } from "@/features/videos/use-videos";
import { deleteApiV1ProjectsByProjectId, type ProjectView } from "@/shared/api/generated";
import { Button, buttonLook } from "@/shared/ui/button";
import { ConfirmButton } from "@/shared/ui/confirm";
import { Dialog } from "@/shared/ui/dialog";
import { Empty, ErrorPanel, Skeleton, Unshown } from "@/shared/ui/states";
import { ReviseProject } from "./project-forms";
import { useProject } from "./use-projects";

const SHOWN = 40;

export function ProjectPage() {
  const { t } = useLingui();
  const { projectId } = useParams({ from: "/studio/projects/$projectId" });
  const project = useProject(projectId);
  if (project.isPending)
    return (
      <Unshown name={t`Project`}>
        <Skeleton className="h-64" />
      </Unshown>
    );
  if (project.error)
    return (
      <Unshown name={t`Project`}>
        <ErrorPanel error={project.error} onRetry={() => void project.refetch()} />
      </Unshown>
    );
  return (
    <article className="grid gap-8">
      <header className="grid gap-3">
        <p className="text-sm">
          <Link to="/projects">
            <Trans>All projects</Trans>
          </Link>
        </p>
        <div className="flex flex-wrap items-start justify-between gap-3">
          <h1 className="wrap-anywhere text-4xl">{project.data.name}</h1>
          <Verbs project={project.data} />
        </div>
        {project.data.description && (
          <p className="max-w-2xl whitespace-pre-line wrap-anywhere text-faded">{project.data.description}</p>
        )}
      </header>
      <Books project={project.data} />
      <Films project={project.data} />
    </article>
  );
}

function Verbs({ project }: { project: ProjectView }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [revising, setRevising] = useState(false);
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => setRevising(true)}>
        <Trans>Rename</Trans>
      </Button>
      <ConfirmButton
        label={<Trans>Delete</Trans>}
        title={<Trans>Delete this project?</Trans>}
        act={async () => {
          await deleteApiV1ProjectsByProjectId({ path: { projectId: project.id }, throwOnError: true });
          await navigate({ to: "/projects" });
          void queries.invalidateQueries({ queryKey: ["projects", "list"] });
          void queries.invalidateQueries({ queryKey: ["books"] });
          void queries.invalidateQueries({ queryKey: ["videos"] });
        }}
      >
        <p>
          <Trans>Its books and films stay with you, and belong to no project any more.</Trans>
        </p>
      </ConfirmButton>
      {revising && (
        <Dialog title={<Trans>Name and description</Trans>} onClose={() => setRevising(false)}>
          <ReviseProject project={project} onDone={() => setRevising(false)} />
        </Dialog>
      )}
    </div>
  );
}

function Books({ project }: { project: ProjectView }) {
  const books = useBooks(SHOWN, project.id);
  const add = (
    <Link to="/books/new" search={{ project: project.id }} className={buttonLook("main")}>
      <Trans>New book</Trans>
    </Link>
  );
  return (
    <section className="grid gap-4">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-2xl">
          <Trans>Its books</Trans>
        </h2>
        {(books.data?.items.length ?? 0) > 0 && add}
      </header>
      {books.isPending ? (
        <Skeleton className="h-56" />
      ) : books.error ? (
        <ErrorPanel error={books.error} onRetry={() => void books.refetch()} />
      ) : books.data.items.length === 0 ? (
        <Empty title={<Trans>No books in it yet</Trans>} action={add} />
      ) : (
        <BookShelf books={books.data.items} />
      )}
      {books.data?.nextCursor && (
        <p>
          <Link to="/books" search={{ project: project.id }}>
            <Trans>All books of this project</Trans>
          </Link>
        </p>
      )}
    </section>
  );
}

function Films({ project }: { project: ProjectView }) {
  const videos = useVideos(SHOWN, project.id);
  const add = (
    <Link to="/videos/new" search={{ project: project.id }} className={buttonLook()}>
      <Trans>New film</Trans>
    </Link>
  );
  return (
    <section className="grid gap-4">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-2xl">
          <Trans>Its films</Trans>
        </h2>
        {(videos.data?.items.length ?? 0) > 0 && add}
      </header>
      {videos.isPending ? (
        <Skeleton className="h-40" />
      ) : videos.error ? (
        <ErrorPanel error={videos.error} onRetry={() => void videos.refetch()} />
      ) : videos.data.items.length === 0 ? (
        <Empty title={<Trans>No films in it yet</Trans>} action={add} />
      ) : (
        <FilmShelf videos={videos.data.items} />
      )}
      {videos.data?.nextCursor && (
        <p>
          <Link to="/videos" search={{ project: project.id }}>
            <Trans>All films of this project</Trans>
          </Link>
        </p>
      )}
    </section>
  );
}
