import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { ContentsView, DocumentView, PersonView, RelationView } from "@/shared/api/generated";
import { SelectField } from "@/shared/ui/field";
import { Figure, Table } from "@/shared/ui/figure";
import { Empty, ErrorPanel, Skeleton } from "@/shared/ui/states";
import { NotYet } from "../not-yet";
import { useContents, useDocument } from "../use-documents";
import { usePeople, useRelations } from "../use-findings";
import { Graph } from "./graph";
import { relationsIn } from "./in-chapter";
import { Passages } from "./passages";

const NONE = { id: "", readAt: null, analyzedAt: null };
const IN_THE_GRAPH = 24; // people
const IN_THE_TABLE = 80; // relations

export function RelationsPage() {
  const { documentId } = useParams({ from: "/studio/library/$documentId/relations" });
  const document = useDocument(documentId).data;
  const contents = useContents(document ?? NONE);
  const people = usePeople(document ?? NONE);
  const relations = useRelations(document ?? NONE);
  const error = contents.error ?? people.error ?? relations.error;
  if (document?.analyzedAt === null) return <NotYet document={document} />;
  if (error)
    return (
      <ErrorPanel
        error={error}
        onRetry={() => void Promise.all([contents.refetch(), people.refetch(), relations.refetch()])}
      />
    );
  if (!document || !contents.data || !people.data || !relations.data) return <Skeleton className="h-96" />;
  if (relations.data.items.length === 0)
    return (
      <Empty title={<Trans>No relations were found in it</Trans>}>
        <Trans>Two people are related who talk to each other, or are named in one paragraph.</Trans>
      </Empty>
    );
  return (
    <Relations
      document={document}
      contents={contents.data}
      people={people.data.items}
      relations={relations.data.items}
    />
  );
}

function Relations({
  document,
  contents: { chapters },
  people,
  relations,
}: {
  document: DocumentView;
  contents: ContentsView;
  people: readonly PersonView[];
  relations: readonly RelationView[];
}) {
  const { t } = useLingui();
  const [chapter, setChapter] = useState<number | null>(null);
  const [chosen, setChosen] = useState<RelationView | null>(null);
  const here = useMemo(
    () => new Map(people.filter((one) => isIn(one, chapter)).map((one) => [one.number, one])),
    [people, chapter],
  );
  const known = useMemo(
    () => relationsIn(relations, chapters, chapter).filter((one) => here.has(one.a) && here.has(one.b)),
    [relations, chapters, chapter, here],
  );
  const shown = useMemo(() => [...here.values()].slice(0, IN_THE_GRAPH), [here]);
  const kinds = { talksTo: t`talk to each other`, appearsWith: t`appear together` };
  const name = (number: number) => here.get(number)?.name ?? "";
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid gap-4">
        {chapters.length > 1 && (
          <div className="max-w-sm">
            <SelectField
              label={t`People and relations of`}
              value={chapter ?? ""}
              onChange={(event) => {
                setChapter(event.target.value === "" ? null : Number(event.target.value));
                setChosen(null);
              }}
            >
              <option value="">{t`the whole text`}</option>
              {chapters.map((one, at) => (
                <option key={one.start} value={at}>
                  {one.title ?? t`Chapter ${one.number}`}
                </option>
              ))}
            </SelectField>
          </div>
        )}
        <Figure
          title={<Trans>Who has to do with whom</Trans>}
          chart={<Graph people={shown} relations={known} chosen={chosen} onChoose={setChosen} />}
          table={
            <Table caption={t`Who has to do with whom`} heads={[t`People`, t`How`, t`Times`]}>
              {known.slice(0, IN_THE_TABLE).map((one) => (
                <tr key={`${one.a} ${one.b} ${one.kind}`}>
                  <td>
                    <button
                      type="button"
                      onClick={() => setChosen(one)}
                      className="min-h-6 text-left underline underline-offset-2 hover:text-cinnabar-deep"
                    >
                      <Trans>
                        {name(one.a)} and {name(one.b)}
                      </Trans>
                    </button>
                  </td>
                  <td>{kinds[one.kind]}</td>
                  <td className="tabular-nums">{Math.round(one.weight)}</td>
                </tr>
              ))}
            </Table>
          }
        />
      </div>
      <section aria-label={t`Passages`} aria-live="polite" className="grid gap-3">
        {chosen ? (
          <>
            <h2 className="text-xl wrap-anywhere">
              {[chosen.a, chosen.b].map((number, at) => (
                <span key={number}>
                  {at > 0 && " · "}
                  <Link
                    to="/library/$documentId/people/$number"
                    params={{ documentId: document.id, number: String(number) }}
                  >
                    {name(number)}
                  </Link>
                </span>
              ))}
            </h2>
            <p className="text-sm text-faded">
              <Trans>
                They {kinds[chosen.kind]}: {Math.round(chosen.weight)} times. Some of the places:
              </Trans>
            </p>
            <Passages document={document} places={chosen.passages} />
          </>
        ) : (
          <p className="text-sm text-faded">
            <Trans>
              Choose a line between two people, or a row of the table, to see the places behind it.
            </Trans>
          </p>
        )}
      </section>
    </div>
  );
}

const isIn = (person: PersonView, chapter: number | null) =>
  chapter === null || (person.mentionsByChapter[chapter] ?? 0) > 0;
