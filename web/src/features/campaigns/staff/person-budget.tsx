import { Trans } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import {
  type BudgetsView,
  getApiV1AdminBudgetsByUserId,
  putApiV1AdminBudgetsByUserId,
} from "@/shared/api/generated";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { BudgetForm } from "../money/budget-form";
import { Standing } from "../money/standing";

/** What somebody has spent, and what they may spend at most. */
export function PersonBudget({ userId }: { userId: string }) {
  const queries = useQueryClient();
  const key = ["budgets", "of", userId];
  const budgets = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) =>
      (await getApiV1AdminBudgetsByUserId({ path: { userId }, signal, throwOnError: true })).data,
  });
  if (budgets.isPending) return <Skeleton className="h-64" />;
  if (budgets.error) return <ErrorPanel error={budgets.error} onRetry={() => void budgets.refetch()} />;
  const send = async (part: Partial<Record<"total" | "month", BudgetsView["total"]["caps"]>>) => {
    const { total, month } = budgets.data;
    const { data } = await putApiV1AdminBudgetsByUserId({
      path: { userId },
      body: { total: total.ceiling, month: month.ceiling, ...part },
      throwOnError: true,
    });
    queries.setQueryData(key, data);
  };
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-4" aria-labelledby="person-budget">
      <header className="flex flex-wrap items-baseline gap-x-4">
        <h3 id="person-budget" className="text-2xl">
          <Trans>What one person may spend</Trans>
        </h3>
        <Link to="/admin/people/$userId" params={{ userId }}>
          <Trans>Who this is</Trans>
        </Link>
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2">
        {(["month", "total"] as const).map((which) => (
          <section
            key={which}
            aria-labelledby={`ceiling-${which}`}
            className="grid gap-5 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf"
          >
            <h4 id={`ceiling-${which}`} className="text-xl">
              {which === "month" ? <Trans>In a month</Trans> : <Trans>In all</Trans>}
            </h4>
            <Standing budget={budgets.data[which]} />
            <BudgetForm
              caps={budgets.data[which].ceiling ?? { soft: null, hard: null }}
              send={(caps) => send({ [which]: caps })}
            />
          </section>
        ))}
      </div>
    </section>
  );
}
