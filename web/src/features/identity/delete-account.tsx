import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { deleteApiV1UsersMe, getApiV1AuthTotp, postApiV1AuthStepUp } from "@/shared/api/generated";
import { signedOut } from "@/shared/api/session";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { TextField } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";

/** The password is asked always here, however young the login is: a laptop left open must not end an account. */
export function DeleteAccount() {
  const { t } = useLingui();
  const factor = useQuery({
    queryKey: ["factor"],
    queryFn: async ({ signal }) => (await getApiV1AuthTotp({ signal, throwOnError: true })).data,
  });
  const form = useForm(async ({ password = "", code = "" }) => {
    await postApiV1AuthStepUp({ body: { password, code: code.trim() || null }, throwOnError: true });
    await deleteApiV1UsersMe({ throwOnError: true });
    signedOut();
  });
  return (
    <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
      <p>
        <Trans>Everything you made here is gone for good. Export it first if you want to keep it.</Trans>
      </p>
      <TextField
        label={t`Your password`}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        autoFocus
        errors={form.errorsOf("password")}
      />
      {factor.data?.isOn && (
        <TextField
          label={t`Code from your authenticator app`}
          name="code"
          autoComplete="one-time-code"
          required
          errors={form.errorsOf("code")}
        />
      )}
      {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
      <div>
        <Button type="submit" look="danger" busy={form.busy}>
          <Trans>Delete my account for good</Trans>
        </Button>
      </div>
    </form>
  );
}
