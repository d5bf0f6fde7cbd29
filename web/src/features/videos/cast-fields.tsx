import { Trans, useLingui } from "@lingui/react/macro";
import { Plus, X } from "lucide-react";
import type { StoryboardCharacter } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { TextField } from "@/shared/ui/field";
import { freeId, MOST_CAST } from "./board";

/** Who can be in the scenes. */
export function CastFields(props: {
  cast: StoryboardCharacter[];
  onChange: (cast: StoryboardCharacter[]) => void;
}) {
  const { t } = useLingui();
  const { cast, onChange } = props;
  return (
    <div className="grid gap-3 sm:col-span-2">
      <h2 className="text-lg">
        <Trans>Cast</Trans>
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2">
        {cast.map((one, i) => (
          <li key={one.id} className="grid grid-cols-[1fr_auto] items-end gap-2">
            <TextField
              label={t`Character ${i + 1}`}
              placeholder={t`Any noun: dragon, labrador, girl.`}
              maxLength={60}
              value={one.noun}
              onChange={(event) => onChange(cast.with(i, { ...one, noun: event.target.value }))}
            />
            <Button
              aria-label={t`Remove character ${i + 1}`}
              className="px-3"
              onClick={() => onChange(cast.toSpliced(i, 1))}
            >
              <X aria-hidden size={16} />
            </Button>
          </li>
        ))}
      </ul>
      {cast.length < MOST_CAST && (
        <div>
          <Button onClick={() => onChange([...cast, { id: freeId(cast), noun: "" }])}>
            <Plus aria-hidden size={16} /> <Trans>Add a character</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}
