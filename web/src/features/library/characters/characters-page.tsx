import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { type CharacterSummary, postApiV1Characters } from "@/shared/api/generated";
import { useForm } from "@/shared/lib/use-form";
import { Button, buttonLook } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { TextField } from "@/shared/ui/field";
import { Pager } from "@/shared/ui/pager";
import { Empty, ErrorPanel, Skeleton } from "@/shared/ui/states";
import { ImportCard } from "./import-card";
import { Portrait } from "./portrait";
import { useCharacters } from "./use-characters";

const PAGE = 48;

export function CharactersPage() {
  const { cursor } = useSearch({ from: "/studio/characters/" });
  const characters = useCharacters(PAGE, cursor);
  const [asking, setAsking] = useState(false);
  return (
    <div className="grid gap-6">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-4xl">
          <Trans>Characters</Trans>
        </h1>
        <div className="flex flex-wrap gap-2">
          <ImportCard />
          <Button look="main" onClick={() => setAsking(true)}>
            <Trans>New character</Trans>
          </Button>
        </div>
      </header>
      {characters.isPending ? (
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {["a", "b", "c"].map((key) => (
            <Skeleton key={key} className="h-24" />
          ))}
        </div>
      ) : characters.error ? (
        <ErrorPanel error={characters.error} onRetry={() => void characters.refetch()} />
      ) : characters.data.items.length === 0 ? (
        <Empty
          title={<Trans>No characters yet</Trans>}
          action={
            <Link to="/library" className={buttonLook("main")}>
              <Trans>Find one in a document</Trans>
            </Link>
          }
        >
          <Trans>Take a person out of a novel with everything it says about them, and talk with them.</Trans>
        </Empty>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {characters.data.items.map((character) => (
            <Tile key={character.id} character={character} />
          ))}
        </ul>
      )}
      {characters.data && <Pager cursor={cursor} next={characters.data.nextCursor} />}
      {asking && <NewCharacter onClose={() => setAsking(false)} />}
    </div>
  );
}

function Tile({ character }: { character: CharacterSummary }) {
  return (
    <li className="flex items-center gap-4 rounded-xl border border-rule bg-leaf p-4 shadow-leaf">
      <Portrait of={character} className="size-16" />
      <div className="grid min-w-0 gap-0.5">
        <Link
          to="/characters/$characterId"
          params={{ characterId: character.id }}
          className="wrap-anywhere font-display text-lg font-semibold text-ink"
        >
          {character.name}
        </Link>
        {character.documentId && (
          <p className="text-sm text-faded">
            <Trans>from a document</Trans>
          </p>
        )}
      </div>
    </li>
  );
}

function NewCharacter({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const form = useForm(async ({ name = "" }) => {
    const { data } = await postApiV1Characters({ body: { name }, throwOnError: true });
    void queries.invalidateQueries({ queryKey: ["characters", "list"] });
    await navigate({ to: "/characters/$characterId", params: { characterId: data.id } });
  });
  return (
    <Dialog title={<Trans>A new character</Trans>} onClose={onClose}>
      <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
        <TextField
          label={t`Name`}
          name="name"
          maxLength={200}
          required
          autoFocus
          autoComplete="off"
          errors={form.errorsOf("name")}
        />
        {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
        <div>
          <Button type="submit" look="main" busy={form.busy}>
            <Trans>Make the character</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
