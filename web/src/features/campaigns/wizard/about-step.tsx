import { useLingui } from "@lingui/react/macro";
import { ProjectField } from "@/features/projects/project-field";
import { SelectField, TextArea, TextField } from "@/shared/ui/field";
import type { StepProps } from "./fields";

export const LANGUAGES = ["en", "fr", "de", "es", "it", "nl", "pt"] as const;

/** What the crew looks for, and for whom. */
export function AboutStep({ plan, set, errorsOf, isEdit }: StepProps & { isEdit: boolean }) {
  const { t, i18n } = useLingui();
  const names = new Intl.DisplayNames(i18n.locale, { type: "language" });
  return (
    <>
      <TextField
        label={t`Name of the campaign`}
        hint={t`Only you see it.`}
        name="name"
        maxLength={120}
        required
        autoComplete="off"
        value={plan.name}
        onChange={(event) => set({ name: event.target.value })}
        errors={errorsOf("name")}
      />
      <TextArea
        label={t`What do you know something about?`}
        hint={t`Posts that talk about this are looked for, in a sentence or two.`}
        name="topic"
        maxLength={400}
        required
        value={plan.topic}
        onChange={(event) => set({ topic: event.target.value })}
        errors={errorsOf("topic")}
        className="font-display text-lg"
      />
      <TextField
        label={t`Whose posts should it be?`}
        hint={t`For instance: hobby weavers who build their own tools.`}
        name="audience"
        maxLength={400}
        value={plan.audience}
        onChange={(event) => set({ audience: event.target.value })}
        errors={errorsOf("audience")}
      />
      <TextArea
        label={t`Keywords`}
        hint={t`With commas between them. Posts that use them come first.`}
        name="keywords"
        value={plan.keywords}
        onChange={(event) => set({ keywords: event.target.value })}
        errors={errorsOf("keywords")}
      />
      <SelectField
        label={t`Language of the posts`}
        name="language"
        value={plan.language}
        onChange={(event) => set({ language: event.target.value })}
        errors={errorsOf("language")}
      >
        <option value="">{t`Any; each draft is in the language of its post`}</option>
        {LANGUAGES.map((code) => (
          <option key={code} value={code}>
            {names.of(code)}
          </option>
        ))}
      </SelectField>
      {!isEdit && <ProjectField value={plan.projectId} onChange={(projectId) => set({ projectId })} />}
    </>
  );
}
