import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type DocumentView, getApiV1DocumentsByDocumentIdText, type Place } from "@/shared/api/generated";
import { Skeleton } from "@/shared/ui/states";

const SHOWN = 8;
const LONGEST = 300; // code points

/** Places of a text, each with its words. */
export function Passages({ document, places }: { document: DocumentView; places: readonly Place[] }) {
  return (
    <ul className="grid gap-2">
      {places.slice(0, SHOWN).map((place) => (
        <li key={place.start}>
          <Passage document={document} place={place} />
        </li>
      ))}
    </ul>
  );
}

function Passage({ document: { id: documentId, readAt }, place }: { document: DocumentView; place: Place }) {
  const to = Math.min(place.end, place.start + LONGEST);
  const text = useQuery({
    queryKey: ["documents", "passage", documentId, readAt, place.start, to],
    queryFn: async ({ signal }) =>
      (
        await getApiV1DocumentsByDocumentIdText({
          path: { documentId },
          query: { from: place.start, to },
          signal,
          throwOnError: true,
        })
      ).data.text,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (text.isPending) return <Skeleton className="h-12" />;
  return (
    <Link
      to="/library/$documentId"
      params={{ documentId }}
      search={{ at: place.start, to: place.end }}
      className="block rounded-xl border border-rule bg-leaf p-3 font-display text-ink no-underline wrap-anywhere hover:border-cinnabar"
    >
      {text.data ?? "…"}
      {to < place.end && " …"}
    </Link>
  );
}
