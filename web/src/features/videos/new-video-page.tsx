import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { usePastJobs } from "@/features/jobs/use-jobs";
import { ProjectField } from "@/features/projects/project-field";
import { postApiV1Videos } from "@/shared/api/generated";
import { durations } from "@/shared/lib/format";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { Choices, SelectField, TextArea, TextField } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";
import { MoreOfAnOrder, OPTIONS, type Options } from "./more-of-an-order";
import { costOf, fitting, offeredOf } from "./offer";
import { type Film, renderTime } from "./render-time";
import { useVideoModels, useVideos } from "./use-videos";

// Not translated: the built-in writer reads English.
const EXAMPLES = [
  "A futuristic city at night with flying cars",
  "A little fox walks through a snowy forest and finds a lantern",
  "A sailing boat on a calm sea at sunset, and a whale below it",
];
const LENGTHS = ["5", "10", "20", "30", "60"] as const;
const RESOLUTIONS = ["480p", "720p", "1080p", "4k"] as const;
const PAST = 20;
const ASPECTS = ["16:9", "9:16", "1:1"] as const;

export function NewVideoPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { project } = useSearch({ from: "/studio/videos/new" });
  const [projectId, setProjectId] = useState(project ?? "");
  const [prompt, setPrompt] = useState("");
  const [length, setLength] = useState("10");
  const [resolution, setResolution] = useState<(typeof RESOLUTIONS)[number]>("720p");
  const [aspect, setAspect] = useState<(typeof ASPECTS)[number]>("16:9");
  const [options, setOptions] = useState<Options>(OPTIONS);
  const models = useVideoModels();
  const model = models.data?.find((one) => one.id === options.model);
  const resolutions = offeredOf(RESOLUTIONS, model?.resolutions);
  const aspects = offeredOf(ASPECTS, model?.aspects);
  const chosen = { resolution: fitting(resolution, resolutions), aspect: fitting(aspect, aspects) };
  const form = useForm(async () => {
    const { seed, ...rest } = options;
    const { data: video } = await postApiV1Videos({
      body: {
        ...rest,
        ...chosen,
        prompt,
        duration: Number(length),
        seed: seed === "" ? null : Number(seed),
        projectId: projectId || null,
      },
      throwOnError: true,
    });
    void queries.invalidateQueries({ queryKey: ["videos"] });
    await navigate({ to: "/videos/$videoId", params: { videoId: video.id } });
  });
  const unsaid = form.problem && !Object.keys(form.problem.errors ?? {}).some((field) => SHOWN.has(field));

  return (
    <form className="mx-auto grid max-w-2xl gap-8" onSubmit={form.onSubmit} noValidate>
      <header>
        <h1 className="text-4xl">
          <Trans>A new film</Trans>
        </h1>
      </header>
      <div className="grid gap-3">
        <TextArea
          label={t`What is it about?`}
          hint={t`What is seen, who is there, and what happens.`}
          name="prompt"
          maxLength={model?.longestPrompt ?? 4000}
          required
          value={prompt}
          onChange={(event) => setPrompt(event.target.value)}
          errors={form.errorsOf("prompt")}
          className="font-display text-lg"
        />
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <span className="text-faded">
            <Trans>Or begin with:</Trans>
          </span>
          {EXAMPLES.map((example) => (
            <button
              key={example}
              type="button"
              onClick={() => setPrompt(example)}
              className="rounded-full border border-rule bg-leaf px-3 py-1 text-left hover:border-cinnabar"
            >
              {example}
            </button>
          ))}
        </div>
      </div>
      {models.data && models.data.length > 1 && (
        <SelectField
          label={t`Made by`}
          value={options.model}
          errors={form.errorsOf("model")}
          onChange={(event) => setOptions((old) => ({ ...old, model: event.target.value }))}
        >
          {models.data.map(({ id, title }) => (
            <option key={id} value={id}>
              {id === "builtin" ? title : `${title} (${id})`}
            </option>
          ))}
        </SelectField>
      )}
      <div className="grid items-end gap-4 sm:grid-cols-[auto_8rem]">
        <Choices
          legend={t`Length`}
          name="length"
          value={length}
          onChange={setLength}
          choices={LENGTHS.filter((value) => Number(value) <= (model?.longestSeconds ?? 60)).map((value) => ({
            value,
            label: t`${value} s`,
          }))}
        />
        <TextField
          label={t`Or in seconds`}
          name="duration"
          type="number"
          min={1}
          max={model?.longestSeconds ?? 60}
          step="any"
          value={length}
          onChange={(event) => setLength(event.target.value)}
          errors={form.errorsOf("duration")}
        />
      </div>
      <Choices
        legend={t`Resolution`}
        name="resolution"
        value={chosen.resolution}
        onChange={setResolution}
        choices={resolutions.map((value) => ({ value, label: value }))}
      />
      <Choices
        legend={t`Shape`}
        name="aspect"
        value={chosen.aspect}
        onChange={setAspect}
        choices={aspects.map((value) => ({ value, label: value }))}
      />
      <ProjectField value={projectId} onChange={setProjectId} />
      <MoreOfAnOrder
        options={options}
        onChange={(part) => setOptions((old) => ({ ...old, ...part }))}
        errorsOf={form.errorsOf}
      />
      {form.problem && unsaid && <ErrorPanel error={form.problem} />}
      <div className="flex flex-wrap items-center gap-4">
        <Button
          type="submit"
          look="main"
          busy={form.busy}
          disabled={prompt.trim() === ""}
          className="px-6 text-base"
        >
          {options.storyboardFirst ? <Trans>Write the storyboard</Trans> : <Trans>Make this film</Trans>}
        </Button>
        <div className="grid gap-1 text-sm text-faded">
          <Cost cost={costOf(model, Number(length))} />
          {options.model === "builtin" && Number(length) > 0 && (
            <Time film={{ ...options, ...chosen, duration: Number(length) }} />
          )}
        </div>
      </div>
    </form>
  );
}

function Time({ film }: { film: Film }) {
  const { i18n } = useLingui();
  const jobs = usePastJobs("videos.make_video.v1").data ?? [];
  const videos = useVideos(PAST).data?.items ?? [];
  const time = renderTime(film, videos, jobs);
  return (
    <p>
      <Trans>Takes about {durations(time, i18n.locale)} once it begins.</Trans>
    </p>
  );
}

function Cost({ cost }: { cost: number | null }) {
  const { i18n } = useLingui();
  if (cost === null) return null;
  return (
    <p>
      {cost === 0 ? (
        <Trans>Costs nothing.</Trans>
      ) : (
        <Trans>
          Costs about {i18n.number(cost, { maximumFractionDigits: 2 })}, in the currency of the studio’s
          prices.
        </Trans>
      )}
    </p>
  );
}

/** Fields that say themselves what is wrong with them. */
const SHOWN = new Set(["prompt", "duration", "seed", "voiceSpeed", "model", "burnCaptions"]);
