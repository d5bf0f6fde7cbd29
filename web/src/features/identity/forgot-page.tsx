import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { postApiV1AuthForgot } from "@/shared/api/generated";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { TextField } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";
import { AuthFrame } from "./auth-frame";

export function ForgotPage() {
  const { t } = useLingui();
  const [sent, setSent] = useState(false);
  const form = useForm(async ({ email = "" }) => {
    await postApiV1AuthForgot({ body: { email }, throwOnError: true });
    setSent(true);
  });

  return (
    <AuthFrame
      title={<Trans>A new password</Trans>}
      aside={
        <Link to="/login">
          <Trans>Back to the login</Trans>
        </Link>
      }
    >
      {sent ? (
        <p role="status">
          <Trans>
            If there is an account with this address, a link is on its way to it. It works once and for an
            hour.
          </Trans>
        </p>
      ) : (
        <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
          <TextField
            label={t`E-mail`}
            name="email"
            type="email"
            autoComplete="username"
            required
            errors={form.errorsOf("email")}
          />
          {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
          <Button type="submit" look="main" busy={form.busy}>
            <Trans>Mail me a link</Trans>
          </Button>
        </form>
      )}
    </AuthFrame>
  );
}
