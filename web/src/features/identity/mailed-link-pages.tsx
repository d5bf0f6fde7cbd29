import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { postApiV1AuthEmailConfirm, postApiV1AuthReset, postApiV1AuthVerify } from "@/shared/api/generated";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { TextField } from "@/shared/ui/field";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { AuthFrame } from "./auth-frame";

/** A mailed link has its token behind the #, where no server and no log sees it. */
const mailedToken = () => location.hash.replace(/^#/, "").replace(/^token=/, "");

export function ResetPage() {
  const { t } = useLingui();
  const [token] = useState(mailedToken);
  const [done, setDone] = useState(false);
  const form = useForm(async ({ password = "" }) => {
    await postApiV1AuthReset({ body: { token, password }, throwOnError: true });
    setDone(true);
  });

  return (
    <AuthFrame
      title={<Trans>Choose a new password</Trans>}
      aside={
        <Link to="/login">
          <Trans>To the login</Trans>
        </Link>
      }
    >
      {done ? (
        <p role="status">
          <Trans>Your password is changed, and all other sessions are ended.</Trans>
        </p>
      ) : (
        <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
          <TextField
            label={t`New password`}
            name="password"
            type="password"
            autoComplete="new-password"
            required
            errors={form.errorsOf("password")}
          />
          {form.problem && !form.problem.errors?.password && <ErrorPanel error={form.problem} />}
          <Button type="submit" look="main" busy={form.busy}>
            <Trans>Change my password</Trans>
          </Button>
        </form>
      )}
    </AuthFrame>
  );
}

export function VerifyPage() {
  return <Confirmation confirm={(token) => postApiV1AuthVerify({ body: { token }, throwOnError: true })} />;
}

export function ConfirmEmailPage() {
  return (
    <Confirmation confirm={(token) => postApiV1AuthEmailConfirm({ body: { token }, throwOnError: true })} />
  );
}

const asked = new Map<string, Promise<unknown>>(); // a token works once; React may mount twice

function Confirmation({ confirm }: { confirm: (token: string) => Promise<unknown> }) {
  const [token] = useState(mailedToken);
  const [state, setState] = useState<{ done: boolean; error?: unknown }>({ done: false });
  useEffect(() => {
    const answer = asked.get(token) ?? confirm(token);
    asked.set(token, answer);
    answer.then(
      () => setState({ done: true }),
      (error) => setState({ done: true, error }),
    );
  }, [token, confirm]);

  return (
    <AuthFrame
      title={<Trans>Your e-mail address</Trans>}
      aside={
        <Link to="/home">
          <Trans>To the studio</Trans>
        </Link>
      }
    >
      {!state.done ? (
        <Skeleton className="h-6" />
      ) : state.error ? (
        <ErrorPanel error={state.error} />
      ) : (
        <p role="status">
          <Trans>Confirmed. Thank you.</Trans>
        </p>
      )}
    </AuthFrame>
  );
}
