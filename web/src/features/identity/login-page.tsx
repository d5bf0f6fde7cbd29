import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { postApiV1AuthLogin, postApiV1AuthLoginFactor, type TokenView } from "@/shared/api/generated";
import { problemOf } from "@/shared/api/problem";
import { signedIn } from "@/shared/api/session";
import { safePath } from "@/shared/lib/format";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { TextField } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";
import { AuthFrame } from "./auth-frame";

export function LoginPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { to } = useSearch({ from: "/login" });
  const [challenge, setChallenge] = useState<string | null>(null);

  function enter(tokens: TokenView) {
    signedIn(tokens);
    return navigate({ href: safePath(to), replace: true });
  }

  const password = useForm(async ({ email = "", password = "" }) => {
    try {
      const { data } = await postApiV1AuthLogin({
        body: { email, password, refreshCookie: true },
        throwOnError: true,
      });
      await enter(data);
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (problem.code !== "second_factor_required" || !problem.challenge) throw thrown;
      setChallenge(problem.challenge);
    }
  });
  const factor = useForm(async ({ code = "" }) => {
    const body = { challenge: challenge ?? "", code: code.trim(), refreshCookie: true };
    const { data } = await postApiV1AuthLoginFactor({ body, throwOnError: true });
    await enter(data);
  });

  if (challenge)
    return (
      <AuthFrame title={<Trans>One more step</Trans>}>
        <form className="grid gap-4" onSubmit={factor.onSubmit} noValidate>
          <TextField
            label={t`Code from your authenticator app`}
            hint={t`A recovery code does as well, once.`}
            name="code"
            autoComplete="one-time-code"
            required
            autoFocus
            errors={factor.errorsOf("code")}
          />
          {factor.problem && <ErrorPanel error={factor.problem} />}
          <Button type="submit" look="main" busy={factor.busy}>
            <Trans>Log in</Trans>
          </Button>
        </form>
      </AuthFrame>
    );

  return (
    <AuthFrame
      title={<Trans>Welcome back</Trans>}
      aside={
        <Trans>
          New here? <Link to="/register">Make an account</Link>
        </Trans>
      }
    >
      <form className="grid gap-4" onSubmit={password.onSubmit} noValidate>
        <TextField
          label={t`E-mail`}
          name="email"
          type="email"
          autoComplete="username"
          required
          errors={password.errorsOf("email")}
        />
        <TextField
          label={t`Password`}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          errors={password.errorsOf("password")}
        />
        {password.problem && !password.problem.errors && <ErrorPanel error={password.problem} />}
        <Button type="submit" look="main" busy={password.busy}>
          <Trans>Log in</Trans>
        </Button>
        <Link to="/forgot" className="text-center text-sm">
          <Trans>Forgot the password?</Trans>
        </Link>
      </form>
    </AuthFrame>
  );
}
