import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getApiV1AdminPrices, type PriceView, putApiV1AdminPrices } from "@/shared/api/generated";
import { ago } from "@/shared/lib/format";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { TextField } from "@/shared/ui/field";
import { Table } from "@/shared/ui/figure";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";

/** What a million tokens of each model cost; a call keeps the price it was made at. */
export function Prices() {
  const { t } = useLingui();
  const queries = useQueryClient();
  const prices = useQuery({
    queryKey: ["prices"],
    queryFn: async ({ signal }) => (await getApiV1AdminPrices({ signal, throwOnError: true })).data,
  });
  const form = useForm(async ({ model = "", input = "", output = "" }, shown) => {
    const { data } = await putApiV1AdminPrices({
      body: { model: model.trim(), inputPerMillion: amount(input), outputPerMillion: amount(output) },
      throwOnError: true,
    });
    queries.setQueryData(["prices"], data);
    shown.reset();
    toast(t`The price is changed, for calls from now on.`);
  });
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-4" aria-labelledby="prices">
      <h3 id="prices" className="text-2xl">
        <Trans>Prices of models</Trans>
      </h3>
      {prices.isPending ? (
        <Skeleton className="h-32" />
      ) : prices.error ? (
        <ErrorPanel error={prices.error} onRetry={() => void prices.refetch()} />
      ) : prices.data.items.length === 0 ? (
        <p className="text-faded">
          <Trans>No model has a price yet. One without a price is taken to cost nothing.</Trans>
        </p>
      ) : (
        <Table
          caption={t`Dollars for a million tokens`}
          heads={[t`Model`, t`In, $ a million`, t`Out, $ a million`, t`From`]}
        >
          {prices.data.items.map((price) => (
            <Row key={price.model} price={price} />
          ))}
        </Table>
      )}
      <form
        className="grid max-w-3xl items-start gap-3 sm:grid-cols-[2fr_1fr_1fr_auto]"
        onSubmit={form.onSubmit}
        noValidate
      >
        <TextField
          label={t`Model`}
          name="model"
          required
          autoComplete="off"
          errors={form.errorsOf("model")}
        />
        <TextField
          label={t`In, $ a million`}
          name="input"
          inputMode="decimal"
          required
          errors={form.errorsOf("inputPerMillion")}
        />
        <TextField
          label={t`Out, $ a million`}
          name="output"
          inputMode="decimal"
          required
          errors={form.errorsOf("outputPerMillion")}
        />
        <Button type="submit" busy={form.busy} className="sm:mt-6.5">
          <Trans>Set the price</Trans>
        </Button>
      </form>
      {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
    </section>
  );
}

const amount = (text: string) => Number(text.trim().replace(",", "."));

function Row({ price }: { price: PriceView }) {
  const { t, i18n } = useLingui();
  const number = (value: number) => i18n.number(value, { maximumFractionDigits: 6 });
  return (
    <tr>
      <td>{price.model}</td>
      <td className="tabular-nums">{number(price.inputPerMillion)}</td>
      <td className="tabular-nums">{number(price.outputPerMillion)}</td>
      <td>
        {price.source === "changed" && price.changedAt
          ? t`changed ${ago(price.changedAt, i18n.locale)}`
          : t`the settings`}
      </td>
    </tr>
  );
}
