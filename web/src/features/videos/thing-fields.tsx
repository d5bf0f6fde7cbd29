import { Trans, useLingui } from "@lingui/react/macro";
import { Plus, X } from "lucide-react";
import { Pick } from "@/features/books/pick";
import type { StoryboardThing } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { TextField } from "@/shared/ui/field";
import { MOST_THINGS } from "./board";
import { TRAVELS } from "./storyboard-words";

const MOST_OF_ONE = 6;

/** Which things are in a scene, how many, and how they move through it. */
export function ThingFields(props: {
  things: StoryboardThing[];
  onChange: (things: StoryboardThing[]) => void;
}) {
  const { t } = useLingui();
  const { things, onChange } = props;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h3 className="text-lg">
        <Trans>Which things are there</Trans>
      </h3>
      {things.map((thing, i) => {
        const update = (part: Partial<StoryboardThing>) => onChange(things.with(i, { ...thing, ...part }));
        return (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a thing has no name of its own while it is typed
            key={i}
            className="grid grid-cols-[1fr_auto] items-end gap-3 sm:grid-cols-[1fr_5rem_8rem_auto]"
          >
            <TextField
              label={t`Thing ${i + 1}`}
              maxLength={60}
              value={thing.noun}
              onChange={(event) => update({ noun: event.target.value })}
            />
            <TextField
              label={t`How many`}
              type="number"
              min={1}
              max={MOST_OF_ONE}
              value={thing.count}
              className="max-sm:w-20"
              onChange={(event) =>
                update({
                  count: Math.min(MOST_OF_ONE, Math.max(1, Math.round(Number(event.target.value) || 1))),
                })
              }
            />
            <Pick
              label={t`Moves`}
              value={thing.travel ?? "none"}
              words={TRAVELS}
              onPick={(travel) => update({ travel: travel === "none" ? null : travel })}
            />
            <Button
              aria-label={t`Remove thing ${i + 1}`}
              className="px-3"
              onClick={() => onChange(things.toSpliced(i, 1))}
            >
              <X aria-hidden size={16} />
            </Button>
          </div>
        );
      })}
      {things.length < MOST_THINGS && (
        <div>
          <Button onClick={() => onChange([...things, { noun: "", count: 1, travel: null }])}>
            <Plus aria-hidden size={16} /> <Trans>Another thing</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}
