import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useSearch } from "@tanstack/react-router";
import { filterLook } from "@/shared/ui/filter";
import { useProjects } from "./use-projects";

/** The books, films or documents of one project, or all of them; nothing where there are no projects. */
export function ProjectFilter({ shelf }: { shelf: "/books" | "/videos" | "/library" }) {
  const { t } = useLingui();
  const { project } = useSearch({ strict: false });
  const projects = useProjects();
  if (!projects.data?.items.length) return null;
  return (
    <nav aria-label={t`Filter by project`} className="flex flex-wrap gap-2">
      <Link
        to={shelf}
        search={{}}
        activeOptions={{ exact: true }}
        aria-current={project ? undefined : "page"}
        className={filterLook}
      >
        <Trans>All</Trans>
      </Link>
      {projects.data.items.map(({ id, name }) => (
        <Link
          key={id}
          to={shelf}
          search={{ project: id }}
          aria-current={project === id ? "page" : undefined}
          className={filterLook}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
