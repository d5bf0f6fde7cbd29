import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type CharacterView, patchApiV1CharactersByCharacterId } from "@/shared/api/generated";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { TextArea, TextField } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";

const LONGEST = 100_000;

/** Who the character is: read first, changed on wish. */
export function CardForm({ character }: { character: CharacterView }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const parts = [
    { name: "description", label: t`Description` },
    { name: "personality", label: t`Personality` },
    { name: "scenario", label: t`Scenario` },
    { name: "firstMessage", label: t`First message` },
    { name: "exampleDialogue", label: t`How they talk` },
  ] as const;
  if (isOpen) return <Edit character={character} parts={parts} onDone={() => setOpen(false)} />;
  const told = parts.filter(({ name }) => character[name] !== "");
  return (
    <section className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-2xl">
          <Trans>The card</Trans>
        </h2>
        <Button onClick={() => setOpen(true)}>
          <Trans>Change the card</Trans>
        </Button>
      </div>
      {told.length === 0 && (
        <p className="text-faded">
          <Trans>Nothing is said about them yet.</Trans>
        </p>
      )}
      {told.map(({ name, label }) => (
        <div key={name} className="grid gap-1">
          <h3 className="text-sm font-semibold text-faded">{label}</h3>
          <p className="max-w-prose wrap-anywhere whitespace-pre-line">{character[name]}</p>
        </div>
      ))}
    </section>
  );
}

function Edit(props: {
  character: CharacterView;
  parts: readonly {
    name: "description" | "personality" | "scenario" | "firstMessage" | "exampleDialogue";
    label: string;
  }[];
  onDone: () => void;
}) {
  const { character, parts, onDone } = props;
  const { t } = useLingui();
  const queries = useQueryClient();
  const form = useForm(async ({ tags = "", ...fields }) => {
    const { data } = await patchApiV1CharactersByCharacterId({
      path: { characterId: character.id },
      body: {
        ...fields,
        tags: tags
          .split(",")
          .map((tag) => tag.trim())
          .filter(Boolean),
        version: character.version,
      },
      throwOnError: true,
    });
    queries.setQueryData(["characters", "one", character.id], data);
    void queries.invalidateQueries({ queryKey: ["characters", "list"] });
    onDone();
  });
  return (
    <form className="grid gap-5" onSubmit={form.onSubmit} noValidate>
      <h2 className="text-2xl">
        <Trans>The card</Trans>
      </h2>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label={t`Name`}
          name="name"
          maxLength={200}
          required
          autoFocus
          defaultValue={character.name}
          errors={form.errorsOf("name")}
        />
        <TextField
          label={t`Tags`}
          hint={t`With commas between.`}
          name="tags"
          defaultValue={character.tags.join(", ")}
          errors={form.errorsOf("tags")}
        />
      </div>
      {parts.map(({ name, label }) => (
        <TextArea
          key={name}
          label={label}
          name={name}
          rows={5}
          maxLength={LONGEST}
          defaultValue={character[name]}
          errors={form.errorsOf(name)}
        />
      ))}
      {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="main" busy={form.busy}>
          <Trans>Keep it so</Trans>
        </Button>
        <Button onClick={onDone}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </form>
  );
}
