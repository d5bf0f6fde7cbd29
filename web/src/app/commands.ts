/** Something the palette can do or lead to. */
export interface Command {
  id: string;
  label: string;
  /** What kind of thing it is, said beside it. */
  kind: string;
  act: () => void;
}

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** What contains every word that was typed, in the order given; what begins with it comes first. */
export function matching(commands: readonly Command[], typed: string): Command[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const found = commands.filter((one) =>
    words.every((word) => plain(`${one.label} ${one.kind}`).includes(word)),
  );
  const begins = (one: Command) => (plain(one.label).startsWith(words[0] ?? "") ? 0 : 1);
  return words.length === 0 ? found : found.toSorted((a, b) => begins(a) - begins(b));
}
