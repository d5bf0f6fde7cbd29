import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { postApiV1AuthPassword } from "@/shared/api/generated";
import { useForm } from "@/shared/lib/use-form";
import { useMe } from "@/shared/lib/use-me";
import { Button } from "@/shared/ui/button";
import { TextField } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";

export function Password() {
  const { t } = useLingui();
  const queries = useQueryClient();
  const me = useMe();
  const form = useForm(async ({ current = "", next = "" }, shown) => {
    await postApiV1AuthPassword({ body: { currentPassword: current, password: next }, throwOnError: true });
    shown.reset();
    toast(t`Your password is changed. Other sessions are ended.`);
    void queries.invalidateQueries({ queryKey: ["sessions"] });
    void queries.invalidateQueries({ queryKey: ["me"] });
  });
  return (
    <section className="grid gap-4">
      <h2 className="text-2xl">
        <Trans>Password</Trans>
      </h2>
      {me.data?.passwordExpired && (
        <p className="rounded-xl border border-amber bg-leaf p-4">
          <Trans>Your password was given to you and has been seen by others. Choose one of your own.</Trans>
        </p>
      )}
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
