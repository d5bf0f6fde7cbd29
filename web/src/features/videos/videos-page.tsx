import { Trans } from "@lingui/react/macro";
import { Link, useSearch } from "@tanstack/react-router";
import { ProjectFilter } from "@/features/projects/project-filter";
import { buttonLook } from "@/shared/ui/button";
import { Pager } from "@/shared/ui/pager";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { FilmShelf } from "./film-card";
import { FirstFilm } from "./first-film";
import { useVideos } from "./use-videos";

const PAGE = 48; // full rows, however many stand in one

export function VideosPage() {
  const { project, cursor } = useSearch({ from: "/studio/videos" });
  const videos = useVideos(PAGE, project, cursor);
  return (
    <div className="grid gap-6">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-4xl">
          <Trans>Films</Trans>
        </h1>
        <div className="flex flex-wrap gap-2">
          <Link to="/batch" className={buttonLook()}>
            <Trans>Many at once</Trans>
          </Link>
          <Link to="/videos/new" search={project ? { project } : {}} className={buttonLook("main")}>
            <Trans>New film</Trans>
          </Link>
        </div>
      </header>
      <ProjectFilter shelf="/videos" />
      {videos.isPending ? (
        <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
          {["a", "b", "c"].map((key) => (
            <Skeleton key={key} className="aspect-video" />
          ))}
        </div>
      ) : videos.error ? (
        <ErrorPanel error={videos.error} onRetry={() => void videos.refetch()} />
      ) : videos.data.items.length === 0 ? (
        <FirstFilm />
      ) : (
        <FilmShelf videos={videos.data.items} />
      )}
      {videos.data && <Pager cursor={cursor} next={videos.data.nextCursor} />}
    </div>
  );
}
