/** What was pasted: one prompt a line, or a table whose first line names its columns. */
export type Pasted = { kind: "lines"; prompts: string[] } | { kind: "table"; text: string; rows: number };

const COLUMNS = ["title", "prompt", "ageband", "pages", "seed", "trim", "characters", "theme", "setting"];
export const MOST_BOOKS = 1000;

export function readPasted(text: string): Pasted {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const header = (lines[0] ?? "").split(/[,;]/).map((name) => name.trim().toLowerCase());
  // A prompt may be the one word "prompt"; a table has it beside others or rows below it.
  const isTable =
    header.includes("prompt") && header.every((name) => COLUMNS.includes(name) || EXTRA.has(name));
  return isTable && lines.length > 1
    ? { kind: "table", text, rows: lines.length - 1 }
    : { kind: "lines", prompts: lines.map((line) => line.trim()) };
}

const EXTRA = new Set(["author", "dedication", "palette", "projectid"]);
