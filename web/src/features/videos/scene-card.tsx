import { Trans, useLingui } from "@lingui/react/macro";
import clsx from "clsx";
import { ArrowDown, ArrowUp, Copy, ImageIcon, Trash2 } from "lucide-react";
import { Pick } from "@/features/books/pick";
import { SETTINGS, SHOTS, TIMES, WEATHERS } from "@/features/books/scene-words";
import type { StoryboardCharacter, StoryboardScene, StoryboardView, VideoView } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { TextArea, TextField } from "@/shared/ui/field";
import { ActorFields } from "./actor-fields";
import { type Card, isSceneChanged, MOST_SCENES } from "./board";
import { SceneStill } from "./scene-still";
import { CAMERAS, CHANGES } from "./storyboard-words";
import { ThingFields } from "./thing-fields";

interface SceneCardProps {
  video: VideoView;
  view: StoryboardView;
  card: Card;
  at: number;
  count: number;
  cast: StoryboardCharacter[];
  errors: string[];
  onChange: (scene: StoryboardScene) => void;
  onMove: (by: 1 | -1) => void;
  onDouble: () => void;
  onRemove: () => void;
}

/** One scene: its picture, what is said over it, and everything that is seen. */
export function SceneCard(props: SceneCardProps) {
  const { t } = useLingui();
  const { video, view, card, at, cast, errors, onChange } = props;
  const { scene } = card;
  const number = at + 1;
  const change = (part: Partial<StoryboardScene>) => onChange({ ...scene, ...part });
  const hasChanged = isSceneChanged(card, view.storyboard);
  return (
    <li
      aria-label={t`Scene ${number}`}
      className={clsx(
        "grid grid-cols-[minmax(0,1fr)] items-start gap-5 rounded-2xl border bg-leaf p-5 shadow-leaf lg:grid-cols-2",
        hasChanged ? "border-dashed border-cinnabar" : "border-rule",
      )}
    >
      <div className="grid gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-xl">
            <Trans>Scene {number}</Trans>{" "}
            {hasChanged && (
              <span className="text-sm font-normal text-faded">
                (<Trans>not saved</Trans>)
              </span>
            )}
          </h2>
          <Verbs {...props} number={number} />
        </div>
        <SceneStill {...{ video, view, card, hasChanged }} />
        <div>
          <Button disabled={scene.take >= 1000} onClick={() => change({ take: scene.take + 1 })}>
            <ImageIcon aria-hidden size={16} /> <Trans>Another picture</Trans>
          </Button>
        </div>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <TextArea
          label={t`What is said`}
          maxLength={1000}
          value={scene.narration}
          onChange={(event) => change({ narration: event.target.value })}
          className="font-display text-lg"
        />
        <div className="grid grid-cols-2 items-end gap-3">
          <TextField
            label={t`Seconds`}
            type="number"
            min={0.2}
            max={60}
            step="any"
            value={scene.seconds ? Math.round(scene.seconds * 100) / 100 : ""}
            onChange={(event) => change({ seconds: Number(event.target.value) })}
          />
          <Pick
            label={t`It begins`}
            value={scene.change}
            words={CHANGES}
            onPick={(next) => change({ change: next })}
          />
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
          <Pick
            label={t`The camera`}
            value={scene.camera}
            words={CAMERAS}
            onPick={(camera) => change({ camera })}
          />
        </div>
        <details className="rounded-xl bg-well p-4">
          <summary className="font-semibold">
            <Trans>Who and what is there</Trans>
          </summary>
          <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-5">
            <ActorFields cast={cast} actors={scene.actors} onChange={(actors) => change({ actors })} />
            <ThingFields things={scene.things} onChange={(things) => change({ things })} />
          </div>
        </details>
        {errors.length > 0 && (
          <p role="alert" className="text-sm text-alarm">
            {errors.join(" ")}
          </p>
        )}
      </div>
    </li>
  );
}

function Verbs(props: SceneCardProps & { number: number }) {
  const { t } = useLingui();
  const { at, count, number } = props;
  const verbs = [
    { words: t`Move scene ${number} up`, icon: ArrowUp, act: () => props.onMove(-1), can: at > 0 },
    { words: t`Move scene ${number} down`, icon: ArrowDown, act: () => props.onMove(1), can: at + 1 < count },
    { words: t`Double scene ${number}`, icon: Copy, act: props.onDouble, can: count < MOST_SCENES },
    { words: t`Remove scene ${number}`, icon: Trash2, act: props.onRemove, can: count > 1 },
  ];
  return (
    <div className="flex gap-1">
      {verbs.map(({ words, icon: Icon, act, can }) => (
        <Button key={words} look="quiet" className="px-3" aria-label={words} disabled={!can} onClick={act}>
          <Icon aria-hidden size={16} />
        </Button>
      ))}
    </div>
  );
}
