import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import type { Citation, NumberedPassage } from "@/shared/api/generated";
import { piecesOf } from "./answer";

/** What was said, its numbers opening the passages they stand for. */
export function Cited(props: {
  text: string;
  citations: readonly Citation[];
  passages: readonly NumberedPassage[];
  documentId: string | null;
}) {
  const { t } = useLingui();
  const { documentId } = props;
  return (
    <p className="wrap-anywhere whitespace-pre-line">
      {piecesOf(props.text, props.citations).map((piece, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place
        if ("text" in piece) return <span key={at}>{piece.text}</span>;
        const { n, start, end, verified } = piece.citation;
        const passage = props.passages.find((one) => one.n === n);
        const label = verified
          ? t`Passage ${n}: ${passage?.text.slice(0, 200) ?? ""}`
          : t`Passage ${n}, which does not say this`;
        const look = clsx(
          "mx-0.5 rounded px-1 align-super font-sans text-xs no-underline",
          verified ? "bg-well text-cinnabar-deep" : "bg-well text-alarm line-through",
        );
        return documentId && start !== null && end !== null ? (
          <Link
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place
            key={at}
            to="/library/$documentId"
            params={{ documentId }}
            search={{ at: start, to: end }}
            aria-label={label}
            title={label}
            className={look}
          >
            {n}
          </Link>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place
          <span key={at} title={label} className={look}>
            {n}
          </span>
        );
      })}
    </p>
  );
}
