import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { AnalysisView, ContentsView } from "@/shared/api/generated";
import { Bars, Figure, Table } from "@/shared/ui/figure";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { NotYet } from "../not-yet";
import { useContents, useDocument } from "../use-documents";
import { useAnalysis } from "../use-findings";
import { Readability } from "./readability";
import { Sentiment } from "./sentiment";

const PHRASES = 20;
const WORDS = 20;
const NONE = { id: "", readAt: null, analyzedAt: null };

export function AnalysisPage() {
  const { documentId } = useParams({ from: "/studio/library/$documentId/analysis" });
  const document = useDocument(documentId).data;
  const contents = useContents(document ?? NONE);
  const analysis = useAnalysis(document ?? NONE);
  const error = contents.error ?? analysis.error;
  if (document?.analyzedAt === null) return <NotYet document={document} />;
  if (error)
    return (
      <ErrorPanel error={error} onRetry={() => void Promise.all([contents.refetch(), analysis.refetch()])} />
    );
  if (!contents.data || !analysis.data) return <Skeleton className="h-96" />;
  return <Figures analysis={analysis.data} contents={contents.data} />;
}

function Figures({ analysis, contents }: { analysis: AnalysisView; contents: ContentsView }) {
  const { figures, cast } = analysis;
  const method = (figure: string) => figures.methods.find((one) => one.figure === figure);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2">
      <div className="lg:col-span-2">
        <Sentiment sentiment={figures.sentiment} contents={contents} method={method("sentiment")} />
      </div>
      <AtAGlance analysis={analysis} />
      <Readability scores={figures.readability} method={method("readability")} />
      <Keyphrases analysis={analysis} />
      <Speech analysis={analysis} />
      <Vocabulary analysis={analysis} />
      <Figure
        title={<Trans>People and quotations</Trans>}
        method={cast}
        chart={<Cast analysis={analysis} />}
      />
      {(figures.notes.length > 0 || cast.note) && (
        <ul lang="en" className="list-disc pl-5 text-sm text-faded lg:col-span-2">
          {[...figures.notes, ...(cast.note ? [cast.note] : [])].map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Facts({ facts }: { facts: readonly [ReactNode, ReactNode][] }) {
  return (
    <dl className="grid gap-x-6 gap-y-1 text-sm">
      {facts.map(([name, value], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: always the same facts
        <div key={at} className="flex flex-wrap justify-between gap-x-3 border-b border-rule py-1.5">
          <dt>{name}</dt>
          <dd className="tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function AtAGlance({ analysis: { figures } }: { analysis: AnalysisView }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { counts, readingTime, language, methods } = figures;
  const time = (minutes: number | null) =>
    minutes === null
      ? t`Not applicable.`
      : minutes < 90
        ? i18n.number(Math.max(1, Math.round(minutes)), {
            style: "unit",
            unit: "minute",
            unitDisplay: "long",
          })
        : i18n.number(minutes / 60, {
            style: "unit",
            unit: "hour",
            unitDisplay: "long",
            maximumFractionDigits: 1,
          });
  const name = language.code && new Intl.DisplayNames(i18n.locale, { type: "language" }).of(language.code);
  const used = methods.filter((one) => ["counts", "readingTime", "language"].includes(one.figure));
  return (
    <Figure
      title={<Trans>At a glance</Trans>}
      method={{
        method: used.map((one) => one.method).join(" "),
        accuracy: used.map((one) => one.accuracy).join(" "),
      }}
      chart={
        <Facts
          facts={[
            [t`Language`, name ?? t`Not known`],
            [t`Words`, i18n.number(counts.words)],
            [t`Sentences`, i18n.number(counts.sentences)],
            [t`Paragraphs`, i18n.number(counts.paragraphs)],
            [t`Words in a sentence`, i18n.number(counts.wordsPerSentence, { maximumFractionDigits: 1 })],
            [t`Words in the longest one`, i18n.number(counts.longestSentence)],
            [t`To read silently`, time(readingTime.silentMinutes)],
            [t`To read aloud`, time(readingTime.aloudMinutes)],
          ]}
        />
      }
    />
  );
}

function Keyphrases({ analysis: { figures } }: { analysis: AnalysisView }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const phrases = figures.keyphrases.slice(0, PHRASES);
  return (
    <Figure
      title={<Trans>What it is about</Trans>}
      method={figures.methods.find((one) => one.figure === "keyphrases")}
      chart={
        <Bars
          most={phrases[0]?.score ?? 0}
          bars={phrases.slice(0, PHRASES / 2).map(({ text, count, score }) => ({
            key: text,
            label: text,
            value: score,
            text: i18n.number(count),
          }))}
        />
      }
      table={
        <Table caption={t`What it is about`} heads={[t`Phrase`, t`Times`, t`Weight`]}>
          {phrases.map(({ text, count, score }) => (
            <tr key={text}>
              <td>{text}</td>
              <td className="tabular-nums">{i18n.number(count)}</td>
              <td className="tabular-nums">{i18n.number(score, { maximumFractionDigits: 2 })}</td>
            </tr>
          ))}
        </Table>
      }
    />
  );
}

function Speech({ analysis: { figures } }: { analysis: AnalysisView }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { share, words } = figures.dialogue;
  const percent = (value: number) => i18n.number(value, { style: "percent", maximumFractionDigits: 1 });
  return (
    <Figure
      title={<Trans>How much is spoken</Trans>}
      method={figures.methods.find((one) => one.figure === "dialogue")}
      chart={
        <Bars
          most={1}
          bars={[
            { key: "speech", label: t`Between quotation marks`, value: share, text: percent(share) },
            { key: "rest", label: t`Told`, value: 1 - share, text: percent(1 - share) },
          ]}
        />
      }
      table={
        <Table caption={t`How much is spoken`} heads={[t`Part`, t`Words`, t`Share`]}>
          <tr>
            <td>{t`Between quotation marks`}</td>
            <td className="tabular-nums">{i18n.number(words)}</td>
            <td className="tabular-nums">{percent(share)}</td>
          </tr>
          <tr>
            <td>{t`Told`}</td>
            <td className="tabular-nums">{i18n.number(Math.max(0, figures.counts.words - words))}</td>
            <td className="tabular-nums">{percent(1 - share)}</td>
          </tr>
        </Table>
      }
    />
  );
}

function Vocabulary({ analysis: { figures } }: { analysis: AnalysisView }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { different, once, differentPerThousand, frequent } = figures.vocabulary;
  const words = frequent.slice(0, WORDS);
  return (
    <Figure
      title={<Trans>Its words</Trans>}
      method={figures.methods.find((one) => one.figure === "vocabulary")}
      chart={
        <Facts
          facts={[
            [t`Different words`, i18n.number(different)],
            [t`Used only once`, i18n.number(once)],
            [
              t`Different among a thousand`,
              differentPerThousand === null
                ? t`Not applicable.`
                : i18n.number(differentPerThousand, { maximumFractionDigits: 0 }),
            ],
            [
              t`Most frequent`,
              words
                .slice(0, 5)
                .map((one) => one.word)
                .join(", "),
            ],
          ]}
        />
      }
      table={
        <Table caption={t`The most frequent words`} heads={[t`Word`, t`Times`]}>
          {words.map(({ word, count }) => (
            <tr key={word}>
              <td>{word}</td>
              <td className="tabular-nums">{i18n.number(count)}</td>
            </tr>
          ))}
        </Table>
      }
    />
  );
}

function Cast({ analysis: { cast } }: { analysis: AnalysisView }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return (
    <Facts
      facts={[
        [t`People`, i18n.number(cast.people)],
        [t`Relations`, i18n.number(cast.relations)],
        [t`Quotations`, i18n.number(cast.quotations)],
        [t`With a speaker`, i18n.number(cast.attributed)],
        [t`Speaker sure`, i18n.number(cast.sure)],
        [t`Speaker likely`, i18n.number(cast.likely)],
        [t`Speaker guessed`, i18n.number(cast.guess)],
      ]}
    />
  );
}
