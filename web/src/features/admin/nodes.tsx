import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { getApiV1Nodes, type NodeStatus } from "@/shared/api/generated";
import { ago } from "@/shared/lib/format";
import { ErrorPanel, Meter, Skeleton } from "@/shared/ui/states";

const BEAT = 5_000; // milliseconds; nodes are heard of this often

export function Nodes() {
  const nodes = useQuery({
    queryKey: ["nodes"],
    queryFn: async ({ signal }) => (await getApiV1Nodes({ signal, throwOnError: true })).data,
    refetchInterval: BEAT,
  });
  return (
    <section className="grid gap-4">
      <h3 className="text-2xl">
        <Trans>Nodes</Trans>
      </h3>
      {nodes.isPending ? (
        <Skeleton className="h-24" />
      ) : nodes.error ? (
        <ErrorPanel error={nodes.error} onRetry={() => void nodes.refetch()} />
      ) : (
        <ul className="grid gap-3 lg:grid-cols-2">
          {nodes.data.map((node) => (
            <NodeCard key={node.id} node={node} />
          ))}
        </ul>
      )}
    </section>
  );
}

function NodeCard({ node }: { node: NodeStatus }) {
  const { i18n } = useI18n();
  const { t } = useLingui();
  const running = node.lanes.reduce((sum, lane) => sum + lane.running, 0);
  const slots = node.lanes.reduce((sum, lane) => sum + lane.slots, 0);
  return (
    <li className="grid content-start gap-2 rounded-xl border border-rule bg-leaf p-4">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h4 className="wrap-anywhere font-sans font-semibold">{node.name}</h4>
        {node.state === "live" ? (
          <span className="text-sm font-semibold text-moss">
            <Trans>Live</Trans>
          </span>
        ) : node.state === "draining" ? (
          <span className="text-sm font-semibold text-amber">
            <Trans>Stopping</Trans>
          </span>
        ) : (
          <span className="text-sm font-semibold text-alarm">
            <Trans>Lost</Trans>
          </span>
        )}
        {node.leads && (
          <span className="text-sm text-faded">
            <Trans>leads</Trans>
          </span>
        )}
      </div>
      <p className="text-sm text-faded">
        {node.role}
        {", "}
        <Trans>version {node.version}</Trans>
        {", "}
        <Trans>started {ago(node.startedAt, i18n.locale)}</Trans>
        {", "}
        <Trans>heard of {ago(node.beatAt, i18n.locale)}</Trans>
      </p>
      {node.load !== null && (
        <div className="grid gap-1">
          <Meter value={node.load} label={t`Load of ${node.name}`} />
          <p className="text-sm tabular-nums text-faded">
            <Trans>
              {Math.round(node.load * 100)} % of its processors, {running} of {slots} places taken
            </Trans>
          </p>
        </div>
      )}
    </li>
  );
}
