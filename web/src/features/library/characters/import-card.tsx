import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ImportedCharacterView } from "@/shared/api/generated";
import { sendFile } from "@/shared/api/http";
import { buttonLook } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { PickFile } from "@/shared/ui/pick-file";
import { ErrorPanel } from "@/shared/ui/states";

/** Brings a character card of another tool: JSON, PNG, CHARX, or a JPEG with one behind it. */
export function ImportCard() {
  const queries = useQueryClient();
  const [isShown, setShown] = useState(false);
  const bring = useMutation({
    mutationFn: (file: File) => sendFile<ImportedCharacterView>("POST", "/api/v1/characters/import", file),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["characters", "list"] }),
    onSettled: () => setShown(true),
  });
  return (
    <>
      <PickFile
        accept=".json,.png,.charx,.jpg,.jpeg"
        busy={bring.isPending}
        onPick={(file) => bring.mutate(file)}
      >
        {bring.isPending ? <Trans>Reading the card …</Trans> : <Trans>Import a card</Trans>}
      </PickFile>
      {isShown && (
        <Dialog title={<Trans>A card from elsewhere</Trans>} onClose={() => setShown(false)}>
          {bring.error && <ErrorPanel error={bring.error} />}
          {bring.data && <Imported data={bring.data} />}
        </Dialog>
      )}
    </>
  );
}

function Imported({ data: { character, spec, container, warnings } }: { data: ImportedCharacterView }) {
  return (
    <div className="grid gap-4">
      <p>
        <Trans>
          {character.name} is here ({spec.toUpperCase()}, {container.toUpperCase()}).
        </Trans>
      </p>
      {warnings.length > 0 && (
        <details>
          <summary>
            <Trans>In what the card differs from its specification: {warnings.length}</Trans>
          </summary>
          <ul className="list-disc pl-5 text-sm text-faded">
            {warnings.map((one) => (
              <li key={one.kind + one.detail} className="wrap-anywhere">
                {one.detail}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div>
        <Link
          to="/characters/$characterId"
          params={{ characterId: character.id }}
          className={buttonLook("main")}
        >
          <Trans>Open it</Trans>
        </Link>
      </div>
    </div>
  );
}
