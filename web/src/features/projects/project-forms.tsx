import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { type ProjectView, patchApiV1ProjectsByProjectId, postApiV1Projects } from "@/shared/api/generated";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { TextArea, TextField } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";

export function NewProject({ onMade }: { onMade: (project: ProjectView) => void }) {
  const queries = useQueryClient();
  const form = useForm(async ({ name = "", description = "" }) => {
    const body = { name, description: description.trim() || null };
    const { data } = await postApiV1Projects({ body, throwOnError: true });
    queries.setQueryData(["projects", "one", data.id], data);
    void queries.invalidateQueries({ queryKey: ["projects", "list"] });
    onMade(data);
  });
  return <Fields form={form} submit={<Trans>Make the project</Trans>} />;
}

export function ReviseProject({ project, onDone }: { project: ProjectView; onDone: () => void }) {
  const queries = useQueryClient();
  const form = useForm(async ({ name = "", description = "" }) => {
    const { data } = await patchApiV1ProjectsByProjectId({
      path: { projectId: project.id },
      body: { name, description: description.trim() },
      throwOnError: true,
    });
    queries.setQueryData(["projects", "one", data.id], data);
    void queries.invalidateQueries({ queryKey: ["projects", "list"] });
    onDone();
  });
  return <Fields form={form} project={project} submit={<Trans>Keep it so</Trans>} />;
}

function Fields({
  form,
  project,
  submit,
}: {
  form: ReturnType<typeof useForm>;
  project?: ProjectView;
  submit: React.ReactNode;
}) {
  const { t } = useLingui();
  return (
    <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
      <TextField
        label={t`Name`}
        name="name"
        maxLength={120}
        required
        autoFocus
        autoComplete="off"
        defaultValue={project?.name}
        errors={form.errorsOf("name")}
      />
      <TextArea
        label={t`What it is about`}
        name="description"
        maxLength={2000}
        defaultValue={project?.description ?? ""}
        errors={form.errorsOf("description")}
      />
      {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
      <div>
        <Button type="submit" look="main" busy={form.busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
