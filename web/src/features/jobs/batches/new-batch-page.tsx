import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { type BatchView, postApiV1Batch, postApiV1BatchUpload } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { Choices, TextArea, TextField } from "@/shared/ui/field";
import { PickFile } from "@/shared/ui/pick-file";
import { ErrorPanel } from "@/shared/ui/states";
import { type Check, Preview } from "./batch-preview";
import { BookDefaults, Count, DEFAULTS, FilmDefaults, type Kind, orderOf } from "./defaults";
import { MOST_ITEMS, readPasted } from "./order";

// Not translated: the built-in storyteller and the writer of films read English.
const EXAMPLES: Record<Kind, string> = {
  book: [
    "A shy labrador who finds a kite and learns to ask for help",
    "An owl who is afraid of the dark",
    "A little tractor that wants to see the sea",
  ].join("\n"),
  video: [
    "A futuristic city at night with flying cars",
    "A sailing boat on a calm sea at sunset, and a whale below it",
    "A little fox walks through a snowy forest",
  ].join("\n"),
};

/** A list or a table becomes an order: first looked over by the studio, then placed. */
export function NewBatchPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [text, setText] = useState("");
  const [name, setName] = useState("");
  const [kind, setKind] = useState<Kind>("book");
  const [defaults, setDefaults] = useState(DEFAULTS);
  const pasted = readPasted(text);
  const count = pasted.kind === "lines" ? pasted.prompts.length : pasted.rows;

  async function send(dryRun: boolean): Promise<unknown> {
    const chosen = orderOf(kind, defaults);
    if (pasted.kind === "lines") {
      const items = pasted.prompts.map((prompt) => ({ prompt }));
      const body = { kind, name: name || null, defaults: chosen, items, dryRun };
      return (await postApiV1Batch({ body, throwOnError: true })).data;
    }
    const file = new File([pasted.text], "items.csv", { type: "text/csv" });
    const body = { kind, ...(name && { name }), defaults: JSON.stringify(chosen), dryRun, file };
    return (await postApiV1BatchUpload({ body, throwOnError: true })).data;
  }
  const check = useMutation({ mutationFn: async () => (await send(true)) as Check });
  const order = useMutation({
    mutationFn: async () => (await send(false)) as BatchView,
    onSuccess: async (batch) => {
      void queries.invalidateQueries({ queryKey: ["batches"] });
      await navigate({ to: "/batch/$batchId", params: { batchId: batch.id } });
    },
  });
  // What was looked over must be what is ordered.
  const change = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      set(value);
      check.reset();
    };
  };
  const error = check.error ?? order.error;

  return (
    <form
      className="mx-auto grid max-w-2xl gap-8"
      onSubmit={(event) => {
        event.preventDefault();
        if (!check.isPending) check.mutate();
      }}
    >
      <h1 className="text-4xl">
        <Trans>A new batch</Trans>
      </h1>
      <Choices
        legend={t`What to make`}
        name="kind"
        value={kind}
        onChange={change(setKind)}
        choices={[
          { value: "book", label: t`Books` },
          { value: "video", label: t`Films` },
        ]}
      />
      <div className="grid gap-3">
        <TextArea
          label={kind === "book" ? t`The books` : t`The films`}
          hint={
            kind === "book"
              ? t`One idea a line, or a CSV table whose first line names its columns: prompt, title, ageBand, pages, trim, theme and so on. Up to ${MOST_ITEMS}.`
              : t`One idea a line, or a CSV table whose first line names its columns: prompt, duration, resolution, quality, aspect, voice and so on. Up to ${MOST_ITEMS}.`
          }
          name="items"
          rows={8}
          value={text}
          onChange={(event) => change(setText)(event.target.value)}
          className="font-display text-lg"
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={() => change(setText)(EXAMPLES[kind])}>
            <Trans>Begin with an example</Trans>
          </Button>
          <PickFile
            accept=".csv,.txt,text/csv,text/plain"
            onPick={(file) => void file.text().then(change(setText))}
          >
            <Trans>Read a file</Trans>
          </PickFile>
        </div>
      </div>
      <fieldset className="grid gap-6">
        <legend className="mb-4 text-xl font-display">
          {kind === "book" ? (
            <Trans>For every book that says nothing else</Trans>
          ) : (
            <Trans>For every film that says nothing else</Trans>
          )}
        </legend>
        {kind === "book" ? (
          <BookDefaults
            value={defaults.book}
            onChange={(part) => change(setDefaults)({ ...defaults, book: { ...defaults.book, ...part } })}
          />
        ) : (
          <FilmDefaults
            value={defaults.video}
            onChange={(part) => change(setDefaults)({ ...defaults, video: { ...defaults.video, ...part } })}
          />
        )}
        <TextField
          label={t`Name of the batch`}
          maxLength={120}
          value={name}
          onChange={(event) => change(setName)(event.target.value)}
        />
      </fieldset>
      {error && <ErrorPanel error={error} />}
      {check.data && <Preview {...{ check: check.data, pasted, kind, defaults }} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="submit"
          look={check.data?.valid ? "plain" : "main"}
          busy={check.isPending}
          disabled={count === 0}
        >
          <Trans>Look it over</Trans>
        </Button>
        {check.data?.valid && (
          <Button look="main" busy={order.isPending} onClick={() => order.mutate()}>
            <Count kind={kind} count={count} />
          </Button>
        )}
      </div>
    </form>
  );
}
