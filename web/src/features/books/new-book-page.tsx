import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { ProjectField } from "@/features/projects/project-field";
import { type BriefCharacter, postApiV1Books, postApiV1BooksByBookIdGenerate } from "@/shared/api/generated";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { Choices, TextArea, TextField } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";
import { CharacterFields } from "./character-fields";
import { PALETTES, type Palette, PaletteLabel } from "./palettes";

// Not translated: the built-in storyteller reads English.
const EXAMPLES = [
  "A shy labrador who wants to find the lost moon before bedtime",
  "A dragon who would rather bake bread than breathe fire",
  "Two otters build a raft and sail to the end of the river",
];
const AGES = ["0-2", "3-5", "5-7", "6-8", "8-10"] as const;
const LENGTHS = ["24", "32", "40"] as const;
const TRIMS = ["8.5x8.5", "8x10", "8.5x11", "6x9"] as const;
const SECONDS_A_PAGE = 0.25; // measured: a book of 32 pages takes some 5 to 15 s on two cores

export function NewBookPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { project } = useSearch({ from: "/studio/books/new" });
  const [projectId, setProjectId] = useState(project ?? "");
  const [prompt, setPrompt] = useState("");
  const [age, setAge] = useState<(typeof AGES)[number]>("3-5");
  const [pages, setPages] = useState<(typeof LENGTHS)[number]>("32");
  const [trim, setTrim] = useState<(typeof TRIMS)[number]>("8.5x8.5");
  const [palette, setPalette] = useState<Palette>("storybook");
  const [characters, setCharacters] = useState<BriefCharacter[]>([]);
  const form = useForm(async ({ title = "", setting = "", author = "", dedication = "" }) => {
    const body = {
      prompt,
      ageBand: age,
      pages: Number(pages),
      trim,
      palette,
      characters,
      title: title || null,
      setting: setting || null,
      author: author || null,
      dedication: dedication || null,
      projectId: projectId || null,
    };
    const { data: book } = await postApiV1Books({ body, throwOnError: true });
    await postApiV1BooksByBookIdGenerate({ path: { bookId: book.id }, throwOnError: true });
    void queries.invalidateQueries({ queryKey: ["books"] });
    await navigate({ to: "/books/$bookId", params: { bookId: book.id } });
  });
  const seconds = Math.max(5, Math.round((Number(pages) * SECONDS_A_PAGE) / 5) * 5);

  return (
    <form className="mx-auto grid max-w-2xl gap-8" onSubmit={form.onSubmit} noValidate>
      <header>
        <h1 className="text-4xl">
          <Trans>A new picture book</Trans>
        </h1>
      </header>
      <div className="grid gap-3">
        <TextArea
          label={t`What is it about?`}
          hint={t`Who it is about, what they want, and perhaps where.`}
          name="prompt"
          maxLength={2000}
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
      <Choices
        legend={t`For readers of`}
        name="ageBand"
        value={age}
        onChange={setAge}
        choices={AGES.map((value) => ({ value, label: t`${value} years` }))}
      />
      <Choices
        legend={t`Pages`}
        name="pages"
        value={pages}
        onChange={setPages}
        choices={LENGTHS.map((value) => ({ value, label: value }))}
      />
      <Choices
        legend={t`Format`}
        name="trim"
        value={trim}
        onChange={setTrim}
        choices={TRIMS.map((value) => ({ value, label: `${value.replace("x", " × ")} ″` }))}
      />
      <Choices
        legend={t`Colours`}
        name="palette"
        value={palette}
        onChange={setPalette}
        choices={PALETTES.map((value) => ({ value, label: <PaletteLabel palette={value} /> }))}
      />
      <ProjectField value={projectId} onChange={setProjectId} />
      <details className="rounded-xl border border-rule bg-leaf p-4">
        <summary className="font-semibold">
          <Trans>Who must be in it</Trans>
        </summary>
        <div className="mt-4">
          <CharacterFields characters={characters} onChange={setCharacters} errorsOf={form.errorsOf} />
        </div>
      </details>
      <details className="rounded-xl border border-rule bg-leaf p-4">
        <summary className="font-semibold">
          <Trans>Title, place, author and dedication</Trans>
        </summary>
        <div className="mt-4 grid gap-4">
          <TextField
            label={t`Title`}
            hint={t`Left empty, the story finds one.`}
            name="title"
            maxLength={120}
            errors={form.errorsOf("title")}
          />
          <TextField
            label={t`Where it plays`}
            name="setting"
            maxLength={200}
            errors={form.errorsOf("setting")}
          />
          <TextField label={t`Author`} name="author" maxLength={120} errors={form.errorsOf("author")} />
          <TextField
            label={t`Dedication`}
            name="dedication"
            maxLength={400}
            errors={form.errorsOf("dedication")}
          />
        </div>
      </details>
      {form.problem && !form.problem.errors?.prompt && <ErrorPanel error={form.problem} />}
      <div className="flex flex-wrap items-center gap-4">
        <Button
          type="submit"
          look="main"
          busy={form.busy}
          disabled={prompt.trim() === ""}
          className="px-6 text-base"
        >
          <Trans>Make this book</Trans>
        </Button>
        <p className="text-sm text-faded">
          <Trans>About {seconds} seconds on a quiet machine.</Trans>
        </p>
      </div>
    </form>
  );
}
