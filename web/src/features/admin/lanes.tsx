import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import {
  type LaneStatus,
  postApiV1TasksLanesByLaneDrain,
  postApiV1TasksLanesByLanePause,
  postApiV1TasksLanesByLaneResume,
} from "@/shared/api/generated";
import { seconds } from "@/shared/lib/format";
import { Button } from "@/shared/ui/button";
import { useSayWhy } from "@/shared/ui/say-why";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { useLanes } from "./use-tasks";

const CHANGES = {
  open: postApiV1TasksLanesByLaneResume,
  paused: postApiV1TasksLanesByLanePause,
  draining: postApiV1TasksLanesByLaneDrain,
};

/** The kinds of work that wait for each other, to be closed and opened. */
export function Lanes() {
  const lanes = useLanes();
  return (
    <section className="grid gap-4">
      <h3 className="text-2xl">
        <Trans>Lanes</Trans>
      </h3>
      {lanes.isPending ? (
        <Skeleton className="h-32" />
      ) : lanes.error ? (
        <ErrorPanel error={lanes.error} onRetry={() => void lanes.refetch()} />
      ) : (
        <ul className="divide-y divide-rule rounded-xl border border-rule bg-leaf">
          {lanes.data.map((lane) => (
            <LaneRow key={lane.name} lane={lane} />
          ))}
        </ul>
      )}
    </section>
  );
}

function LaneRow({ lane }: { lane: LaneStatus }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const sayWhy = useSayWhy();
  const change = useMutation({
    mutationFn: (mode: LaneStatus["mode"]) =>
      CHANGES[mode]({ path: { lane: lane.name }, throwOnError: true }),
    onMutate: (mode) => {
      const before = queries.getQueryData<LaneStatus[]>(["lanes"]);
      queries.setQueryData<LaneStatus[]>(["lanes"], (old) =>
        old?.map((one) => (one.name === lane.name ? { ...one, mode } : one)),
      );
      return { before };
    },
    onError: (error, _, context) => {
      queries.setQueryData(["lanes"], context?.before);
      sayWhy(error);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["lanes"] }),
  });
  return (
    <li data-lane={lane.name} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <Link to="/admin/tasks" search={{ lane: lane.name }} className="font-semibold text-ink">
        {lane.name}
      </Link>
      <LaneMark mode={lane.mode} />
      <span className="text-sm tabular-nums text-faded">
        <Trans>
          {lane.running} of {lane.slots} running, {lane.queued} waiting
        </Trans>
        {lane.oldestQueuedSeconds !== null && (
          <>
            {", "}
            <Trans>the foremost for {seconds(lane.oldestQueuedSeconds, i18n.locale)}</Trans>
          </>
        )}
      </span>
      <div className="ml-auto flex flex-wrap gap-2">
        {lane.mode !== "open" && (
          <Button busy={change.isPending} onClick={() => change.mutate("open")}>
            <Trans>Resume</Trans>
          </Button>
        )}
        {lane.mode === "open" && (
          <Button busy={change.isPending} onClick={() => change.mutate("paused")}>
            <Trans>Pause</Trans>
          </Button>
        )}
        {lane.mode !== "draining" && (
          <Button busy={change.isPending} onClick={() => change.mutate("draining")}>
            <Trans>Drain</Trans>
          </Button>
        )}
      </div>
    </li>
  );
}

function LaneMark({ mode }: { mode: LaneStatus["mode"] }) {
  if (mode === "open")
    return (
      <span className="text-sm font-semibold text-moss">
        <Trans>Open</Trans>
      </span>
    );
  return (
    <span className="text-sm font-semibold text-amber">
      {mode === "paused" ? (
        <Trans>Paused: what runs goes on to its end</Trans>
      ) : (
        <Trans>Draining: what runs goes back into the queue</Trans>
      )}
    </span>
  );
}
