import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { getApiV1AdminAuditCheck } from "@/shared/api/generated";
import { download } from "@/shared/api/http";
import { Button } from "@/shared/ui/button";
import { ErrorPanel } from "@/shared/ui/states";
import { type AuditSearch, auditQuery } from "./audit-filters";

/** Whether somebody has tampered with the trail, and a copy of what is seen. */
export function AuditProof({ search }: { search: AuditSearch }) {
  const check = useMutation({
    mutationFn: async () => (await getApiV1AdminAuditCheck({ throwOnError: true })).data,
  });
  const take = useMutation({
    mutationFn: () => {
      const wanted = Object.entries({ ...auditQuery(search), format: "csv" });
      const query = new URLSearchParams(wanted.filter((one): one is [string, string] => Boolean(one[1])));
      return download(`/api/v1/admin/audit/export?${query}`);
    },
  });
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button busy={check.isPending} onClick={() => check.mutate()}>
          <Trans>Check the chain</Trans>
        </Button>
        <Button busy={take.isPending} onClick={() => take.mutate()}>
          <Trans>Export as CSV</Trans>
        </Button>
        {check.data && (
          <p role="status" className={check.data.intact ? "text-moss" : "font-semibold text-alarm"}>
            {check.data.intact ? (
              <Trans>Nothing was changed or left out: {check.data.sealed} lines are sealed.</Trans>
            ) : (
              <Trans>The trail was tampered with: {check.data.broken}</Trans>
            )}
          </p>
        )}
      </div>
      {(check.error ?? take.error) && <ErrorPanel error={check.error ?? take.error} />}
    </div>
  );
}
