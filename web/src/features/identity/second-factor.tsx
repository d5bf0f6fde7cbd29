import { useLingui as useI18n } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  deleteApiV1AuthTotp,
  type FactorEnrolmentView,
  type FactorView,
  getApiV1AuthTotp,
  postApiV1AuthTotp,
  postApiV1AuthTotpRecoveryCodes,
} from "@/shared/api/generated";
import { inPerson } from "@/shared/api/step-up";
import { ago } from "@/shared/lib/format";
import { Button } from "@/shared/ui/button";
import { ConfirmButton } from "@/shared/ui/confirm";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { FactorEnrolment } from "./factor-enrolment";
import { RecoveryCodes } from "./recovery-codes";

/** A code from the phone beside the password: set up, renew its recovery codes, switch off. */
export function SecondFactor() {
  const queries = useQueryClient();
  const [enrolment, setEnrolment] = useState<FactorEnrolmentView | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const factor = useQuery({
    queryKey: ["factor"],
    queryFn: async ({ signal }) => (await getApiV1AuthTotp({ signal, throwOnError: true })).data,
  });
  const begin = useMutation({
    mutationFn: async () => (await inPerson(() => postApiV1AuthTotp({ throwOnError: true }))).data,
    onSuccess: setEnrolment,
  });

  function shown(made: string[] | null) {
    setEnrolment(null);
    setCodes(made);
    void queries.invalidateQueries({ queryKey: ["factor"] });
  }

  return (
    <section className="grid gap-4">
      <h2 className="text-2xl">
        <Trans>Second factor</Trans>
      </h2>
      {codes ? (
        <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
      ) : enrolment ? (
        <FactorEnrolment enrolment={enrolment} onOn={shown} onGivenUp={() => shown(null)} />
      ) : factor.isPending ? (
        <Skeleton className="h-24" />
      ) : factor.error ? (
        <ErrorPanel error={factor.error} onRetry={() => void factor.refetch()} />
      ) : factor.data.isOn ? (
        <On factor={factor.data} onRenewed={shown} />
      ) : (
        <>
          <p className="text-faded">
            <Trans>
              With a code from your phone beside the password, a stolen password alone opens nothing.
            </Trans>
          </p>
          {begin.error && <ErrorPanel error={begin.error} />}
          <div>
            <Button busy={begin.isPending} onClick={() => begin.mutate()}>
              <Trans>Set up an authenticator app</Trans>
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function On({ factor, onRenewed }: { factor: FactorView; onRenewed: (codes: string[] | null) => void }) {
  const { i18n } = useI18n();
  const left = factor.recoveryCodesLeft;
  return (
    <>
      <p>
        <strong className="text-moss">
          <Trans>It is on.</Trans>
        </strong>{" "}
        {factor.since && (
          <span className="text-faded">
            <Trans>Set up {ago(factor.since, i18n.locale)}.</Trans>{" "}
          </span>
        )}
        <span className={left < 3 ? "text-amber" : "text-faded"}>
          <Trans>Recovery codes left: {left}.</Trans>
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        <ConfirmButton
          look="plain"
          label={<Trans>New recovery codes</Trans>}
          title={<Trans>Make new recovery codes?</Trans>}
          act={async () => {
            const { data } = await inPerson(() => postApiV1AuthTotpRecoveryCodes({ throwOnError: true }));
            onRenewed(data.recoveryCodes);
          }}
        >
          <p>
            <Trans>Ten new ones are shown once. The old ones open nothing any more.</Trans>
          </p>
        </ConfirmButton>
        <ConfirmButton
          label={<Trans>Switch it off</Trans>}
          title={<Trans>Switch the second factor off?</Trans>}
          act={async () => {
            await inPerson(() => deleteApiV1AuthTotp({ throwOnError: true }));
            onRenewed(null);
          }}
        >
          <p>
            <Trans>From then on your password alone opens the studio.</Trans>
          </p>
        </ConfirmButton>
      </div>
    </>
  );
}
