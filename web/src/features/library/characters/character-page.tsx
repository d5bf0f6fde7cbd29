import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import type { CharacterView } from "@/shared/api/generated";
import { ErrorPanel, Skeleton, Unshown } from "@/shared/ui/states";
import { CardForm } from "./card-form";
import { CharacterVerbs } from "./character-verbs";
import { Chats } from "./chats";
import { LoreList } from "./lore-list";
import { Portrait } from "./portrait";
import { PortraitVerbs } from "./portrait-verbs";
import { Sources } from "./sources";
import { useCharacter } from "./use-characters";

export function CharacterPage() {
  const { t } = useLingui();
  const { characterId } = useParams({ from: "/studio/characters/$characterId" });
  const character = useCharacter(characterId);
  if (character.isPending)
    return (
      <Unshown name={t`Character`}>
        <Skeleton className="h-96" />
      </Unshown>
    );
  if (character.error)
    return (
      <Unshown name={t`Character`}>
        <ErrorPanel error={character.error} onRetry={() => void character.refetch()} />
      </Unshown>
    );
  return <Card character={character.data} />;
}

function Card({ character }: { character: CharacterView }) {
  return (
    <article className="grid gap-8">
      <header className="grid gap-4">
        <p className="text-sm">
          <Link to="/characters">
            <Trans>All characters</Trans>
          </Link>
        </p>
        <div className="flex flex-wrap items-center gap-5">
          <Portrait of={character} className="size-28" />
          <div className="grid min-w-0 flex-1 gap-1">
            <h1 className="wrap-anywhere text-4xl">{character.name}</h1>
            {character.tags.length > 0 && <p className="text-sm text-faded">{character.tags.join(" · ")}</p>}
            {character.documentId && (
              <p className="text-sm">
                <Link to="/library/$documentId" params={{ documentId: character.documentId }}>
                  <Trans>The document it comes from</Trans>
                </Link>
              </p>
            )}
          </div>
        </div>
        <div className="flex flex-wrap gap-2">
          <PortraitVerbs character={character} />
          <CharacterVerbs character={character} />
        </div>
      </header>
      <Chats character={character} />
      <CardForm key={character.version} character={character} />
      <LoreList key={`lore ${character.version}`} character={character} />
      {character.documentId && <Sources documentId={character.documentId} sources={character.sources} />}
    </article>
  );
}
