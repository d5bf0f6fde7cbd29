import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { PersonHit, SearchHit } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { useHits } from "../use-findings";

/** What was found: people first, then passages, each leading to its place. */
export function Hits({
  q,
  documentId,
  projectId,
  onGo,
}: {
  q: string;
  documentId?: string;
  projectId?: string;
  onGo?: () => void;
}) {
  const { t } = useLingui();
  const hits = useHits(q, { documentId, projectId });
  if (hits.isPending) return <Skeleton className="h-48" />;
  if (hits.error) return <ErrorPanel error={hits.error} onRetry={() => void hits.refetch()} />;
  const [first] = hits.data.pages;
  if (!first) return null;
  return (
    <section aria-label={t`What was found`} className="grid gap-4">
      <p role="status" className="text-sm text-faded">
        {first.note ??
          (first.isCapped ? (
            <Trans>More than {first.found} passages. Say more to find better.</Trans>
          ) : (
            <Plural value={first.found} _0="No passage has these words." one="# passage" other="# passages" />
          ))}
      </p>
      {first.people.length > 0 && (
        <ul aria-label={t`People of that name`} className="flex flex-wrap gap-2">
          {first.people.map((person) => (
            <li key={person.documentId + person.number}>
              <Named person={person} withTitle={!documentId} onGo={onGo} />
            </li>
          ))}
        </ul>
      )}
      <ol className="grid gap-2">
        {hits.data.pages.flatMap((page) =>
          page.items.map((hit) => (
            <li key={`${hit.documentId} ${hit.start}`}>
              <Passage hit={hit} q={q} withTitle={!documentId} onGo={onGo} />
            </li>
          )),
        )}
      </ol>
      {hits.hasNextPage && (
        <div>
          <Button busy={hits.isFetchingNextPage} onClick={() => void hits.fetchNextPage()}>
            <Trans>More passages</Trans>
          </Button>
        </div>
      )}
    </section>
  );
}

function Named({ person, withTitle, onGo }: { person: PersonHit; withTitle: boolean; onGo?: () => void }) {
  return (
    <Link
      to="/library/$documentId/people/$number"
      params={{ documentId: person.documentId, number: String(person.number) }}
      onClick={onGo}
      className="inline-flex min-h-10 items-center rounded-full border border-rule bg-leaf px-4 py-1 text-sm text-ink no-underline hover:border-cinnabar"
    >
      <span className="wrap-anywhere">
        <span className="font-semibold">{person.name}</span>
        {withTitle && <span className="text-faded"> · {person.title}</span>}
      </span>
    </Link>
  );
}

function Passage({
  hit,
  q,
  withTitle,
  onGo,
}: {
  hit: SearchHit;
  q: string;
  withTitle: boolean;
  onGo?: () => void;
}) {
  return (
    <Link
      to="/library/$documentId"
      params={{ documentId: hit.documentId }}
      search={{ at: hit.start, to: hit.end, q }}
      resetScroll={false}
      onClick={onGo}
      className="grid gap-1 rounded-xl border border-rule bg-leaf p-3 text-ink no-underline hover:border-cinnabar"
    >
      <span className="flex flex-wrap gap-x-3 text-sm text-faded">
        {withTitle && <span className="font-semibold text-ink wrap-anywhere">{hit.title}</span>}
        {hit.chapter > 0 && (
          <span>
            <Trans>Chapter {hit.chapter}</Trans>
          </span>
        )}
        {hit.page !== null && (
          <span>
            <Trans>Page {hit.page}</Trans>
          </span>
        )}
      </span>
      <span className="font-display wrap-anywhere">
        {hit.snippet.map((part, at) =>
          part.isMatch ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which does not change
            <mark key={at} className="rounded-sm bg-amber/25 text-ink">
              {part.text}
            </mark>
          ) : (
            part.text
          ),
        )}
      </span>
    </Link>
  );
}
