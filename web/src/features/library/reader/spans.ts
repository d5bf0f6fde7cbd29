import { unitAt } from "./rows";

/** Something about a stretch of text; code points, the end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface Stretch<S extends Span> {
  text: string;
  start: number;
  /** What it belongs to, if anything. */
  span?: S;
}

/** Parts a text that begins at a place by spans that are in order; of two that overlap the first one counts. */
export function stretches<S extends Span>(text: string, start: number, spans: readonly S[]): Stretch<S>[] {
  const found: Stretch<S>[] = [];
  let unit = 0;
  let at = start;
  const take = (end: number, span?: S) => {
    const to = unit + unitAt(text.slice(unit), end - at);
    if (to > unit) found.push({ text: text.slice(unit, to), start: at, span });
    unit = to;
    at = end;
  };
  for (const span of spans) {
    if (span.end <= at) continue;
    if (unit >= text.length) break;
    if (span.start > at) take(span.start);
    if (unit < text.length) take(span.end, span);
  }
  if (unit < text.length) found.push({ text: text.slice(unit), start: at });
  return found;
}

/** Those of many spans in order that touch a stretch. */
export function within<S extends Span>(spans: readonly S[], start: number, end: number): S[] {
  return spans.filter((span) => span.end > start && span.start < end);
}
