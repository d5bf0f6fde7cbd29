import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { patchApiV1UsersMe, type UserView } from "@/shared/api/generated";
import { chosenLocale, LOCALES, speak } from "@/shared/lib/locale";
import { chosenTheme, type Theme, wear } from "@/shared/lib/theme";
import { useForm } from "@/shared/lib/use-form";
import { useMe } from "@/shared/lib/use-me";
import { Button } from "@/shared/ui/button";
import { Choices, TextField } from "@/shared/ui/field";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";
import { EmailAddress } from "./email-address";

export function ProfilePage() {
  const me = useMe();
  if (me.isPending) return <Skeleton className="h-96" />;
  if (me.error) return <ErrorPanel error={me.error} onRetry={() => void me.refetch()} />;
  return (
    <>
      <Name me={me.data} />
      <EmailAddress me={me.data} />
      <Surroundings />
    </>
  );
}

function Name({ me }: { me: UserView }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const form = useForm(async ({ name = "" }) => {
    const { data } = await patchApiV1UsersMe({ body: { name }, throwOnError: true });
    queries.setQueryData(["me"], data);
    toast(t`Your name is changed.`);
  });
  return (
    <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
      <TextField
        label={t`Your name`}
        hint={t`How the studio greets you.`}
        name="name"
        autoComplete="name"
        maxLength={80}
        defaultValue={me.name}
        errors={form.errorsOf("name")}
      />
      {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
      <div>
        <Button type="submit" busy={form.busy}>
          <Trans>Keep this name</Trans>
        </Button>
      </div>
    </form>
  );
}

/** Kept in this browser: another one may stand in another light. */
function Surroundings() {
  const { t } = useLingui();
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  const [locale, setLocale] = useState(chosenLocale);
  return (
    <section className="grid gap-5">
      <h2 className="text-2xl">
        <Trans>In this browser</Trans>
      </h2>
      <Choices
        legend={t`Light`}
        name="theme"
        value={theme}
        onChange={(wish) => {
          setTheme(wish);
          wear(wish);
        }}
        choices={[
          { value: "light", label: t`Day` },
          { value: "dark", label: t`Night` },
          { value: "system", label: t`Like the system` },
        ]}
      />
      <Choices
        legend={t`Language`}
        name="locale"
        value={locale}
        onChange={(wish) => {
          setLocale(wish);
          void speak(wish);
        }}
        choices={Object.entries(LOCALES).map(([value, label]) => ({ value, label }))}
      />
    </section>
  );
}
