import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ProjectField } from "@/features/projects/project-field";
import {
  type DocumentView,
  deleteApiV1DocumentsByDocumentId,
  patchApiV1DocumentsByDocumentId,
} from "@/shared/api/generated";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { ConfirmButton } from "@/shared/ui/confirm";
import { Dialog } from "@/shared/ui/dialog";
import { TextField } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";

/** What can be done with a document as a whole. */
export function DocumentVerbs({ document }: { document: DocumentView }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [changing, setChanging] = useState(false);
  return (
    <div data-screen-only className="flex flex-wrap gap-2">
      <Button onClick={() => setChanging(true)}>
        <Trans>Rename or move</Trans>
      </Button>
      <ConfirmButton
        label={<Trans>Delete</Trans>}
        title={<Trans>Delete “{document.title}”?</Trans>}
        act={async () => {
          await deleteApiV1DocumentsByDocumentId({ path: { documentId: document.id }, throwOnError: true });
          await navigate({ to: "/library" });
          queries.removeQueries({ queryKey: ["documents", "one", document.id] });
          void queries.invalidateQueries({ queryKey: ["documents"] });
          toast(<Trans>“{document.title}” is deleted.</Trans>);
        }}
      >
        <p>
          <Trans>
            The file goes, and with it its text and everything that was found in it. It cannot be taken back,
            only brought and read again.
          </Trans>
        </p>
      </ConfirmButton>
      {changing && <Change document={document} onDone={() => setChanging(false)} />}
    </div>
  );
}

function Change({ document, onDone }: { document: DocumentView; onDone: () => void }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const [project, setProject] = useState(document.projectId ?? "");
  const form = useForm(async ({ title = "" }) => {
    const { data } = await patchApiV1DocumentsByDocumentId({
      path: { documentId: document.id },
      body: { title, projectId: project || null, noProject: !project },
      throwOnError: true,
    });
    queries.setQueryData(["documents", "one", data.id], data);
    void queries.invalidateQueries({ queryKey: ["documents", "list"] });
    onDone();
  });
  return (
    <Dialog title={<Trans>Title and project</Trans>} onClose={onDone}>
      <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
        <TextField
          label={t`Title`}
          name="title"
          maxLength={200}
          required
          autoFocus
          autoComplete="off"
          defaultValue={document.title}
          errors={form.errorsOf("title")}
        />
        <ProjectField value={project} onChange={setProject} />
        {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
        <div>
          <Button type="submit" look="main" busy={form.busy}>
            <Trans>Keep it so</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
