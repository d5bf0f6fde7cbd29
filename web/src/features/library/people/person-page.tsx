import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { UserRoundPlus } from "lucide-react";
import {
  type ContentsView,
  type DocumentView,
  type PersonDetailView,
  postApiV1CharactersFromDocument,
} from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { Figure, Table } from "@/shared/ui/figure";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { NotYet } from "../not-yet";
import { useContents, useDocument } from "../use-documents";
import { usePerson } from "../use-findings";
import { ByChapter } from "./by-chapter";
import { usePersonWords } from "./person-words";
import { Quotations } from "./quotations";

const NONE = { id: "", readAt: null, analyzedAt: null };

export function PersonPage() {
  const { documentId, number } = useParams({ from: "/studio/library/$documentId/people/$number" });
  const document = useDocument(documentId).data;
  const contents = useContents(document ?? NONE);
  const person = usePerson(document ?? NONE, Number(number));
  const error = person.error ?? contents.error;
  if (document?.analyzedAt === null) return <NotYet document={document} />;
  if (error)
    return (
      <ErrorPanel error={error} onRetry={() => void Promise.all([person.refetch(), contents.refetch()])} />
    );
  if (!document || !person.data || !contents.data) return <Skeleton className="h-96" />;
  return <Person document={document} detail={person.data} contents={contents.data} />;
}

function Person({
  document,
  detail: { person, places },
  contents,
}: {
  document: DocumentView;
  detail: PersonDetailView;
  contents: ContentsView;
}) {
  const words = usePersonWords();
  const others = person.aliases.filter((alias) => alias !== person.name);
  const [first] = places;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div className="grid min-w-0 gap-1">
          <p className="text-sm">
            <Link to="/library/$documentId/people" params={{ documentId: document.id }}>
              <Trans>All people</Trans>
            </Link>
          </p>
          <h2 className="wrap-anywhere text-3xl">{person.name}</h2>
          {others.length > 0 && (
            <p className="wrap-anywhere">
              <Trans>also {others.join(", ")}</Trans>
            </p>
          )}
          <p className="flex flex-wrap gap-x-3 text-sm text-faded">
            <span>
              {words.gender(person.gender)}
              {person.genderEvidence && <span lang="en"> ({person.genderEvidence})</span>}
            </span>
            <span>
              <Plural value={person.mentions} one="named once" other="named # times" />
            </span>
            {first && (
              <Link
                to="/library/$documentId"
                params={{ documentId: document.id }}
                search={{ at: first.start, to: first.end }}
              >
                <Trans>First named here</Trans>
              </Link>
            )}
          </p>
        </div>
        <MakeCharacter documentId={document.id} person={person.number} />
      </header>
      <Chapters counts={person.mentionsByChapter} contents={contents} document={document} />
      <Quotations document={document} person={person} />
    </div>
  );
}

/** The person leaves the book: a character that can be edited, talked to and taken away. */
function MakeCharacter({ documentId, person }: { documentId: string; person: number }) {
  const navigate = useNavigate();
  const make = useMutation({
    mutationFn: async () =>
      (await postApiV1CharactersFromDocument({ body: { documentId, person }, throwOnError: true })).data,
    onSuccess: (character) => navigate({ href: `/characters/${character.id}` }),
  });
  return (
    <div data-screen-only className="grid justify-items-start gap-2">
      <Button look="main" busy={make.isPending} onClick={() => make.mutate()}>
        <UserRoundPlus aria-hidden size={16} /> <Trans>Make a character of this person</Trans>
      </Button>
      {make.error && <ErrorPanel error={make.error} />}
    </div>
  );
}

function Chapters({
  counts,
  contents: { chapters },
  document,
}: {
  counts: readonly number[];
  contents: ContentsView;
  document: DocumentView;
}) {
  const { t } = useLingui();
  if (counts.length < 2) return null;
  return (
    <Figure
      title={<Trans>Named in which chapters</Trans>}
      chart={
        <div className="grid gap-1">
          <ByChapter counts={counts} className="h-24" />
          <p aria-hidden className="flex justify-between text-xs text-faded">
            <span>1</span>
            <span>{counts.length}</span>
          </p>
        </div>
      }
      table={
        <Table caption={t`Named in which chapters`} heads={[t`Chapter`, t`Times`]}>
          {counts.map((count, at) => {
            const chapter = chapters[at];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: chapters stay where they are
              <tr key={at}>
                <td>
                  {chapter ? (
                    <Link
                      to="/library/$documentId"
                      params={{ documentId: document.id }}
                      search={{ at: chapter.start }}
                    >
                      {chapter.title ?? t`Chapter ${chapter.number}`}
                    </Link>
                  ) : (
                    at + 1
                  )}
                </td>
                <td className="tabular-nums">{count}</td>
              </tr>
            );
          })}
        </Table>
      }
    />
  );
}
