import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { postApiV1AuthEmail, postApiV1AuthVerifyResend, type UserView } from "@/shared/api/generated";
import { inPerson } from "@/shared/api/step-up";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { TextField } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";

/** The address mails go to, and how to have another one. */
export function EmailAddress({ me }: { me: UserView }) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<string | null>(null);
  const form = useForm(async ({ email = "" }, shown) => {
    await inPerson(() => postApiV1AuthEmail({ body: { email }, throwOnError: true }));
    setAsked(email);
    shown.reset();
  });
  return (
    <section className="grid gap-4">
      <h2 className="text-2xl">
        <Trans>E-mail address</Trans>
      </h2>
      <p>
        <strong>{me.email}</strong>{" "}
        {me.emailVerifiedAt ? (
          <span className="text-moss">
            <Trans>confirmed</Trans>
          </span>
        ) : (
          <span className="text-amber">
            <Trans>not confirmed yet</Trans>
          </span>
        )}
      </p>
      {!me.emailVerifiedAt && <Resend />}
      {asked && (
        <p role="status" className="rounded-xl border border-moss bg-leaf p-4">
          <Trans>
            A letter is on its way to {asked}. Your address changes once the link in it is opened; until then
            everything stays as it is.
          </Trans>
        </p>
      )}
      <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
        <TextField
          label={t`Another address`}
          name="email"
          type="email"
          autoComplete="email"
          errors={form.errorsOf("email")}
        />
        {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
        <div>
          <Button type="submit" busy={form.busy}>
            <Trans>Change my address</Trans>
          </Button>
        </div>
      </form>
    </section>
  );
}

function Resend() {
  const resend = useMutation({ mutationFn: () => postApiV1AuthVerifyResend({ throwOnError: true }) });
  if (resend.isSuccess)
    return (
      <p role="status" className="text-faded">
        <Trans>The letter with the link is on its way again.</Trans>
      </p>
    );
  return (
    <div className="grid justify-items-start gap-3">
      <Button onClick={() => resend.mutate()} busy={resend.isPending}>
        <Trans>Send me the link again</Trans>
      </Button>
      {resend.error && <ErrorPanel error={resend.error} />}
    </div>
  );
}
