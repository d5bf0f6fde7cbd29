import { useLingui } from "@lingui/react/macro";
import { SelectField } from "@/shared/ui/field";
import { useProjects } from "./use-projects";

/** Where a new work belongs; not asked of somebody who has no projects. */
export function ProjectField({ value, onChange }: { value: string; onChange: (projectId: string) => void }) {
  const { t } = useLingui();
  const projects = useProjects();
  if (!projects.data?.items.length) return null;
  return (
    <SelectField
      label={t`Project`}
      name="projectId"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t`None`}</option>
      {projects.data.items.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
