import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Judgement as AJudgement, Assessment } from "@/shared/api/generated";
import { Bars, Figure, Table } from "@/shared/ui/figure";
import { useCommentWords } from "./comment-words";
import { useRubric } from "./use-comments";

/** How good a draft is, part by part, and how much it looks like spam. */
export function Scores(props: { assessment: Assessment; judgement: AJudgement | null }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 xl:grid-cols-2">
      <Parts assessment={props.assessment} />
      <Spam assessment={props.assessment} />
      {props.judgement && <Judgement judgement={props.judgement} />}
    </div>
  );
}

function Parts({ assessment: { parts, score } }: { assessment: Assessment }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const words = useCommentWords();
  const [isAsked, setAsked] = useState(false);
  const rubric = useRubric(isAsked);
  const points = (value: number) => i18n.number(value, { maximumFractionDigits: 1 });
  return (
    <Figure
      title={<Trans>Score: {points(score)} of 100</Trans>}
      chart={
        <>
          <Bars
            most={100}
            bars={parts.map(({ part, points: got, most }) => ({
              key: part,
              label: words.part(part),
              value: most > 0 ? (100 * got) / most : 0,
              text: t`${points(got)} of ${points(most)}`,
            }))}
          />
          <details className="text-sm text-faded" onToggle={() => setAsked(true)}>
            <summary className="min-h-6">
              <Trans>How it is measured, and how well</Trans>
            </summary>
            <ul lang="en" className="mt-2 grid list-disc gap-1 pl-5">
              {rubric.data?.parts.map((one) => (
                <li key={one.part}>
                  {words.part(one.part)}: {one.measure}
                </li>
              ))}
            </ul>
            {rubric.data && !rubric.data.calibrated && (
              <p className="mt-2">
                <Trans>
                  The weights are proposals and were not fitted to people’s judgement yet: the score puts
                  drafts in order, it decides nothing.
                </Trans>
              </p>
            )}
          </details>
        </>
      }
      table={
        <Table caption={t`Score by part`} heads={[t`Part`, t`Points`, t`Why`]}>
          {parts.map(({ part, points: got, most, why }) => (
            <tr key={part}>
              <td>{words.part(part)}</td>
              <td className="tabular-nums">
                {points(got)} / {points(most)}
              </td>
              <td>{why.join(" ")}</td>
            </tr>
          ))}
        </Table>
      }
    />
  );
}

function Spam({ assessment: { spam } }: { assessment: Assessment }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const words = useCommentWords();
  const percent = i18n.number(spam.probability, { style: "percent" });
  const number = (value: number) =>
    i18n.number(value, { signDisplay: "exceptZero", maximumFractionDigits: 2 });
  return (
    <Figure
      title={<Trans>Looks like spam: {percent}</Trans>}
      chart={
        <Table
          caption={t`What speaks for spam, and against it`}
          heads={[t`Sign`, t`Times`, t`Weight`, t`Together`]}
        >
          {spam.terms.map(({ signal, count, weight, sum }) => (
            <tr key={signal}>
              <td>{words.signal(signal)}</td>
              <td className="tabular-nums">{i18n.number(count)}</td>
              <td className="tabular-nums">{number(weight)}</td>
              <td className="tabular-nums">{number(sum)}</td>
            </tr>
          ))}
        </Table>
      }
    />
  );
}

function Judgement({ judgement }: { judgement: AJudgement }) {
  return (
    <section
      aria-labelledby="judgement"
      className="grid gap-3 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf xl:col-span-2"
    >
      <h3 id="judgement" className="text-xl">
        <Trans>What a model says for it and against it</Trans>
      </h3>
      <p className="text-sm text-faded">
        <Trans>
          {judgement.model} was asked twice, with the sides swapped, about version {judgement.ofVersion}. It
          never overrides a gate.
        </Trans>{" "}
        {!judgement.orderAgrees && <Trans>The two answers differ: do not lean on them.</Trans>}
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Side title={<Trans>For it</Trans>} sentences={judgement.for} />
        <Side title={<Trans>Against it</Trans>} sentences={judgement.against} />
      </div>
    </section>
  );
}

function Side({ title, sentences }: { title: React.ReactNode; sentences: readonly string[] }) {
  return (
    <div className="grid content-start gap-1 text-sm">
      <h4 className="font-semibold">{title}</h4>
      <ul className="list-disc pl-5">
        {sentences.map((one) => (
          <li key={one} className="wrap-anywhere">
            {one}
          </li>
        ))}
      </ul>
    </div>
  );
}
