import { useLingui as useWords } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import type { VideoOrder } from "@/shared/api/generated";
import { Choices, SelectField, TextField } from "@/shared/ui/field";
import { QUALITIES, VOICES } from "./order-words";

export type Options = Pick<
  VideoOrder,
  "model" | "quality" | "fps" | "voice" | "voiceSpeed" | "music" | "burnCaptions" | "storyboardFirst"
> & { seed: string };

export const OPTIONS: Options = {
  model: "builtin",
  quality: "medium",
  fps: 30,
  voice: "en-gb",
  voiceSpeed: 155,
  music: true,
  burnCaptions: false,
  storyboardFirst: false,
  seed: "",
};

/** What an order has besides its words, its length and its shape. */
export function MoreOfAnOrder(props: {
  options: Options;
  onChange: (part: Partial<Options>) => void;
  errorsOf: (field: string) => string[] | undefined;
}) {
  const { t } = useLingui();
  const { _ } = useWords();
  const { options, onChange, errorsOf } = props;
  return (
    <details className="rounded-xl border border-rule bg-leaf p-4">
      <summary className="font-semibold">
        <Trans>Voice, music, captions, quality and more</Trans>
      </summary>
      <div className="mt-4 grid gap-5">
        <Choices
          legend={t`Quality`}
          name="quality"
          value={options.quality}
          onChange={(quality) => onChange({ quality })}
          choices={Object.entries(QUALITIES).map(([value, words]) => ({ value, label: _(words) }))}
        />
        <Choices
          legend={t`Frames a second`}
          name="fps"
          value={String(options.fps)}
          onChange={(fps) => onChange({ fps: Number(fps) })}
          choices={["24", "30"].map((value) => ({ value, label: value }))}
        />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <SelectField
            label={t`Who tells it`}
            value={options.voice}
            onChange={(event) => onChange({ voice: event.target.value })}
          >
            {Object.entries(VOICES).map(([value, words]) => (
              <option key={value} value={value}>
                {_(words)}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t`Words a minute`}
            name="voiceSpeed"
            type="number"
            min={80}
            max={220}
            disabled={options.voice === "none"}
            value={options.voiceSpeed || ""}
            errors={errorsOf("voiceSpeed")}
            onChange={(event) => onChange({ voiceSpeed: Math.round(Number(event.target.value)) })}
          />
        </div>
        <div className="grid gap-1">
          <Tick
            label={t`Music under the voice`}
            checked={options.music}
            onTick={(music) => onChange({ music })}
          />
          <Tick
            label={t`Captions drawn into the picture`}
            note={t`Captions that can be switched on and off are there in any case. With these, nothing can be watched before the film is ready.`}
            checked={options.burnCaptions}
            errors={errorsOf("burnCaptions")}
            onTick={(burnCaptions) => onChange({ burnCaptions })}
          />
          <Tick
            label={t`Storyboard first`}
            note={t`Stops when the scenes are written, so that you can change them before anything is rendered.`}
            checked={options.storyboardFirst}
            onTick={(storyboardFirst) => onChange({ storyboardFirst })}
          />
        </div>
        <TextField
          label={t`Seed`}
          hint={t`The same words and seed give the same film. Left empty, one is chosen.`}
          name="seed"
          inputMode="numeric"
          pattern="[0-9]*"
          maxLength={16}
          value={options.seed}
          errors={errorsOf("seed")}
          onChange={(event) => onChange({ seed: event.target.value.replace(/\D/g, "") })}
        />
      </div>
    </details>
  );
}

function Tick(props: {
  label: string;
  note?: string;
  errors?: string[];
  checked: boolean;
  onTick: (on: boolean) => void;
}) {
  return (
    <label className="flex min-h-10 cursor-pointer items-start gap-3 py-1.5">
      <input
        type="checkbox"
        className="mt-0.5 size-5 shrink-0 accent-cinnabar"
        checked={props.checked}
        onChange={(event) => props.onTick(event.target.checked)}
      />
      <span className="text-sm">
        {props.label}
        {props.note && <span className="block text-faded">{props.note}</span>}
        {props.errors && <span className="block text-alarm">{props.errors.join(" ")}</span>}
      </span>
    </label>
  );
}
