import { Trans, useLingui } from "@lingui/react/macro";
import { Pick } from "@/features/books/pick";
import { ACTIONS, MOODS } from "@/features/books/scene-words";
import type { StoryboardActor, StoryboardCharacter } from "@/shared/api/generated";
import { TextField } from "@/shared/ui/field";
import { MOST_ACTORS } from "./board";

/** Who of the cast is in a scene, and what they do there. */
export function ActorFields(props: {
  cast: StoryboardCharacter[];
  actors: StoryboardActor[];
  onChange: (actors: StoryboardActor[]) => void;
}) {
  const { t } = useLingui();
  const { actors, onChange } = props;
  const cast = props.cast.filter((one) => one.noun.trim() !== "");
  // Three penguins are three characters of one name.
  const nameOf = ({ noun }: StoryboardCharacter, i: number) => {
    const before = cast.slice(0, i).filter((one) => one.noun === noun).length;
    return before === 0 ? noun : `${noun} ${before + 1}`;
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h3 className="text-lg">
        <Trans>Who is there</Trans>
      </h3>
      {cast.length === 0 && (
        <p className="text-sm text-faded">
          <Trans>Nobody is in the cast.</Trans>
        </p>
      )}
      {cast.map((one, i) => {
        const { id } = one;
        const name = nameOf(one, i);
        const at = actors.findIndex((actor) => actor.character === id);
        const shown = actors[at];
        const update = (part: Partial<StoryboardActor>) =>
          shown && onChange(actors.with(at, { ...shown, ...part }));
        return (
          <div key={id} className="grid grid-cols-[minmax(0,1fr)] gap-2">
            <label className="flex min-h-10 items-center gap-3">
              <input
                type="checkbox"
                className="size-5 accent-cinnabar"
                checked={shown !== undefined}
                disabled={!shown && actors.length >= MOST_ACTORS}
                onChange={(event) =>
                  onChange(
                    event.target.checked
                      ? [...actors, { character: id, action: "stand", mood: "happy", holding: null }]
                      : actors.toSpliced(at, 1),
                  )
                }
              />
              <span>{name}</span>
            </label>
            {shown && (
              <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3">
                <Pick
                  label={t`What ${name} does`}
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
