import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import {
  type CharacterView,
  deleteApiV1CharactersByCharacterId,
  postApiV1CharactersByCharacterIdDuplicate,
} from "@/shared/api/generated";
import { download } from "@/shared/api/http";
import { Button } from "@/shared/ui/button";
import { ConfirmButton } from "@/shared/ui/confirm";
import { Dialog } from "@/shared/ui/dialog";
import { Choices } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";

/** What can be done with a character as a whole. */
export function CharacterVerbs({ character }: { character: CharacterView }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [exporting, setExporting] = useState(false);
  const path = { characterId: character.id };
  const copy = useMutation({
    mutationFn: async () =>
      (await postApiV1CharactersByCharacterIdDuplicate({ path, throwOnError: true })).data,
    onSuccess: async (made) => {
      void queries.invalidateQueries({ queryKey: ["characters", "list"] });
      await navigate({ to: "/characters/$characterId", params: { characterId: made.id } });
    },
  });
  return (
    <>
      <Button onClick={() => setExporting(true)}>
        <Trans>Take the card away</Trans>
      </Button>
      <Button busy={copy.isPending} onClick={() => copy.mutate()}>
        <Trans>Duplicate</Trans>
      </Button>
      <ConfirmButton
        label={<Trans>Delete</Trans>}
        title={<Trans>Delete “{character.name}”?</Trans>}
        act={async () => {
          await deleteApiV1CharactersByCharacterId({ path, throwOnError: true });
          void queries.invalidateQueries({ queryKey: ["characters", "list"] });
          await navigate({ to: "/characters" });
          toast(<Trans>“{character.name}” is deleted.</Trans>);
        }}
      >
        <p>
          <Trans>The card goes, and every talk with them. The document stays.</Trans>
        </p>
      </ConfirmButton>
      {copy.error && <ErrorPanel error={copy.error} />}
      {exporting && <Export character={character} onClose={() => setExporting(false)} />}
    </>
  );
}

function Export({ character, onClose }: { character: CharacterView; onClose: () => void }) {
  const { t } = useLingui();
  const [format, setFormat] = useState<"png" | "json" | "charx">("png");
  const [spec, setSpec] = useState<"v1" | "v2" | "v3">("v3");
  const get = useMutation({
    mutationFn: () =>
      download(
        `/api/v1/characters/${character.id}/export?format=${format}&spec=${format === "charx" ? "v3" : spec}`,
      ),
    onSuccess: onClose,
  });
  return (
    <Dialog title={<Trans>Take the card away</Trans>} onClose={onClose}>
      <Choices
        legend={t`File`}
        name="format"
        value={format}
        onChange={setFormat}
        choices={[
          { value: "png", label: "PNG", note: t`the picture, with the card in it` },
          { value: "json", label: "JSON", note: t`the card alone` },
          { value: "charx", label: "CHARX", note: t`the card with all its files` },
        ]}
      />
      {format !== "charx" && (
        <Choices
          legend={t`Generation`}
          name="spec"
          value={spec}
          onChange={setSpec}
          choices={[
            { value: "v3", label: "V3" },
            { value: "v2", label: "V2", note: t`for most tools` },
            { value: "v1", label: "V1", note: t`for old ones, without lorebook` },
          ]}
        />
      )}
      {get.error && <ErrorPanel error={get.error} />}
      <div>
        <Button look="main" busy={get.isPending} onClick={() => get.mutate()}>
          <Trans>Download</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
