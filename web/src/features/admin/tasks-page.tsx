import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { JobStateMark, useJobWords } from "@/features/jobs/job-words";
import type { TaskView } from "@/shared/api/generated";
import { ago } from "@/shared/lib/format";
import { buttonLook } from "@/shared/ui/button";
import { filterLook } from "@/shared/ui/filter";
import { Pager } from "@/shared/ui/pager";
import { SearchBox } from "@/shared/ui/search-box";
import { Empty, ErrorPanel, Skeleton } from "@/shared/ui/states";
import { Person } from "./person";
import { TaskVerbs } from "./task-verbs";
import { type TaskSearch, useLanes, useStudioEvents, useTasks } from "./use-tasks";

const STATES = [undefined, "running", "queued", "failed", "succeeded", "cancelled"] as const;

export function TasksPage() {
  const search = useSearch({ from: "/studio/admin/tasks" });
  const tasks = useTasks(search);
  useStudioEvents("tasks");
  return (
    <section className="grid gap-4">
      <h2 className="sr-only">
        <Trans>Tasks</Trans>
      </h2>
      <Filters search={search} />
      {tasks.isPending ? (
        <Skeleton className="h-64" />
      ) : tasks.error ? (
        <ErrorPanel error={tasks.error} onRetry={() => void tasks.refetch()} />
      ) : tasks.data.items.length === 0 ? (
        <Empty title={<Trans>Nothing of that kind</Trans>}>
          {tasks.data.nextCursor && <Trans>There is more that was not looked through yet: go further.</Trans>}
        </Empty>
      ) : (
        <ul className="divide-y divide-rule rounded-xl border border-rule bg-leaf">
          {tasks.data.items.map((task) => (
            <TaskRow key={task.id} task={task} />
          ))}
        </ul>
      )}
      {tasks.data && <Pager cursor={search.cursor} next={tasks.data.nextCursor} />}
    </section>
  );
}

function Filters({ search }: { search: TaskSearch }) {
  const { t } = useLingui();
  const words = useJobWords();
  const navigate = useNavigate();
  const lanes = useLanes();
  const with_ = (change: TaskSearch): TaskSearch => ({ ...search, cursor: undefined, ...change });
  return (
    <div className="grid gap-3">
      <nav aria-label={t`Filter`} className="flex flex-wrap gap-2">
        {STATES.map((state) => (
          <Link
            key={state ?? "all"}
            to="/admin/tasks"
            search={with_({ state })}
            aria-current={search.state === state ? "page" : undefined}
            className={filterLook}
          >
            {state ? words.state(state) : <Trans>All</Trans>}
          </Link>
        ))}
      </nav>
      <div className="flex flex-wrap items-center gap-3">
        <SearchBox
          label={t`Part of the kind, the subject or the error`}
          value={search.text ?? ""}
          onSearch={(text) =>
            void navigate({ to: "/admin/tasks", search: with_({ text: text || undefined }), replace: true })
          }
        />
        <label className="flex items-center gap-2 text-sm">
          <Trans>Lane</Trans>
          <select
            value={search.lane ?? ""}
            onChange={(event) =>
              void navigate({ to: "/admin/tasks", search: with_({ lane: event.target.value || undefined }) })
            }
            className="min-h-10 rounded-lg border border-rule bg-leaf px-3 text-ink"
          >
            <option value="">{t`All`}</option>
            {lanes.data?.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        {search.owner && (
          <p className="flex items-center gap-2 text-sm">
            <Trans>
              Of <Person id={search.owner} />
            </Trans>
            <Link to="/admin/tasks" search={with_({ owner: undefined })} className={buttonLook("quiet")}>
              <Trans>Of everybody</Trans>
            </Link>
          </p>
        )}
      </div>
    </div>
  );
}

function TaskRow({ task }: { task: TaskView }) {
  const { i18n } = useI18n();
  const words = useJobWords();
  return (
    <li className="grid gap-1 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          to="/admin/tasks/$taskId"
          params={{ taskId: task.id }}
          className="wrap-anywhere font-semibold text-ink"
        >
          {words.kind(task.kind)}
        </Link>
        <JobStateMark state={task.state} />
        <span className="text-sm text-faded">
          {task.lane}, {ago(task.createdAt, i18n.locale)}
        </span>
        <span className="text-sm">
          <Person id={task.ownerId} />
        </span>
        <div className="ml-auto">
          <TaskVerbs task={task} />
        </div>
      </div>
      {task.error && <p className="wrap-anywhere text-sm text-alarm">{task.error.message}</p>}
    </li>
  );
}
