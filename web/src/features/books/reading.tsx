import { Trans, useLingui } from "@lingui/react/macro";
import clsx from "clsx";
import { Check, TriangleAlert } from "lucide-react";
import type { PageReading } from "@/shared/api/generated";

/** What was measured beside what readers of this age can take. */
export function Reading({ reading }: { reading: PageReading }) {
  const { t, i18n } = useLingui();
  const { limits } = reading;
  const hard = Math.round(reading.offListShare * reading.words);
  const hardMost = Math.max(limits.offListWords, Math.floor(limits.offListShare * reading.words));
  const rows = [
    { label: t`Words on the page`, value: reading.words, most: limits.words },
    { label: t`Longest sentence, in words`, value: reading.longestSentence, most: limits.longestSentence },
    { label: t`Words per sentence`, value: reading.meanSentenceLength, most: limits.meanSentenceLength },
    { label: t`Words a young child may not know`, value: hard, most: hardMost },
  ];
  return (
    <section aria-label={t`How hard it is to read`} className="grid gap-3 rounded-xl bg-well p-4 text-sm">
      <p
        role="status"
        className={clsx("flex items-center gap-2 font-semibold", reading.passed ? "text-moss" : "text-amber")}
      >
        {reading.passed ? (
          <>
            <Check aria-hidden size={16} /> <Trans>Right for its readers</Trans>
          </>
        ) : (
          <>
            <TriangleAlert aria-hidden size={16} /> <Trans>Too hard for its readers</Trans>
          </>
        )}
      </p>
      <dl className="grid gap-2">
        {rows.map(({ label, value, most }) => (
          <div key={label} className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1">
            <dt className="text-faded">{label}</dt>
            <dd className={clsx("tabular-nums", value > most && "font-semibold text-amber")}>
              {t`${i18n.number(value, { maximumFractionDigits: 1 })} of ${i18n.number(most, { maximumFractionDigits: 1 })}`}
            </dd>
            <div aria-hidden className="col-span-2 h-1.5 overflow-hidden rounded-full bg-rule">
              <div
                className={clsx("h-full origin-left rounded-full", value > most ? "bg-amber" : "bg-moss")}
                style={{ transform: `scaleX(${Math.min(1, value / Math.max(1, most))})` }}
              />
            </div>
          </div>
        ))}
      </dl>
      {reading.offListWords.length > 0 && (
        <p className="text-faded">
          <Trans>Perhaps unknown: {reading.offListWords.join(", ")}</Trans>
        </p>
      )}
    </section>
  );
}
