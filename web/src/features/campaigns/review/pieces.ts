interface Place {
  start: number;
  end: number;
}

export interface Piece {
  at: number;
  text: string;
  /** Which of the places it belongs to; undefined between them. */
  place?: number;
}

/** A text cut where the places begin and end; of two that overlap, the one that begins first is shown. */
export function piecesOf(text: string, places: readonly (Place | null | undefined)[]): Piece[] {
  const known = places
    .flatMap((place, index) =>
      place && place.start >= 0 && place.start < place.end && place.end <= text.length
        ? [{ ...place, index }]
        : [],
    )
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, index } of known) {
    if (start < at) continue;
    if (start > at) pieces.push({ at, text: text.slice(at, start) });
    pieces.push({ at: start, text: text.slice(start, end), place: index });
    at = end;
  }
  if (at < text.length) pieces.push({ at, text: text.slice(at) });
  return pieces;
}

/** Where a sentence stands in a text, if it does. */
export function placeOf(sentence: string, text: string): Place | null {
  const start = sentence === "" ? -1 : text.indexOf(sentence);
  return start < 0 ? null : { start, end: start + sentence.length };
}
