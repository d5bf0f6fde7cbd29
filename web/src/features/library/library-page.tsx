import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { ProjectFilter } from "@/features/projects/project-filter";
import { buttonLook } from "@/shared/ui/button";
import { Pager } from "@/shared/ui/pager";
import { SearchBox } from "@/shared/ui/search-box";
import { Empty, ErrorPanel, Skeleton } from "@/shared/ui/states";
import { onBrought } from "./arrivals";
import { BringZone } from "./bring-zone";
import { DocumentRow } from "./document-row";
import { Hits } from "./search/hits";
import { useDocuments } from "./use-documents";

const PAGE = 40;

export function LibraryPage() {
  const { t } = useLingui();
  const navigate = useNavigate({ from: "/library" });
  const { project, cursor, q } = useSearch({ from: "/studio/library/" });
  const queries = useQueryClient();
  const documents = useDocuments(PAGE, project, cursor);
  useEffect(
    () => onBrought(() => void queries.invalidateQueries({ queryKey: ["documents", "list"] })),
    [queries],
  );
  return (
    <div className="grid gap-6">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-4xl">
          <Trans>Library</Trans>
        </h1>
        <div className="flex grow flex-wrap justify-end gap-2">
          <SearchBox
            label={t`Search in all documents`}
            value={q ?? ""}
            onSearch={(text) =>
              void navigate({ search: (old) => ({ ...old, q: text || undefined }), replace: true })
            }
          />
          <Link to="/characters" className={buttonLook()}>
            <Trans>Characters</Trans>
          </Link>
        </div>
      </header>
      {!q && <BringZone project={project} />}
      <ProjectFilter shelf="/library" />
      {q ? (
        <Hits q={q} projectId={project} />
      ) : documents.isPending ? (
        <div className="grid gap-3">
          {["a", "b", "c"].map((key) => (
            <Skeleton key={key} className="h-24" />
          ))}
        </div>
      ) : documents.error ? (
        <ErrorPanel error={documents.error} onRetry={() => void documents.refetch()} />
      ) : documents.data.items.length === 0 ? (
        <Empty title={<Trans>No documents yet</Trans>}>
          <Trans>
            Bring a novel, and see within seconds who is in it, who says what to whom, and how it reads.
          </Trans>
        </Empty>
      ) : (
        <ul className="grid gap-3">
          {documents.data.items.map((document) => (
            <DocumentRow key={document.id} document={document} />
          ))}
        </ul>
      )}
      {!q && documents.data && <Pager cursor={cursor} next={documents.data.nextCursor} />}
    </div>
  );
}
