import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ContentsView, FigureMethod, SentimentFigures } from "@/shared/api/generated";
import { Figure, Table } from "@/shared/ui/figure";
import { lastBefore } from "../reader/contents";
import { curveOf } from "./arc";

const LABELS = 6; // chapters named under the line, at most

/** How the mood of the words goes up and down. */
export function Sentiment({
  sentiment,
  contents,
  method,
}: {
  sentiment: SentimentFigures;
  contents: ContentsView;
  method?: FigureMethod;
}) {
  const { t } = useLingui();
  const title = <Trans>Bright and dark</Trans>;
  if (sentiment.arc.length < 2)
    return (
      <Figure
        title={title}
        method={method}
        chart={<p className="text-faded">{sentiment.notApplicable ?? t`The text is too short for it.`}</p>}
      />
    );
  return (
    <Figure
      title={title}
      method={method}
      chart={<Arc sentiment={sentiment} contents={contents} />}
      table={<Points sentiment={sentiment} contents={contents} />}
    />
  );
}

function Arc({ sentiment: { arc }, contents }: { sentiment: SentimentFigures; contents: ContentsView }) {
  const { t } = useLingui();
  const { line, zero } = curveOf(arc, contents.length);
  const every = Math.ceil(contents.chapters.length / LABELS);
  const named = contents.chapters.filter((_, at) => at % every === 0);
  return (
    <div className="grid gap-1">
      <p className="text-sm text-faded">
        <Trans>Brighter</Trans>
      </p>
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        role="img"
        aria-label={t`How bright the words are from the beginning to the end; the table tells it in numbers`}
        className="h-48 w-full overflow-visible"
      >
        {contents.chapters.map((chapter) => (
          <line
            key={chapter.start}
            x1={(100 * chapter.start) / contents.length}
            x2={(100 * chapter.start) / contents.length}
            y1={0}
            y2={100}
            vectorEffect="non-scaling-stroke"
            className="stroke-rule"
          />
        ))}
        <line
          x1={0}
          x2={100}
          y1={zero}
          y2={zero}
          vectorEffect="non-scaling-stroke"
          strokeDasharray="4 4"
          className="stroke-faded"
        />
        <path
          d={line}
          fill="none"
          strokeWidth={2}
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
          className="stroke-cinnabar"
        />
      </svg>
      <p className="text-sm text-faded">
        <Trans>Darker</Trans>
      </p>
      {named.length > 1 && (
        <p aria-hidden className="relative h-5 text-xs text-faded">
          {named.map((chapter) => (
            <span
              key={chapter.start}
              className="absolute"
              style={{ left: `${(100 * chapter.start) / contents.length}%` }}
            >
              {chapter.number}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function Points({ sentiment: { arc }, contents }: { sentiment: SentimentFigures; contents: ContentsView }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return (
    <Table caption={t`Bright and dark`} heads={[t`Place`, t`Chapter`, t`Brightness`]}>
      {arc.map((point) => (
        <tr key={point.start}>
          <td>
            <Link to="/library/$documentId" from="/library/$documentId/analysis" search={{ at: point.start }}>
              {Math.floor((100 * point.start) / Math.max(1, contents.length))} %
            </Link>
          </td>
          <td>{contents.chapters[lastBefore(contents.chapters, point.start)]?.number}</td>
          <td className="tabular-nums">
            {i18n.number(point.valence, { maximumFractionDigits: 2, signDisplay: "exceptZero" })}
          </td>
        </tr>
      ))}
    </Table>
  );
}
