/** What was pasted: one prompt a line, or a table whose first line names its columns. */
export type Pasted = { kind: "lines"; prompts: string[] } | { kind: "table"; text: string; rows: number };

// Of books and of films.
const COLUMNS = new Set(
  (
    "prompt title ageband pages seed trim characters theme setting author dedication palette projectid " +
    "model resolution quality duration aspect fps voice voicespeed music burncaptions storyboardfirst"
  ).split(" "),
);
export const MOST_ITEMS = 1000;

export function readPasted(text: string): Pasted {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const header = (lines[0] ?? "").split(/[,;]/).map((name) => name.trim().toLowerCase());
  // A prompt may be the one word "prompt"; a table has it beside others or rows below it.
  const isTable = header.includes("prompt") && header.every((name) => COLUMNS.has(name));
  return isTable && lines.length > 1
    ? { kind: "table", text, rows: lines.length - 1 }
    : { kind: "lines", prompts: lines.map((line) => line.trim()) };
}
