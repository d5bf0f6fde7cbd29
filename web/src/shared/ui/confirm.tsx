import { Trans } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { ErrorPanel } from "./states";

/** A button for what cannot be taken back: says what will happen, and does it when told so again. */
export function ConfirmButton({
  label,
  title,
  children,
  act,
  look = "danger",
}: {
  label: ReactNode;
  title: ReactNode;
  children: ReactNode;
  act: () => Promise<unknown>;
  look?: "danger" | "plain";
}) {
  const [isOpen, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function go() {
    setBusy(true);
    setError(null);
    try {
      await act();
      setOpen(false);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  }

  function close() {
    setOpen(false);
    setError(null);
  }

  return (
    <>
      <Button look={look} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && (
        <Dialog title={title} onClose={close}>
          <div className="grid gap-2">{children}</div>
          {error !== null && <ErrorPanel error={error} />}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={close}>
              <Trans>Leave it</Trans>
            </Button>
            <Button look={look} busy={busy} onClick={() => void go()}>
              {label}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
