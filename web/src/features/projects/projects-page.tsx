import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Folder } from "lucide-react";
import { useState } from "react";
import type { ProjectView } from "@/shared/api/generated";
import { ago } from "@/shared/lib/format";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { Pager } from "@/shared/ui/pager";
import { Empty, ErrorPanel, Skeleton } from "@/shared/ui/states";
import { NewProject } from "./project-forms";
import { useProjects } from "./use-projects";

export function ProjectsPage() {
  const { cursor } = useSearch({ from: "/studio/projects" });
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const projects = useProjects(cursor);
  const add = (
    <Button look="main" onClick={() => setAsking(true)}>
      <Trans>New project</Trans>
    </Button>
  );
  return (
    <div className="grid gap-6">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-4xl">
          <Trans>Projects</Trans>
        </h1>
        {(projects.data?.items.length ?? 0) > 0 && add}
      </header>
      {projects.isPending ? (
        <div className="grid gap-3 sm:grid-cols-2">
          <Skeleton className="h-24" />
          <Skeleton className="h-24" />
        </div>
      ) : projects.error ? (
        <ErrorPanel error={projects.error} onRetry={() => void projects.refetch()} />
      ) : projects.data.items.length === 0 && !cursor ? (
        <Empty title={<Trans>No projects yet</Trans>} action={add}>
          <Trans>
            A project keeps together what belongs together: the books of a series, the work for a shop.
          </Trans>
        </Empty>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2">
          {projects.data.items.map((project) => (
            <ProjectCard key={project.id} project={project} />
          ))}
        </ul>
      )}
      {projects.data && <Pager cursor={cursor} next={projects.data.nextCursor} />}
      {asking && (
        <Dialog title={<Trans>A new project</Trans>} onClose={() => setAsking(false)}>
          <NewProject
            onMade={(made) => void navigate({ to: "/projects/$projectId", params: { projectId: made.id } })}
          />
        </Dialog>
      )}
    </div>
  );
}

function ProjectCard({ project }: { project: ProjectView }) {
  const { i18n } = useLingui();
  return (
    <li>
      <Link
        to="/projects/$projectId"
        params={{ projectId: project.id }}
        className="flex h-full gap-3 rounded-xl border border-rule bg-leaf p-4 text-ink no-underline shadow-leaf hover:border-cinnabar"
      >
        <Folder aria-hidden size={20} className="mt-1 shrink-0 text-cinnabar-deep" />
        <span className="grid content-start gap-1">
          <span className="wrap-anywhere font-display text-lg font-semibold leading-snug">
            {project.name}
          </span>
          {project.description && (
            <span className="line-clamp-2 wrap-anywhere text-sm text-faded">{project.description}</span>
          )}
          <span className="text-sm text-faded">
            <Trans>Changed {ago(project.updatedAt, i18n.locale)}</Trans>
          </span>
        </span>
      </Link>
    </li>
  );
}
