import { Trans, useLingui } from "@lingui/react/macro";
import type { CallView } from "@/shared/api/generated";
import { moment } from "@/shared/lib/format";
import { Table } from "@/shared/ui/figure";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { useAmountWords } from "../money/standing";
import { SpanLine, tookText } from "./span-line";
import { useSpan } from "./use-spans";

/** Everything that is recorded of one step: the call it paid for, and what it says of itself. */
export function SpanDetails({ campaignId, spanId }: { campaignId: string; spanId: string }) {
  const { t } = useLingui();
  const span = useSpan(campaignId, spanId);
  if (span.isPending) return <Skeleton className="h-24" />;
  if (span.error) return <ErrorPanel error={span.error} onRetry={() => void span.refetch()} />;
  const { call, attributes, children } = span.data;
  const known = Object.entries(attributes);
  return (
    <div className="grid gap-3 py-2">
      {call && <Call call={call} />}
      {children.length > 0 && (
        <ul className="divide-y divide-rule">
          {children.map((one) => (
            <li key={one.id}>
              <SpanLine span={one} />
            </li>
          ))}
        </ul>
      )}
      {known.length > 0 && (
        <Table caption={t`What is recorded`} heads={[t`Attribute`, t`Value`]}>
          {known.map(([name, value]) => (
            <tr key={name}>
              <td className="font-mono text-xs">{name}</td>
              <td>{typeof value === "string" ? value : JSON.stringify(value)}</td>
            </tr>
          ))}
        </Table>
      )}
    </div>
  );
}

function Call({ call }: { call: CallView }) {
  const { t, i18n } = useLingui();
  const amounts = useAmountWords();
  const states: Record<string, string> = {
    reserved: t`under way, its cost is set aside`,
    settled: t`paid`,
    refused: t`refused`,
    unknown: t`its end is not known, so it counts as paid and is not repeated`,
  };
  const usd = (value: number) => amounts.amount("usd", value);
  const tokens = (value: number) => amounts.amount("tokens", value);
  const facts: [string, string][] = [
    [t`Model`, call.model],
    [t`State`, states[call.state] ?? call.state],
    [t`Tokens in and out`, `${tokens(call.inputTokens)} / ${tokens(call.outputTokens)}`],
    [t`Cost`, usd(call.costUsd)],
    [t`Set aside before`, `${usd(call.reservedUsd)}, ${tokens(call.reservedTokens)}`],
    [t`Price of a million tokens`, `${usd(call.inputPricePerMillion)} / ${usd(call.outputPricePerMillion)}`],
    [t`Took`, tookText(call.milliseconds, i18n.locale)],
    [t`Asked`, moment(call.at, i18n.locale)],
    ...(call.failureCode ? [[t`Failed with`, call.failureCode] as [string, string]] : []),
  ];
  return (
    <section className="grid gap-1.5">
      <p className="text-sm font-semibold">
        <Trans>The call</Trans>
      </p>
      <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[12rem_minmax(0,1fr)]">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-faded">{name}</dt>
            <dd className="tabular-nums wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
