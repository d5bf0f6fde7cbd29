import { Trans, useLingui } from "@lingui/react/macro";
import { Plus, X } from "lucide-react";
import type { BriefCharacter } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { SelectField, TextField } from "@/shared/ui/field";

const MOST = 6;
const PRONOUNS = ["she/her", "he/him", "they/them", "it/its"] as const;

/** Who must be in the book, the first of them as its hero. */
export function CharacterFields(props: {
  characters: BriefCharacter[];
  onChange: (characters: BriefCharacter[]) => void;
  errorsOf: (field: string) => string[] | undefined;
}) {
  const { t } = useLingui();
  const { characters, onChange, errorsOf } = props;
  const update = (at: number, part: Partial<BriefCharacter>) =>
    onChange(characters.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <div className="grid gap-5">
      {characters.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a character has no name of its own while it is typed
        <fieldset key={i} className="grid gap-3 rounded-xl bg-well p-4">
          <legend className="sr-only">{i === 0 ? t`Hero` : t`Character ${i + 1}`}</legend>
          <div className="flex items-center justify-between">
            <p aria-hidden className="text-sm font-semibold">
              {i === 0 ? <Trans>Hero</Trans> : <Trans>Character {i + 1}</Trans>}
            </p>
            <Button
              look="quiet"
              aria-label={t`Remove character ${i + 1}`}
              className="px-3"
              onClick={() => onChange(characters.filter((_, at) => at !== i))}
            >
              <X aria-hidden size={16} />
            </Button>
          </div>
          <div className="grid items-start gap-3 sm:grid-cols-2">
            <TextField
              label={t`Name`}
              name={`characters[${i}].name`}
              maxLength={40}
              value={one.name}
              errors={errorsOf(`characters[${i}].name`)}
              onChange={(event) => update(i, { name: event.target.value })}
            />
            <TextField
              label={t`Who or what they are`}
              hint={t`Any noun: dragon, labrador, girl.`}
              name={`characters[${i}].kind`}
              maxLength={60}
              value={one.kind ?? ""}
              errors={errorsOf(`characters[${i}].kind`)}
              onChange={(event) => update(i, { kind: event.target.value || null })}
            />
            <SelectField
              label={t`Spoken of as`}
              value={one.pronouns ?? ""}
              onChange={(event) => update(i, { pronouns: event.target.value || null })}
            >
              <option value="">{t`As fits the story`}</option>
              {PRONOUNS.map((value) => (
                <option key={value}>{value}</option>
              ))}
            </SelectField>
            <TextField
              label={t`What they are like`}
              name={`characters[${i}].trait`}
              maxLength={80}
              value={one.trait ?? ""}
              errors={errorsOf(`characters[${i}].trait`)}
              onChange={(event) => update(i, { trait: event.target.value || null })}
            />
          </div>
        </fieldset>
      ))}
      {characters.length < MOST && (
        <div>
          <Button onClick={() => onChange([...characters, { name: "" }])}>
            <Plus aria-hidden size={16} />{" "}
            {characters.length === 0 ? <Trans>Add a hero</Trans> : <Trans>Add a character</Trans>}
          </Button>
        </div>
      )}
    </div>
  );
}
