import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getApiV1AuthValidate, type NewApiKeyView, postApiV1AuthKeys } from "@/shared/api/generated";
import { inPerson } from "@/shared/api/step-up";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { Checks, Choices, TextField } from "@/shared/ui/field";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";

const DAYS = ["30", "90", "365"] as const;
const DAY = 86_400_000; // milliseconds
const LEEWAY = 3_600_000; // a clock that is ahead must not ask for more than a year

/** A name, what it may do, and how long. */
export function NewApiKey({ onMade }: { onMade: (key: NewApiKeyView) => void }) {
  const { t } = useLingui();
  const [days, setDays] = useState<(typeof DAYS)[number]>("90");
  const mine = useQuery({
    queryKey: ["scopes"],
    queryFn: async ({ signal }) => (await getApiV1AuthValidate({ signal, throwOnError: true })).data.scopes,
  });
  const form = useForm(async ({ name = "" }, shown) => {
    const scopes = new FormData(shown).getAll("scopes").map(String);
    const expiresAt = new Date(Date.now() + Number(days) * DAY - LEEWAY).toISOString();
    const { data } = await inPerson(() =>
      postApiV1AuthKeys({ body: { name, scopes, expiresAt }, throwOnError: true }),
    );
    onMade(data);
  });
  if (mine.isPending) return <Skeleton className="h-64" />;
  if (mine.error) return <ErrorPanel error={mine.error} onRetry={() => void mine.refetch()} />;
  return (
    <form className="grid gap-5" onSubmit={form.onSubmit} noValidate>
      <TextField
        label={t`Name`}
        hint={t`What it is for, such as “nightly books”.`}
        name="name"
        maxLength={80}
        required
        autoFocus
        autoComplete="off"
        errors={form.errorsOf("name")}
      />
      <Checks
        legend={t`What it may do`}
        name="scopes"
        choices={mine.data.map((scope) => ({ value: scope, label: <code>{scope}</code> }))}
        checked={mine.data.filter((scope) => scope.startsWith("books:") || scope === "jobs:read")}
        errors={form.errorsOf("scopes")}
      />
      <Choices
        legend={t`How long`}
        name="days"
        value={days}
        onChange={setDays}
        choices={DAYS.map((value) => ({ value, label: t`${value} days` }))}
      />
      {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
      <div>
        <Button type="submit" look="main" busy={form.busy}>
          <Trans>Make the key</Trans>
        </Button>
      </div>
    </form>
  );
}
