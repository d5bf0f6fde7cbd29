import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  getApiV1AdminHosts,
  type HostView,
  postApiV1AdminHostsBlock,
  postApiV1AdminHostsPause,
  postApiV1AdminHostsResume,
  postApiV1AdminHostsUnblock,
} from "@/shared/api/generated";
import { ago, moment } from "@/shared/lib/format";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { TextField } from "@/shared/ui/field";
import { SearchBox } from "@/shared/ui/search-box";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";

const SHOWN = 50;

/** The sites that anybody's crew has been to, and which of them it must leave alone. */
export function Hosts() {
  const { t } = useLingui();
  const [search, setSearch] = useState("");
  const [asking, setAsking] = useState<"block" | "pause" | null>(null);
  const hosts = useQuery({
    queryKey: ["hosts", search],
    queryFn: async ({ signal }) =>
      (
        await getApiV1AdminHosts({
          query: { search: search || undefined },
          signal,
          throwOnError: true,
        })
      ).data,
    placeholderData: (old) => old,
  });
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-4" aria-labelledby="hosts">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h3 id="hosts" className="text-2xl">
          <Trans>Sites</Trans>
        </h3>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setAsking("pause")}>
            <Trans>Let a site rest</Trans>
          </Button>
          <Button onClick={() => setAsking("block")}>
            <Trans>Block a site</Trans>
          </Button>
        </div>
      </header>
      <SearchBox label={t`Search sites`} value={search} onSearch={setSearch} />
      {hosts.isPending ? (
        <Skeleton className="h-48" />
      ) : hosts.error ? (
        <ErrorPanel error={hosts.error} onRetry={() => void hosts.refetch()} />
      ) : hosts.data.length === 0 ? (
        <p className="text-faded">
          <Trans>None was asked yet.</Trans>
        </p>
      ) : (
        <ul className="divide-y divide-rule rounded-xl border border-rule bg-leaf">
          {hosts.data.slice(0, SHOWN).map((host) => (
            <Host key={host.host} host={host} />
          ))}
        </ul>
      )}
      {asking && <Ask what={asking} onClose={() => setAsking(null)} />}
    </section>
  );
}

function Host({ host }: { host: HostView }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const body = { host: host.host };
  const isResting = host.pausedUntil !== null && Date.parse(host.pausedUntil) > Date.now();
  const allow = useMutation({
    mutationFn: async (): Promise<unknown> =>
      host.blocked
        ? postApiV1AdminHostsUnblock({ body, throwOnError: true })
        : postApiV1AdminHostsResume({ body, throwOnError: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["hosts"] }),
  });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-sm">
      <span className="wrap-anywhere font-semibold">{host.host}</span>
      {host.blocked ? (
        <span className="font-semibold text-alarm">
          <Trans>blocked</Trans>
        </span>
      ) : (
        isResting &&
        host.pausedUntil && (
          <span className="font-semibold text-amber">
            <Trans>rests until {moment(host.pausedUntil, i18n.locale)}</Trans>
          </span>
        )
      )}
      {host.reason && <span className="wrap-anywhere">{host.reason}</span>}
      <span className="text-faded">
        {host.lastFetchAt ? (
          <Trans>asked {ago(host.lastFetchAt, i18n.locale)}</Trans>
        ) : (
          <Trans>never asked</Trans>
        )}
        {host.lastStatus !== null && ` · ${host.lastStatus}`}
      </span>
      {(host.blocked || isResting) && (
        <Button look="quiet" className="ml-auto" busy={allow.isPending} onClick={() => allow.mutate()}>
          <Trans>Allow again</Trans>
        </Button>
      )}
      {allow.error && <ErrorPanel error={allow.error} />}
    </li>
  );
}

function Ask({ what, onClose }: { what: "block" | "pause"; onClose: () => void }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const form = useForm(async ({ host = "", reason = "", minutes = "" }) => {
    const body = { host: host.trim(), reason };
    if (what === "block") await postApiV1AdminHostsBlock({ body, throwOnError: true });
    else await postApiV1AdminHostsPause({ body: { ...body, minutes: Number(minutes) }, throwOnError: true });
    await queries.invalidateQueries({ queryKey: ["hosts"] });
    onClose();
  });
  return (
    <Dialog
      title={what === "block" ? <Trans>Block a site for everybody</Trans> : <Trans>Let a site rest</Trans>}
      onClose={onClose}
    >
      <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
        <TextField
          label={t`Site`}
          hint={t`Such as example.org; what stands below it counts too.`}
          name="host"
          required
          autoFocus
          autoComplete="off"
          errors={form.errorsOf("host")}
        />
        <TextField label={t`Why`} name="reason" required maxLength={300} errors={form.errorsOf("reason")} />
        {what === "pause" && (
          <TextField
            label={t`For how many minutes`}
            name="minutes"
            type="number"
            min={1}
            defaultValue={60}
            errors={form.errorsOf("minutes")}
          />
        )}
        {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
        <div>
          <Button type="submit" look={what === "block" ? "danger" : "main"} busy={form.busy}>
            {what === "block" ? <Trans>Block it</Trans> : <Trans>Let it rest</Trans>}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
