import { useLingui as useI18n } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  deleteApiV1AuthSessions,
  deleteApiV1AuthSessionsBySessionId,
  getApiV1AuthSessions,
} from "@/shared/api/generated";
import { signedOut } from "@/shared/api/session";
import { ago } from "@/shared/lib/format";
import { Button } from "@/shared/ui/button";
import { ConfirmButton } from "@/shared/ui/confirm";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { deviceName } from "./device";

export function Sessions() {
  const { i18n } = useI18n();
  const queries = useQueryClient();
  const sessions = useQuery({
    queryKey: ["sessions"],
    queryFn: async ({ signal }) =>
      (await getApiV1AuthSessions({ query: { limit: 50 }, signal, throwOnError: true })).data.items,
  });
  const end = useMutation({
    mutationFn: (sessionId: string) =>
      deleteApiV1AuthSessionsBySessionId({ path: { sessionId }, throwOnError: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["sessions"] }),
  });
  return (
    <section className="grid gap-4">
      <h2 className="text-2xl">
        <Trans>Where you are logged in</Trans>
      </h2>
      {end.error && <ErrorPanel error={end.error} />}
      {sessions.isPending ? (
        <Skeleton className="h-20" />
      ) : sessions.error ? (
        <ErrorPanel error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : (
        <ul className="grid gap-2">
          {sessions.data.map((session) => (
            <li
              key={session.id}
              className="flex flex-wrap items-center gap-3 rounded-xl border border-rule bg-leaf px-4 py-3"
            >
              <div className="min-w-0">
                <p className="wrap-anywhere font-semibold" title={session.device}>
                  {deviceName(session.device)}
                </p>
                <p className="text-sm text-faded">
                  {session.address}, {ago(session.lastUsedAt, i18n.locale)}
                </p>
              </div>
              {session.isCurrent ? (
                <span className="ml-auto text-sm text-moss">
                  <Trans>This one</Trans>
                </span>
              ) : (
                <Button
                  className="ml-auto"
                  busy={end.isPending && end.variables === session.id}
                  onClick={() => end.mutate(session.id)}
                >
                  <Trans>End it</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div>
        <ConfirmButton
          label={<Trans>Log out everywhere</Trans>}
          title={<Trans>Log out everywhere?</Trans>}
          act={async () => {
            await deleteApiV1AuthSessions({ throwOnError: true });
            signedOut();
          }}
        >
          <p>
            <Trans>Every browser and app is logged out, this one too. API keys go on working.</Trans>
          </p>
        </ConfirmButton>
      </div>
    </section>
  );
}
