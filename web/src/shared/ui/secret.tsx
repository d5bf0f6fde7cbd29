import { Trans, useLingui } from "@lingui/react/macro";
import { Copy } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { toast } from "./toast";

/** Something that is shown once: to be read, and to be copied. */
export function Secret({ label, value }: { label: ReactNode; value: string }) {
  const { t } = useLingui();
  return (
    <div className="grid gap-2 rounded-xl border border-moss bg-well p-4">
      <p className="text-sm font-semibold">{label}</p>
      <code data-secret className="whitespace-pre-wrap break-all text-sm">
        {value}
      </code>
      <div>
        <Button
          onClick={() =>
            void navigator.clipboard.writeText(value).then(
              () => toast(t`Copied`),
              () => toast(t`The browser did not let it be copied. Mark it and copy it by hand.`),
            )
          }
        >
          <Copy aria-hidden size={16} /> <Trans>Copy</Trans>
        </Button>
      </div>
    </div>
  );
}
