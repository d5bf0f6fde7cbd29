import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import type { FigureMethod, ReadabilityScore } from "@/shared/api/generated";
import { Bars, Figure, Table } from "@/shared/ui/figure";

const EASE = "fleschReadingEase";
const HIGHEST_GRADE = 18;

const NAMES: Record<string, MessageDescriptor> = {
  fleschReadingEase: msg`Flesch reading ease: 100 is easiest`,
  fleschKincaidGrade: msg`Flesch-Kincaid, school grade`,
  gunningFog: msg`Gunning fog, school grade`,
  smog: msg`SMOG, school grade`,
  colemanLiau: msg`Coleman-Liau, school grade`,
  automatedReadability: msg`Automated readability index, school grade`,
  newDaleChall: msg`New Dale-Chall score`,
};

/** How hard the text is to read, by the published formulas. */
export function Readability({ scores, method }: { scores: ReadabilityScore[]; method?: FigureMethod }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const name = (formula: string) => (NAMES[formula] ? i18n._(NAMES[formula]) : formula);
  const title = <Trans>How hard it is to read</Trans>;
  const known = scores.flatMap(({ formula, value }) => (value === null ? [] : [{ formula, value }]));
  if (known.length === 0)
    return (
      <Figure
        title={title}
        method={method}
        chart={
          <p className="text-faded">
            <Trans>Not applicable.</Trans> {scores[0]?.notApplicable}
          </p>
        }
      />
    );
  const number = (value: number) => i18n.number(value, { maximumFractionDigits: 1 });
  return (
    <Figure
      title={title}
      method={method}
      chart={
        <Bars
          most={100}
          bars={known.map(({ formula, value }) => ({
            key: formula,
            label: name(formula),
            value: formula === EASE ? value : (100 * value) / HIGHEST_GRADE,
            text: number(value),
          }))}
        />
      }
      table={
        <Table caption={t`How hard it is to read`} heads={[t`Formula`, t`Value`]}>
          {scores.map(({ formula, value, notApplicable }) => (
            <tr key={formula}>
              <td>{name(formula)}</td>
              <td className="tabular-nums">{value === null ? notApplicable : number(value)}</td>
            </tr>
          ))}
        </Table>
      }
    />
  );
}
