import { Trans, useLingui } from "@lingui/react/macro";
import type { SpendLine, SpendView } from "@/shared/api/generated";
import { Figure, Table } from "@/shared/ui/figure";
import { useCampaignWords } from "../campaign-words";
import { Standing, useAmountWords } from "../money/standing";

/** What the campaign has cost, against its caps; as a table, by agent and by model. */
export function Spend({ spend }: { spend: SpendView }) {
  const { t } = useLingui();
  const words = useCampaignWords();
  const heads = [t`Who`, t`Calls`, t`Tokens in`, t`Tokens out`, t`Cost`];
  return (
    <Figure
      title={<Trans>Spent</Trans>}
      chart={
        <>
          <Standing budget={spend.campaign} />
          {spend.spent.calls === 0 && (
            <p className="text-sm text-faded">
              <Trans>No model was asked: the crew works by rules, which costs nothing.</Trans>
            </p>
          )}
        </>
      }
      table={
        <div className="grid gap-4">
          <Table caption={t`By agent`} heads={heads}>
            {spend.byAgent.map((line) => (
              <Line key={line.name} line={line} name={words.role(line.name)} />
            ))}
          </Table>
          <Table caption={t`By model`} heads={heads}>
            {spend.byModel.map((line) => (
              <Line key={line.name} line={line} name={line.name} />
            ))}
          </Table>
        </div>
      }
    />
  );
}

function Line({ line, name }: { line: SpendLine; name: string }) {
  const words = useAmountWords();
  return (
    <tr>
      <td>{name}</td>
      <td className="tabular-nums">{words.amount("calls", line.calls)}</td>
      <td className="tabular-nums">{words.amount("tokens", line.inputTokens)}</td>
      <td className="tabular-nums">{words.amount("tokens", line.outputTokens)}</td>
      <td className="tabular-nums">{words.amount("usd", line.usd)}</td>
    </tr>
  );
}
