import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { download } from "@/shared/api/http";
import { inPerson } from "@/shared/api/step-up";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { ErrorPanel } from "@/shared/ui/states";
import { DeleteAccount } from "./delete-account";

export function AccountPage() {
  const [leaving, setLeaving] = useState(false);
  const take = useMutation({ mutationFn: () => inPerson(() => download("/api/v1/users/me/export")) });
  return (
    <>
      <section className="grid justify-items-start gap-4">
        <h2 className="text-2xl">
          <Trans>Take everything with you</Trans>
        </h2>
        <p className="text-faded">
          <Trans>
            One zip file with all the studio keeps about you: your account, projects, books, jobs and what was
            recorded of your logins.
          </Trans>
        </p>
        <Button busy={take.isPending} onClick={() => take.mutate()}>
          {take.isPending ? <Trans>Being packed …</Trans> : <Trans>Export as zip</Trans>}
        </Button>
        {take.error && <ErrorPanel error={take.error} />}
      </section>
      <section className="grid justify-items-start gap-4">
        <h2 className="text-2xl">
          <Trans>Leave the studio</Trans>
        </h2>
        <p className="text-faded">
          <Trans>
            Your account goes with every book, project, job and key. Nobody can bring them back, the operator
            neither.
          </Trans>
        </p>
        <Button look="danger" onClick={() => setLeaving(true)}>
          <Trans>Delete my account</Trans>
        </Button>
      </section>
      {leaving && (
        <Dialog title={<Trans>Delete your account?</Trans>} onClose={() => setLeaving(false)}>
          <DeleteAccount />
        </Dialog>
      )}
    </>
  );
}
