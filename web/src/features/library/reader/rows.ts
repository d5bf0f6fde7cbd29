/** A paragraph, or a piece of one that would be too long to show at once. Places are code points, the end exclusive. */
export interface Row {
  start: number;
  end: number;
  text: string;
  /** The paragraph began in the row before. */
  goesOn: boolean;
}

const LONG = 4_000;

/**
 * The rows of a part of a text that begins at a place. A paragraph that the part cuts off is left out, unless the text
 * itself begins or ends there, or there is nothing else.
 */
export function rowsOf(text: string, from: number, length: number): Row[] {
  const rows: Row[] = [];
  let at = from;
  let place = 0;
  for (const gap of [...text.matchAll(/\n\s*\n/g), null]) {
    const end = gap?.index ?? text.length;
    const paragraph = text.slice(place, end);
    const points = pointsIn(paragraph);
    if (paragraph.trim() !== "") rows.push(...cut(paragraph, at, at + points));
    if (!gap) break;
    at += points + gap[0].length; // newlines and blanks are one unit each
    place = end + gap[0].length;
  }
  const to = from + pointsIn(text);
  const whole = rows.filter(
    (row) => (row.start > from || from === 0 || row.goesOn) && (row.end < to || to >= length),
  );
  return whole.length > 0 ? whole : rows;
}

/** Whether lines end where a typewriter's did, and not where a poet wanted: they are as long as such lines are. */
export function isWrapped(text: string): boolean {
  const lines = text.trim().split("\n");
  const full = lines.slice(0, -1);
  return full.length > 0 && full.every((line) => line.length > 45 && line.length < 100);
}

/** The row a place is in, or the first one after it. */
export function rowAt(rows: readonly Row[], place: number): number {
  const found = rows.findIndex((row) => row.end > place);
  return found < 0 ? Math.max(0, rows.length - 1) : found;
}

/** Where a place in code points is in a string, whose units count pairs twice. */
export function unitAt(text: string, points: number): number {
  if (!hasPairs(text)) return Math.min(points, text.length);
  let unit = 0;
  for (let left = points; left > 0 && unit < text.length; left--)
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  return unit;
}

export function pointsIn(text: string): number {
  return hasPairs(text) ? [...text].length : text.length;
}

const hasPairs = (text: string) => /[\ud800-\udbff]/.test(text);

/** Long paragraphs are cut at the first blank behind places that do not depend on what else is known of the text. */
function cut(text: string, start: number, end: number): Row[] {
  if (end - start < LONG) return [{ start, end, text, goesOn: false }];
  const rows: Row[] = [];
  let from = start;
  let place = 0;
  for (let mark = Math.ceil((start + 1) / LONG) * LONG; mark < end; mark += LONG) {
    const around = unitAt(text, mark - start);
    const blank = text.slice(around, around + 200).search(/\s/);
    const unit = blank < 0 ? around : around + blank + 1;
    const to = start + pointsIn(text.slice(0, unit));
    if (to <= from || to >= end) continue;
    rows.push({ start: from, end: to, text: text.slice(place, unit), goesOn: from > start });
    from = to;
    place = unit;
  }
  rows.push({ start: from, end, text: text.slice(place), goesOn: from > start });
  return rows;
}
