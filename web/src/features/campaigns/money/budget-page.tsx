import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type BudgetsView, getApiV1BudgetsMe, putApiV1BudgetsMe } from "@/shared/api/generated";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { SectionHead } from "../section-head";
import { BudgetForm } from "./budget-form";
import { Standing } from "./standing";

/** What all of one's campaigns together may spend, in all and in a month. */
export function BudgetPage() {
  const { t } = useLingui();
  const queries = useQueryClient();
  const budgets = useQuery({
    queryKey: ["budgets", "me"],
    queryFn: async ({ signal }) => (await getApiV1BudgetsMe({ signal, throwOnError: true })).data,
  });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <SectionHead title={t`Budget`} />
      <p className="max-w-2xl text-faded">
        <Trans>
          Each call to a model is set aside here before it is made, so nothing is ever overrun, however many
          run at once. Each campaign has caps of its own as well.
        </Trans>
      </p>
      {budgets.isPending ? (
        <Skeleton className="h-96" />
      ) : budgets.error ? (
        <ErrorPanel error={budgets.error} onRetry={() => void budgets.refetch()} />
      ) : (
        <Budgets budgets={budgets.data} onKept={(next) => queries.setQueryData(["budgets", "me"], next)} />
      )}
    </div>
  );
}

function Budgets({ budgets, onKept }: { budgets: BudgetsView; onKept: (next: BudgetsView) => void }) {
  const { i18n } = useLingui();
  const month = new Intl.DateTimeFormat(i18n.locale, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(Date.parse(`${budgets.monthName}-01T00:00:00Z`));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2">
      <section
        className="grid gap-5 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf"
        aria-labelledby="month"
      >
        <h2 id="month" className="text-2xl">
          {month}
        </h2>
        <Standing budget={budgets.month} />
        <BudgetForm
          caps={budgets.month.caps}
          ceiling={budgets.month.ceiling}
          send={async (month) =>
            onKept(
              (await putApiV1BudgetsMe({ body: { total: budgets.total.caps, month }, throwOnError: true }))
                .data,
            )
          }
        />
      </section>
      <section
        className="grid gap-5 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf"
        aria-labelledby="total"
      >
        <h2 id="total" className="text-2xl">
          <Trans>In all</Trans>
        </h2>
        <Standing budget={budgets.total} />
        <BudgetForm
          caps={budgets.total.caps}
          ceiling={budgets.total.ceiling}
          send={async (total) =>
            onKept(
              (await putApiV1BudgetsMe({ body: { total, month: budgets.month.caps }, throwOnError: true }))
                .data,
            )
          }
        />
      </section>
    </div>
  );
}
