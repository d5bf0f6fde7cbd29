import { Trans, useLingui } from "@lingui/react/macro";
import {
  deleteApiV1AuthTotp,
  type FactorEnrolmentView,
  postApiV1AuthTotpConfirm,
} from "@/shared/api/generated";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { TextField } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";

/** The picture for the app, the same as text, and the first code that shows the app has understood. */
export function FactorEnrolment({
  enrolment,
  onOn,
  onGivenUp,
}: {
  enrolment: FactorEnrolmentView;
  onOn: (recoveryCodes: string[]) => void;
  onGivenUp: () => void;
}) {
  const { t } = useLingui();
  const form = useForm(async ({ code = "" }) => {
    const { data } = await postApiV1AuthTotpConfirm({
      body: { code: code.replace(/\s/g, "") },
      throwOnError: true,
    });
    onOn(data.recoveryCodes);
  });

  async function giveUp() {
    // What was begun counts for nothing without a code, so that a failure here needs no words.
    await deleteApiV1AuthTotp().catch(() => undefined);
    onGivenUp();
  }

  return (
    <form className="grid gap-5" onSubmit={form.onSubmit} noValidate>
      <div className="flex flex-wrap items-start gap-6">
        <img
          src={`data:image/svg+xml;utf8,${encodeURIComponent(enrolment.qr)}`}
          alt={t`The key as a QR code`}
          className="size-48 rounded-xl border border-rule bg-white p-2"
        />
        <div className="grid max-w-sm gap-2">
          <p>
            <Trans>1. Let your authenticator app read this picture, or type the key into it.</Trans>
          </p>
          <code data-secret className="break-all rounded-lg bg-well p-2 text-sm">
            {enrolment.secret.replace(/(.{4})(?=.)/g, "$1 ")}
          </code>
          <p>
            <Trans>2. Type the code it shows.</Trans>
          </p>
        </div>
      </div>
      <TextField
        label={t`Code from your authenticator app`}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        required
        autoFocus
        className="max-w-48 tracking-widest"
        errors={form.errorsOf("code")}
      />
      {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="main" busy={form.busy}>
          <Trans>Switch it on</Trans>
        </Button>
        <Button onClick={() => void giveUp()}>
          <Trans>Not now</Trans>
        </Button>
      </div>
    </form>
  );
}
