import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  type ApiKeyView,
  deleteApiV1AuthKeysByKeyId,
  getApiV1AuthKeys,
  type NewApiKeyView,
} from "@/shared/api/generated";
import { ago, day } from "@/shared/lib/format";
import { Button } from "@/shared/ui/button";
import { ConfirmButton } from "@/shared/ui/confirm";
import { Dialog } from "@/shared/ui/dialog";
import { Secret } from "@/shared/ui/secret";
import { Empty, ErrorPanel, Skeleton } from "@/shared/ui/states";
import { NewApiKey } from "./new-api-key";

export function ApiKeysPage() {
  const { t } = useLingui();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<NewApiKeyView | null>(null);
  const keys = useQuery({
    queryKey: ["keys"],
    queryFn: async ({ signal }) =>
      (await getApiV1AuthKeys({ query: { limit: 50 }, signal, throwOnError: true })).data.items,
  });
  const add = (
    <Button look="main" onClick={() => setAsking(true)}>
      <Trans>New key</Trans>
    </Button>
  );
  return (
    <section className="grid gap-4">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-2xl">
          <Trans>API keys</Trans>
        </h2>
        {(keys.data?.length ?? 0) > 0 && add}
      </header>
      <p className="text-faded">
        <Trans>
          With a key a program of yours does what you allow it, without your password. What there is to call
          is in the <a href="/docs">API reference</a>.
        </Trans>
      </p>
      {made && <Secret label={t`The key “${made.name}”, shown now and never again`} value={made.key} />}
      {keys.isPending ? (
        <Skeleton className="h-24" />
      ) : keys.error ? (
        <ErrorPanel error={keys.error} onRetry={() => void keys.refetch()} />
      ) : keys.data.length === 0 ? (
        <Empty title={<Trans>No keys</Trans>} action={add} />
      ) : (
        <ul className="grid gap-2">
          {keys.data.map((key) => (
            <KeyRow key={key.id} one={key} />
          ))}
        </ul>
      )}
      {asking && (
        <Dialog title={<Trans>A new API key</Trans>} onClose={() => setAsking(false)}>
          <NewApiKey
            onMade={(key) => {
              setMade(key);
              setAsking(false);
              void queries.invalidateQueries({ queryKey: ["keys"] });
            }}
          />
        </Dialog>
      )}
    </section>
  );
}

function KeyRow({ one }: { one: ApiKeyView }) {
  const { i18n } = useI18n();
  const queries = useQueryClient();
  return (
    <li className="grid gap-2 rounded-xl border border-rule bg-leaf px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0">
          <h3 className="wrap-anywhere font-sans font-semibold">{one.name}</h3>
          <p className="text-sm text-faded">
            {one.lastUsedAt ? (
              <Trans>Last used {ago(one.lastUsedAt, i18n.locale)}</Trans>
            ) : (
              <Trans>Never used</Trans>
            )}
            {", "}
            <Trans>until {day(one.expiresAt, i18n.locale)}</Trans>
          </p>
        </div>
        <ConfirmButton
          label={<Trans>Revoke</Trans>}
          title={<Trans>Revoke “{one.name}”?</Trans>}
          act={async () => {
            await deleteApiV1AuthKeysByKeyId({ path: { keyId: one.id }, throwOnError: true });
            await queries.invalidateQueries({ queryKey: ["keys"] });
          }}
        >
          <p>
            <Trans>What uses it is refused from now on.</Trans>
          </p>
        </ConfirmButton>
      </div>
      <p className="text-sm text-faded">{one.scopes.join(" · ")}</p>
    </li>
  );
}
