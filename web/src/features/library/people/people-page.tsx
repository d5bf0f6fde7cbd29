import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import type { PersonView } from "@/shared/api/generated";
import { Pager } from "@/shared/ui/pager";
import { Empty, ErrorPanel, Skeleton } from "@/shared/ui/states";
import { NotYet } from "../not-yet";
import { useDocument } from "../use-documents";
import { usePeople } from "../use-findings";
import { ByChapter } from "./by-chapter";
import { usePersonWords } from "./person-words";

const PAGE = 48; // full rows, however many stand in one
const NONE = { id: "", analyzedAt: null };

/** Everybody in a text, the most mentioned first. */
export function PeoplePage() {
  const { t } = useLingui();
  const { documentId } = useParams({ from: "/studio/library/$documentId/people" });
  const { cursor } = useSearch({ from: "/studio/library/$documentId/people" });
  const document = useDocument(documentId).data;
  const people = usePeople(document ?? NONE, cursor, PAGE);
  if (document?.analyzedAt === null) return <NotYet document={document} />;
  if (people.error) return <ErrorPanel error={people.error} onRetry={() => void people.refetch()} />;
  if (!people.data) return <Skeleton className="h-96" />;
  if (people.data.items.length === 0)
    return (
      <Empty title={<Trans>Nobody was found in it</Trans>}>
        <Trans>People are found in English stories: by their names, and by what they do.</Trans>
      </Empty>
    );
  return (
    <section aria-label={t`People`} className="grid gap-4">
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {people.data.items.map((person) => (
          <Person key={person.number} person={person} documentId={documentId} />
        ))}
      </ul>
      <Pager cursor={cursor} next={people.data.nextCursor} />
    </section>
  );
}

function Person({ person, documentId }: { person: PersonView; documentId: string }) {
  const words = usePersonWords();
  const others = person.aliases.filter((alias) => alias !== person.name);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] content-between gap-2 rounded-xl border border-rule bg-leaf p-4 shadow-leaf">
      <div className="grid gap-1">
        <h2 className="text-xl leading-snug">
          <Link
            to="/library/$documentId/people/$number"
            params={{ documentId, number: String(person.number) }}
            className="wrap-anywhere text-ink no-underline hover:text-cinnabar-deep"
          >
            {person.name}
          </Link>
        </h2>
        {others.length > 0 && (
          <p className="line-clamp-2 wrap-anywhere text-sm">
            <Trans>also {others.join(", ")}</Trans>
          </p>
        )}
        <p className="flex flex-wrap gap-x-3 text-sm text-faded">
          <span>{words.gender(person.gender)}</span>
          <span>
            <Plural value={person.mentions} one="named once" other="named # times" />
          </span>
          <span>
            <Plural value={person.quotations} _0="says nothing" one="# quotation" other="# quotations" />
          </span>
        </p>
      </div>
      <ByChapter counts={person.mentionsByChapter} className="h-8" />
    </li>
  );
}
