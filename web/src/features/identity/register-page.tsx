import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import { postApiV1AuthLogin, postApiV1AuthRegister } from "@/shared/api/generated";
import { signedIn } from "@/shared/api/session";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { TextField } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";
import { AuthFrame } from "./auth-frame";

export function RegisterPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const form = useForm(async ({ email = "", password = "", name = "" }) => {
    await postApiV1AuthRegister({ body: { email, password, name: name || null }, throwOnError: true });
    const { data } = await postApiV1AuthLogin({
      body: { email, password, refreshCookie: true },
      throwOnError: true,
    });
    signedIn(data);
    await navigate({ to: "/home", replace: true });
  });

  return (
    <AuthFrame
      title={<Trans>A studio of your own</Trans>}
      aside={
        <Trans>
          Already have an account? <Link to="/login">Log in</Link>
        </Trans>
      }
    >
      <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
        <TextField label={t`Your name`} name="name" autoComplete="name" errors={form.errorsOf("name")} />
        <TextField
          label={t`E-mail`}
          name="email"
          type="email"
          autoComplete="username"
          required
          errors={form.errorsOf("email")}
        />
        <TextField
          label={t`Password`}
          hint={t`At least 8 characters; a short sentence is best.`}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          errors={form.errorsOf("password")}
        />
        {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
        <Button type="submit" look="main" busy={form.busy}>
          <Trans>Make my account</Trans>
        </Button>
      </form>
    </AuthFrame>
  );
}
