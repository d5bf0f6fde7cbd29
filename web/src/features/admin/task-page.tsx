import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { JobProgress } from "@/features/jobs/job-row";
import { JobStateMark, useJobWords } from "@/features/jobs/job-words";
import { isOpen } from "@/features/jobs/use-jobs";
import type { TaskDetailView } from "@/shared/api/generated";
import { moment } from "@/shared/lib/format";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { Person } from "./person";
import { TaskAttempts, TaskLog } from "./task-history";
import { TaskSteps } from "./task-steps";
import { TaskVerbs } from "./task-verbs";
import { useStudioEvents, useTask } from "./use-tasks";

export function TaskPage() {
  const { taskId } = useParams({ from: "/studio/admin/tasks/$taskId" });
  const words = useJobWords();
  const task = useTask(taskId);
  useStudioEvents("tasks");
  if (task.isPending) return <Skeleton className="h-64" />;
  if (task.error) return <ErrorPanel error={task.error} onRetry={() => void task.refetch()} />;
  const one = task.data;
  return (
    <article className="grid gap-8">
      <p className="text-sm">
        <Link to="/admin/tasks">
          <Trans>All tasks</Trans>
        </Link>
      </p>
      <header className="flex flex-wrap items-center gap-3">
        <h2 className="wrap-anywhere text-2xl">{words.kind(one.kind)}</h2>
        <JobStateMark state={one.state} />
        <div className="ml-auto">
          <TaskVerbs task={one} />
        </div>
      </header>
      {isOpen(one) && <JobProgress job={one} />}
      {one.error && (
        <p className="wrap-anywhere rounded-xl border border-alarm bg-leaf p-4">
          {one.error.message} <code className="text-sm text-faded">{one.error.code}</code>
        </p>
      )}
      <Facts task={one} />
      <TaskSteps task={one} />
      <TaskAttempts task={one} />
      <TaskLog lines={one.log} />
    </article>
  );
}

function Facts({ task }: { task: TaskDetailView }) {
  const { i18n } = useLingui();
  const facts = [
    [<Trans key="owner">Owner</Trans>, <Person key="o" id={task.ownerId} />],
    [<Trans key="lane">Lane</Trans>, task.lane],
    [<Trans key="kind">Kind</Trans>, task.kind],
    [<Trans key="subject">About</Trans>, task.subject ?? "–"],
    [<Trans key="priority">Priority</Trans>, task.priority],
    [
      <Trans key="attempt">Attempt</Trans>,
      <Trans key="a">
        {task.attempt} of {task.maxAttempts}
      </Trans>,
    ],
    [<Trans key="created">Ordered</Trans>, moment(task.createdAt, i18n.locale)],
    [<Trans key="node">Node</Trans>, task.node ?? "–"],
  ] as const;
  return (
    <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2 lg:grid-cols-4">
      {facts.map(([name, value]) => (
        <div key={name.key} className="grid content-start">
          <dt className="text-faded">{name}</dt>
          <dd className="wrap-anywhere font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
