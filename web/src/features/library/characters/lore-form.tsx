import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import {
  type CharacterView,
  type LorebookEntry,
  patchApiV1CharactersByCharacterId,
} from "@/shared/api/generated";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { Checks, TextArea, TextField } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";
import { keysOf, withEntry } from "./lore";

const LONGEST = 200_000;
const LONGEST_NAME = 200;

/** One entry of a lorebook. What it has that is not shown here stays as it is. */
export function LoreForm({
  character,
  entries,
  at,
  entry,
  onDone,
}: {
  character: CharacterView;
  entries: readonly LorebookEntry[];
  at: number;
  entry: LorebookEntry;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const isNew = at === entries.length;

  async function keep(next: LorebookEntry | null) {
    const { data } = await patchApiV1CharactersByCharacterId({
      path: { characterId: character.id },
      body: {
        lorebook: { ...(character.lorebook ?? EMPTY), entries: withEntry(entries, at, next) },
        version: character.version,
      },
      throwOnError: true,
    });
    queries.setQueryData(["characters", "one", character.id], data);
    onDone();
  }

  const form = useForm(({ name = "", keys = "", content = "" }, element) => {
    const chosen = new FormData(element).getAll("known");
    return keep({
      ...entry,
      name: name.trim() || null,
      keys: keysOf(keys),
      content,
      enabled: chosen.includes("enabled"),
      constant: chosen.includes("constant"),
    });
  });
  const removal = useForm(() => keep(null));
  const problem = form.problem ?? removal.problem;
  return (
    <div className="grid gap-4">
      <form className="grid gap-4" onSubmit={form.onSubmit}>
        <TextField
          label={t`Name`}
          name="name"
          maxLength={LONGEST_NAME}
          autoFocus
          defaultValue={entry.name ?? ""}
        />
        <TextField
          label={t`When one says`}
          hint={t`Words with commas between.`}
          name="keys"
          defaultValue={entry.keys.join(", ")}
        />
        <TextArea
          label={t`They know`}
          name="content"
          rows={5}
          required
          maxLength={LONGEST}
          defaultValue={entry.content}
        />
        <Checks
          legend={t`When`}
          name="known"
          checked={[...(entry.enabled ? ["enabled"] : []), ...(entry.constant ? ["constant"] : [])]}
          choices={[
            { value: "enabled", label: t`The entry is switched on` },
            { value: "constant", label: t`Known always, whatever one says` },
          ]}
        />
        {problem && <ErrorPanel error={problem} />}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="main" busy={form.busy}>
            <Trans>Keep it so</Trans>
          </Button>
          <Button onClick={onDone}>
            <Trans>Leave it</Trans>
          </Button>
        </div>
      </form>
      {!isNew && (
        <form onSubmit={removal.onSubmit}>
          <Button type="submit" busy={removal.busy}>
            <Trans>Remove the entry</Trans>
          </Button>
        </form>
      )}
    </div>
  );
}

const EMPTY = {
  name: null,
  description: null,
  scanDepth: null,
  tokenBudget: null,
  recursiveScanning: false,
};
