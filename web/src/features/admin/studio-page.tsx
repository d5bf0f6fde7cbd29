import { Trans } from "@lingui/react/macro";
import { Lanes } from "./lanes";
import { Nodes } from "./nodes";
import { TaskStats } from "./task-stats";
import { useStudioEvents } from "./use-tasks";

/** What the studio is doing, and on what. */
export function StudioPage() {
  useStudioEvents("lanes", "task-stats");
  return (
    <div className="grid gap-10">
      <h2 className="sr-only">
        <Trans>At work</Trans>
      </h2>
      <TaskStats />
      <Lanes />
      <Nodes />
    </div>
  );
}
