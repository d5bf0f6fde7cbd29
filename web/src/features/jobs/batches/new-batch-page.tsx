import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { type BatchView, postApiV1Batch, postApiV1BatchUpload } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { Choices, SelectField, TextArea, TextField } from "@/shared/ui/field";
import { PickFile } from "@/shared/ui/pick-file";
import { ErrorPanel } from "@/shared/ui/states";
import { type Check, Preview } from "./batch-preview";
import { MOST_BOOKS, readPasted } from "./order";

// Not translated: the built-in storyteller reads English.
const EXAMPLE = [
  "A shy labrador who finds a kite and learns to ask for help",
  "An owl who is afraid of the dark",
  "A little tractor that wants to see the sea",
].join("\n");
const AGES = ["0-2", "3-5", "5-7", "6-8", "8-10"] as const;
const LENGTHS = ["24", "32", "40"] as const;
const TRIMS = ["8.5x8.5", "8x10", "8.5x11", "6x9"] as const;

/** A list or a table becomes an order: first looked over by the studio, then placed. */
export function NewBatchPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [text, setText] = useState("");
  const [name, setName] = useState("");
  const [age, setAge] = useState<(typeof AGES)[number]>("3-5");
  const [pages, setPages] = useState<(typeof LENGTHS)[number]>("24");
  const [trim, setTrim] = useState<(typeof TRIMS)[number]>("8.5x8.5");
  const pasted = readPasted(text);
  const count = pasted.kind === "lines" ? pasted.prompts.length : pasted.rows;

  async function send(dryRun: boolean): Promise<unknown> {
    const defaults = { ageBand: age, pages: Number(pages), trim };
    if (pasted.kind === "lines") {
      const items = pasted.prompts.map((prompt) => ({ prompt }));
      const body = { kind: "book", name: name || null, defaults, items, dryRun };
      return (await postApiV1Batch({ body, throwOnError: true })).data;
    }
    const file = new File([pasted.text], "books.csv", { type: "text/csv" });
    const body = { kind: "book", ...(name && { name }), defaults: JSON.stringify(defaults), dryRun, file };
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
      <div className="grid gap-3">
        <TextArea
          label={t`The books`}
          hint={t`One idea a line, or a CSV table whose first line names its columns: prompt, title, ageBand, pages, trim, theme and so on. Up to ${MOST_BOOKS}.`}
          name="items"
          rows={8}
          value={text}
          onChange={(event) => change(setText)(event.target.value)}
          className="font-display text-lg"
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={() => change(setText)(EXAMPLE)}>
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
          <Trans>For every book that says nothing else</Trans>
        </legend>
        <Choices
          legend={t`For readers of`}
          name="ageBand"
          value={age}
          onChange={change(setAge)}
          choices={AGES.map((value) => ({ value, label: t`${value} years` }))}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={t`Pages`}
            value={pages}
            onChange={(event) => change(setPages)(event.target.value as typeof pages)}
          >
            {LENGTHS.map((value) => (
              <option key={value}>{value}</option>
            ))}
          </SelectField>
          <SelectField
            label={t`Format`}
            value={trim}
            onChange={(event) => change(setTrim)(event.target.value as typeof trim)}
          >
            {TRIMS.map((value) => (
              <option key={value} value={value}>{`${value.replace("x", " × ")} ″`}</option>
            ))}
          </SelectField>
        </div>
        <TextField
          label={t`Name of the batch`}
          maxLength={120}
          value={name}
          onChange={(event) => change(setName)(event.target.value)}
        />
      </fieldset>
      {error && <ErrorPanel error={error} />}
      {check.data && <Preview check={check.data} pasted={pasted} pages={Number(pages)} />}
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
            {count === 1 ? <Trans>Make 1 book</Trans> : <Trans>Make {count} books</Trans>}
          </Button>
        )}
      </div>
    </form>
  );
}
