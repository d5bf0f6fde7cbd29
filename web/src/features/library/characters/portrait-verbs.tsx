import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type CharacterView, postApiV1CharactersByCharacterIdAvatarDraw } from "@/shared/api/generated";
import { sendFile } from "@/shared/api/http";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { TextField } from "@/shared/ui/field";
import { PickFile } from "@/shared/ui/pick-file";
import { ErrorPanel } from "@/shared/ui/states";

/** Another picture: drawn by the studio, or a file of one's own. */
export function PortraitVerbs({ character }: { character: CharacterView }) {
  const queries = useQueryClient();
  const [drawing, setDrawing] = useState(false);
  const keep = (changed: CharacterView) => {
    queries.setQueryData(["characters", "one", character.id], changed);
    void queries.invalidateQueries({ queryKey: ["characters", "list"] });
  };
  const put = useMutation({
    mutationFn: (file: File) =>
      sendFile<CharacterView>("PUT", `/api/v1/characters/${character.id}/avatar`, file),
    onSuccess: keep,
  });
  return (
    <>
      <Button onClick={() => setDrawing(true)}>
        <Trans>Draw a picture</Trans>
      </Button>
      <PickFile
        accept="image/png,image/jpeg,image/webp"
        busy={put.isPending}
        onPick={(file) => put.mutate(file)}
      >
        <Trans>Bring a picture</Trans>
      </PickFile>
      {put.error && <ErrorPanel error={put.error} />}
      {drawing && <Draw character={character} onDrawn={keep} onClose={() => setDrawing(false)} />}
    </>
  );
}

function Draw(props: {
  character: CharacterView;
  onDrawn: (changed: CharacterView) => void;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const form = useForm(async ({ noun = "" }) => {
    const { data } = await postApiV1CharactersByCharacterIdAvatarDraw({
      path: { characterId: props.character.id },
      body: { noun },
      throwOnError: true,
    });
    props.onDrawn(data);
    props.onClose();
  });
  return (
    <Dialog title={<Trans>Draw a picture</Trans>} onClose={props.onClose}>
      <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
        <TextField
          label={t`What are they?`}
          hint={t`One word, such as girl, fox or wizard.`}
          name="noun"
          required
          autoFocus
          autoComplete="off"
          errors={form.errorsOf("noun")}
        />
        {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
        <div>
          <Button type="submit" look="main" busy={form.busy}>
            <Trans>Draw it</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
