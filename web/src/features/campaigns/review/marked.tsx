import clsx from "clsx";
import { piecesOf } from "./pieces";

interface Mark {
  place: { start: number; end: number } | null;
  look?: "anchor" | "disclosure" | "fault";
  says: string;
}

const LOOKS = {
  anchor: "bg-amber/25",
  disclosure: "bg-moss/20",
  fault: "bg-alarm/20",
};

/** A text with what matters in it marked, and said beside each mark to who cannot see it. */
export function Marked({ text, marks, lang }: { text: string; marks: readonly Mark[]; lang?: string }) {
  const pieces = piecesOf(
    text,
    marks.map((one) => one.place),
  );
  return (
    <p lang={lang} className="whitespace-pre-line wrap-anywhere font-display text-lg leading-relaxed">
      {pieces.map(({ at, text, place }) => {
        const mark = place === undefined ? undefined : marks[place];
        return mark ? (
          <mark
            key={at}
            title={mark.says}
            className={clsx("rounded-sm text-ink", LOOKS[mark.look ?? "anchor"])}
          >
            {text}
            <span className="sr-only"> ({mark.says})</span>
          </mark>
        ) : (
          text
        );
      })}
    </p>
  );
}
