import { useLingui } from "@lingui/react/macro";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { DocumentView } from "@/shared/api/generated";
import { SearchBox } from "@/shared/ui/search-box";
import { Hits } from "../search/hits";

/** Looks in one text; what was found takes the place of what is there otherwise. */
export function Find({
  document,
  children,
  onGo,
}: {
  document: DocumentView;
  children?: ReactNode;
  onGo?: () => void;
}) {
  const { t } = useLingui();
  const navigate = useNavigate({ from: "/library/$documentId" });
  const { q } = useSearch({ from: "/studio/library/$documentId/" });
  return (
    <div className="grid gap-4">
      <SearchBox
        label={t`Find in this text`}
        value={q ?? ""}
        onSearch={(text) =>
          void navigate({
            search: (old) => ({ ...old, q: text || undefined }),
            replace: true,
            resetScroll: false,
          })
        }
      />
      {q ? <Hits q={q} documentId={document.id} onGo={onGo} /> : children}
    </div>
  );
}
