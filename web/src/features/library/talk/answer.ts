import type { Citation, NumberedPassage } from "@/shared/api/generated";
import type { AnswerEvent } from "./events";

/** An answer as far as it has come. */
export interface Answer {
  messageId: string | null;
  last: number; // number of the newest event
  content: string;
  passages: NumberedPassage[];
  citations: Citation[];
  note: string | null;
  isDone: boolean;
}

export const NOTHING: Answer = {
  messageId: null,
  last: 0,
  content: "",
  passages: [],
  citations: [],
  note: null,
  isDone: false,
};

/** The answer with one event more; one that was seen already adds nothing. */
export function grown(answer: Answer, { id, type, data }: AnswerEvent): Answer {
  if (id <= answer.last) return answer;
  const next = { ...answer, last: id };
  switch (type) {
    case "start":
      return { ...next, messageId: (data as { messageId: string }).messageId };
    case "retrieval":
      return { ...next, passages: (data as { passages: NumberedPassage[] }).passages };
    case "delta":
      return { ...next, content: answer.content + (data as { text: string }).text };
    case "citation":
      return { ...next, citations: [...answer.citations, data as Citation] };
    case "error":
      return { ...next, note: (data as { message: string }).message };
    case "done":
      return { ...next, isDone: true };
    default:
      return next;
  }
}

export type Piece = { text: string } | { citation: Citation; n: number };

/** The text of an answer with its numbers taken out of it, so that they can be links. */
export function piecesOf(content: string, citations: readonly Citation[]): Piece[] {
  const pieces: Piece[] = [];
  const points = [...content]; // places are counted in code points
  let from = 0;
  for (const citation of citations.toSorted((a, b) => a.at - b.at)) {
    const mark = `[${citation.n}]`;
    if (citation.at < from || points.slice(citation.at, citation.at + mark.length).join("") !== mark)
      continue;
    pieces.push({ text: points.slice(from, citation.at).join("") }, { citation, n: citation.n });
    from = citation.at + mark.length;
  }
  return [...pieces, { text: points.slice(from).join("") }].filter(
    (one) => !("text" in one) || one.text !== "",
  );
}
