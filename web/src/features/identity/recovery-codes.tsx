import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@/shared/ui/button";
import { Secret } from "@/shared/ui/secret";

export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { t } = useLingui();
  return (
    <div className="grid gap-4">
      <p role="status">
        <Trans>
          The second factor is on. Keep these codes where you keep what must not be lost: each opens the
          studio once when your phone is gone. They are shown now and never again.
        </Trans>
      </p>
      <Secret label={t`Recovery codes`} value={codes.join("\n")} />
      <div>
        <Button look="main" onClick={onKept}>
          <Trans>I have kept them</Trans>
        </Button>
      </div>
    </div>
  );
}
