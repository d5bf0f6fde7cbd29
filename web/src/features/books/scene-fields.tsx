import { Trans, useLingui } from "@lingui/react/macro";
import { Plus, X } from "lucide-react";
import type { CastMember, PageScene, SceneCharacter, SceneThing } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { TextField } from "@/shared/ui/field";
import { Pick } from "./pick";
import { ACTIONS, MOODS, SETTINGS, SHOTS, TIMES, WEATHERS } from "./scene-words";

const MOST_THINGS = 6;

interface SceneProps {
  scene: PageScene;
  cast: CastMember[];
  disabled: boolean;
  onChange: (scene: PageScene) => void;
}

/** The picture in words: where, when, who does what, and which things are there. */
export function SceneFields(props: SceneProps) {
  const { t } = useLingui();
  const { scene, disabled } = props;
  const change = (part: Partial<PageScene>) => props.onChange({ ...scene, ...part });
  return (
    <fieldset disabled={disabled} className="mt-4 grid gap-5">
      <legend className="sr-only">{t`The picture`}</legend>
      <div className="grid grid-cols-2 gap-4">
        <Pick
          label={t`Place`}
          value={scene.setting}
          words={SETTINGS}
          onPick={(setting) => change({ setting })}
        />
        <Pick label={t`Time of day`} value={scene.time} words={TIMES} onPick={(time) => change({ time })} />
        <Pick
          label={t`Weather`}
          value={scene.weather}
          words={WEATHERS}
          onPick={(weather) => change({ weather })}
        />
        <Pick label={t`Seen`} value={scene.shot} words={SHOTS} onPick={(shot) => change({ shot })} />
      </div>
      <Characters {...props} />
      <Things things={scene.things} onChange={(things) => change({ things })} />
    </fieldset>
  );
}

function Characters({ scene, cast, onChange }: SceneProps) {
  const { t } = useLingui();
  const set = (characters: SceneCharacter[]) => onChange({ ...scene, characters });
  return (
    <div className="grid gap-3">
      <h2 className="text-lg">
        <Trans>Who is there</Trans>
      </h2>
      {cast.map((member) => {
        const shown = scene.characters.find((one) => one.id === member.id);
        const others = scene.characters.filter((one) => one.id !== member.id);
        const update = (part: Partial<SceneCharacter>) =>
          set(scene.characters.map((one) => (one.id === member.id ? { ...one, ...part } : one)));
        return (
          <div key={member.id} className="grid gap-2">
            <label className="flex min-h-10 items-center gap-3">
              <input
                type="checkbox"
                className="size-5 accent-cinnabar"
                checked={shown !== undefined}
                onChange={(event) =>
                  set(
                    event.target.checked
                      ? [...others, { id: member.id, action: "stand", mood: "happy", holding: null }]
                      : others,
                  )
                }
              />
              <span>
                {member.name} <span className="text-sm text-faded">({member.noun})</span>
              </span>
            </label>
            {shown && (
              <div className="grid grid-cols-2 items-end gap-3 pl-8 sm:grid-cols-3">
                <Pick
                  label={t`What ${member.name} does`}
                  value={shown.action}
                  words={ACTIONS}
                  onPick={(action) => update({ action })}
                />
                <Pick label={t`Mood`} value={shown.mood} words={MOODS} onPick={(mood) => update({ mood })} />
                <TextField
                  label={t`Holds`}
                  maxLength={60}
                  value={shown.holding ?? ""}
                  onChange={(event) => update({ holding: event.target.value || null })}
                />
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}

function Things({ things, onChange }: { things: SceneThing[]; onChange: (things: SceneThing[]) => void }) {
  const { t } = useLingui();
  const update = (at: number, part: Partial<SceneThing>) =>
    onChange(things.map((thing, i) => (i === at ? { ...thing, ...part } : thing)));
  return (
    <div className="grid gap-3">
      <h2 className="text-lg">
        <Trans>Which things are there</Trans>
      </h2>
      {things.map((thing, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a thing has no name of its own while it is typed
        <div key={i} className="grid grid-cols-[1fr_5rem_auto] items-end gap-3">
          <TextField
            label={t`Thing ${i + 1}`}
            maxLength={60}
            value={thing.noun}
            onChange={(event) => update(i, { noun: event.target.value })}
          />
          <TextField
            label={t`How many`}
            type="number"
            min={1}
            max={9}
            value={thing.count}
            onChange={(event) =>
              update(i, { count: Math.min(9, Math.max(1, Math.round(Number(event.target.value) || 1))) })
            }
          />
          <Button
            aria-label={t`Remove thing ${i + 1}`}
            className="px-3"
            onClick={() => onChange(things.filter((_, at) => at !== i))}
          >
            <X aria-hidden size={16} />
          </Button>
        </div>
      ))}
      {things.length < MOST_THINGS && (
        <div>
          <Button onClick={() => onChange([...things, { noun: "", count: 1 }])}>
            <Plus aria-hidden size={16} /> <Trans>Another thing</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}
