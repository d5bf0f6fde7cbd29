const KEY = "atelier.read.";

/** Where in a document somebody was last; this tab keeps it. */
export function keptPlace(documentId: string): number {
  const place = Number(sessionStorage.getItem(KEY + documentId));
  return Number.isInteger(place) && place > 0 ? place : 0;
}

export function keepPlace(documentId: string, place: number): void {
  sessionStorage.setItem(KEY + documentId, String(place));
}
