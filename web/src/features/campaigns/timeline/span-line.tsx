import { Trans, useLingui } from "@lingui/react/macro";
import clsx from "clsx";
import type { SpanView } from "@/shared/api/generated";
import { useCampaignWords } from "../campaign-words";
import { useAmountWords } from "../money/standing";

/** A step of the crew in one line: what, on what, how long, for how much. */
export function SpanLine({ span }: { span: SpanView }) {
  const { i18n } = useLingui();
  const words = useCampaignWords();
  const amounts = useAmountWords();
  const { operation, name, agent, subject, status, errorType, model, inputTokens, outputTokens } = span;
  const tokens = (inputTokens ?? 0) + (outputTokens ?? 0);
  return (
    <span className="grid min-w-0 gap-0.5 py-1.5 text-sm">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{words.operation(operation)}</span>
        <span className="min-w-0 wrap-anywhere">
          {operation === "phase" ? words.phase(subject ?? name) : (subject ?? name)}
        </span>
        {status !== "ok" && (
          <span className={clsx("font-semibold", status === "error" ? "text-alarm" : "text-cinnabar-deep")}>
            {status === "error" ? (errorType ?? <Trans>failed</Trans>) : <Trans>under way</Trans>}
          </span>
        )}
      </span>
      <span className="flex flex-wrap gap-x-3 tabular-nums text-faded">
        {agent && <span>{words.role(agent)}</span>}
        {model && <span className="wrap-anywhere">{model}</span>}
        {span.milliseconds !== null && <span>{tookText(span.milliseconds, i18n.locale)}</span>}
        {tokens > 0 && <Trans>{amounts.amount("tokens", tokens)} tokens</Trans>}
        {span.costUsd !== null && span.costUsd > 0 && <span>{amounts.amount("usd", span.costUsd)}</span>}
        {span.score !== null && (
          <span>
            {span.label ?? name}: {i18n.number(span.score, { maximumFractionDigits: 2 })}
          </span>
        )}
      </span>
    </span>
  );
}

/** Steps take from milliseconds to hours. */
export function tookText(milliseconds: number, locale: string): string {
  const [value, unit] =
    milliseconds < 1_000
      ? [milliseconds, "millisecond"]
      : milliseconds < 90_000
        ? [milliseconds / 1_000, "second"]
        : [milliseconds / 60_000, "minute"];
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: milliseconds < 10_000 && milliseconds >= 1_000 ? 1 : 0,
  }).format(value);
}
