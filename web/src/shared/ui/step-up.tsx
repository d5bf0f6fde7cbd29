import { Trans, useLingui } from "@lingui/react/macro";
import { useState, useSyncExternalStore } from "react";
import { postApiV1AuthStepUp } from "@/shared/api/generated";
import { problemOf } from "@/shared/api/problem";
import { answer, onQuestion, openQuestion } from "@/shared/api/step-up";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { TextField } from "./field";
import { ErrorPanel } from "./states";

/** Asks for the password again, wherever in the studio something needs it. */
export function StepUp() {
  const question = useSyncExternalStore(onQuestion, openQuestion);
  return question && <Ask />;
}

function Ask() {
  const { t } = useLingui();
  const [needsCode, setNeedsCode] = useState(false);
  const form = useForm(async ({ password = "", code = "" }) => {
    try {
      await postApiV1AuthStepUp({ body: { password, code: code.trim() || null }, throwOnError: true });
      answer(true);
    } catch (thrown) {
      if (problemOf(thrown).code !== "second_factor_required") throw thrown;
      setNeedsCode(true);
    }
  });
  return (
    <Dialog title={<Trans>Is it you?</Trans>} onClose={() => answer(false)}>
      <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
        <p className="text-faded">
          <Trans>This cannot be taken back, so the studio asks for your password once more.</Trans>
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
        {needsCode && (
          <TextField
            label={t`Code from your authenticator app`}
            name="code"
            autoComplete="one-time-code"
            required
            autoFocus
            errors={form.errorsOf("code")}
          />
        )}
        {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
        <Button type="submit" look="main" busy={form.busy}>
          <Trans>It is me</Trans>
        </Button>
      </form>
    </Dialog>
  );
}
