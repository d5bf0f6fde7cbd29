import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  deleteApiV1AuthSessionsBySessionId,
  getApiV1AuthMe,
  getApiV1AuthSessions,
  postApiV1AuthPassword,
} from "@/shared/api/generated";
import { ago } from "@/shared/lib/format";
import { chosenLocale, LOCALES, speak } from "@/shared/lib/locale";
import { chosenTheme, type Theme, wear } from "@/shared/lib/theme";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { Choices, TextField } from "@/shared/ui/field";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";

export function SettingsPage() {
  const { t } = useLingui();
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  const [locale, setLocale] = useState(chosenLocale);
  const me = useQuery({
    queryKey: ["me"],
    queryFn: async ({ signal }) => (await getApiV1AuthMe({ signal, throwOnError: true })).data,
  });
  return (
    <div className="grid max-w-2xl gap-10">
      <header>
        <h1 className="text-4xl">
          <Trans>Settings</Trans>
        </h1>
        <p className="text-faded">{me.data?.email}</p>
      </header>
      <section className="grid gap-5">
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
      <Password />
      <Sessions />
    </div>
  );
}

function Password() {
  const { t } = useLingui();
  const form = useForm(async ({ current = "", next = "" }) => {
    await postApiV1AuthPassword({ body: { currentPassword: current, password: next }, throwOnError: true });
    toast(t`Your password is changed. Other sessions are ended.`);
  });
  return (
    <section className="grid gap-4">
      <h2 className="text-2xl">
        <Trans>Password</Trans>
      </h2>
      <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
        <TextField
          label={t`Current password`}
          name="current"
          type="password"
          autoComplete="current-password"
          required
          errors={form.errorsOf("currentPassword")}
        />
        <TextField
          label={t`New password`}
          name="next"
          type="password"
          autoComplete="new-password"
          required
          errors={form.errorsOf("password")}
        />
        {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
        <div>
          <Button type="submit" busy={form.busy}>
            <Trans>Change my password</Trans>
          </Button>
        </div>
      </form>
    </section>
  );
}

function Sessions() {
  const { i18n } = useI18n();
  const queries = useQueryClient();
  const sessions = useQuery({
    queryKey: ["sessions"],
    queryFn: async ({ signal }) => (await getApiV1AuthSessions({ signal, throwOnError: true })).data.items,
  });
  const end = useMutation({
    mutationFn: (sessionId: string) =>
      deleteApiV1AuthSessionsBySessionId({ path: { sessionId }, throwOnError: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["sessions"] }),
  });
  return (
    <section className="grid gap-4">
      <h2 className="text-2xl">
        <Trans>Where you are logged in</Trans>
      </h2>
      {sessions.isPending ? (
        <Skeleton className="h-20" />
      ) : sessions.error ? (
        <ErrorPanel error={sessions.error} />
      ) : (
        <ul className="grid gap-2">
          {sessions.data.map((session) => (
            <li
              key={session.id}
              className="flex flex-wrap items-center gap-3 rounded-xl border border-rule bg-leaf px-4 py-3"
            >
              <div>
                <p className="font-semibold">{session.device}</p>
                <p className="text-sm text-faded">
                  {session.address}, {ago(session.lastUsedAt, i18n.locale)}
                </p>
              </div>
              {session.isCurrent ? (
                <span className="ml-auto text-sm text-moss">
                  <Trans>This one</Trans>
                </span>
              ) : (
                <Button
                  className="ml-auto"
                  busy={end.isPending && end.variables === session.id}
                  onClick={() => end.mutate(session.id)}
                >
                  <Trans>End it</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
