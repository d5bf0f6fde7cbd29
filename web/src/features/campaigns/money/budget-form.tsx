import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { BudgetCaps } from "@/shared/api/generated";
import { problemOf } from "@/shared/api/problem";
import { Button } from "@/shared/ui/button";
import { ErrorPanel } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";
import { errorsIn } from "../wizard/fields";
import { capsOf, textsOf } from "../wizard/plan";
import { KINDS } from "./amounts";
import { CapFields } from "./cap-fields";
import { useAmountWords } from "./standing";

interface BudgetFormProps {
  caps: BudgetCaps;
  /** What an admin allows at most. */
  ceiling?: BudgetCaps | null;
  send: (caps: BudgetCaps) => Promise<unknown>;
}

/** Where spending stops, and where it warns before. */
export function BudgetForm({ caps, ceiling, send }: BudgetFormProps) {
  const { t } = useLingui();
  const words = useAmountWords();
  const [hard, setHard] = useState(textsOf(caps.hard));
  const [soft, setSoft] = useState(textsOf(caps.soft));
  const save = useMutation({
    mutationFn: () => send({ hard: capsOf(hard), soft: capsOf(soft) }),
    onSuccess: () => toast(t`The budget is changed.`),
  });
  const problem = save.error ? problemOf(save.error) : null;
  const errorsOf = errorsIn(problem, new Set(), "");
  const allowed = KINDS.flatMap((kind) => {
    const value = ceiling?.hard?.[kind];
    return value == null ? [] : [`${words.name(kind)}: ${words.amount(kind, value)}`];
  });
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate();
      }}
    >
      <CapFields
        legend={t`Stop at`}
        hint={t`A campaign halts before the call that would pass one of these, and goes on when it is raised.`}
        name="hard"
        caps={hard}
        onChange={setHard}
        errorsOf={errorsOf}
      />
      <CapFields legend={t`Warn at`} name="soft" caps={soft} onChange={setSoft} errorsOf={errorsOf} />
      {allowed.length > 0 && (
        <p className="text-sm text-faded">
          <Trans>Allowed by the studio at most:</Trans> {allowed.join(", ")}
        </p>
      )}
      {problem && <ErrorPanel error={problem} />}
      <div>
        <Button type="submit" look="main" busy={save.isPending}>
          <Trans>Keep it so</Trans>
        </Button>
      </div>
    </form>
  );
}
