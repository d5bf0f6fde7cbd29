import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import { buttonLook } from "@/shared/ui/button";
import { SelectField, TextField } from "@/shared/ui/field";

export interface AuditSearch {
  action?: string;
  outcome?: string;
  actor?: string;
  subject?: string;
  /** Days, as a date field writes them. */
  from?: string;
  to?: string;
  cursor?: string;
}

// The names are part of what is stored, so they stay.
const ACTIONS = [
  "login",
  "logout",
  "session.revoked",
  "session.all_revoked",
  "session.refresh_reused",
  "user.registered",
  "user.created",
  "user.role_changed",
  "user.disabled",
  "user.enabled",
  "user.exported",
  "user.deleted",
  "password.changed",
  "password.reset",
  "password.reset_forced",
  "email.changed",
  "factor.enrolled",
  "factor.removed",
  "key.created",
  "key.revoked",
  "webhook.created",
  "task.cancelled",
  "task.retried",
  "lane.paused",
  "lane.resumed",
  "lane.drained",
  "mirror.rebuilt",
  "access.denied",
];

/** The search of the address as the API wants it: a last day is meant whole. */
export function auditQuery({ cursor: _, from, to, ...rest }: AuditSearch) {
  const start = from ? new Date(`${from}T00:00:00`) : null;
  const end = to ? new Date(`${to}T00:00:00`) : null;
  end?.setDate(end.getDate() + 1);
  return { ...rest, from: iso(start), to: iso(end) };
}

const iso = (time: Date | null) => (time && !Number.isNaN(time.getTime()) ? time.toISOString() : undefined);

export function AuditFilters({ search }: { search: AuditSearch }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const put = (name: keyof AuditSearch, value: string) =>
    void navigate({
      to: "/admin/audit",
      search: { ...search, cursor: undefined, [name]: value || undefined },
      replace: true,
    });
  const isNarrowed = Object.entries(search).some(([name, value]) => name !== "cursor" && value);
  return (
    <div className="flex flex-wrap items-end gap-3">
      <SelectField
        label={t`What`}
        value={search.action ?? ""}
        onChange={(event) => put("action", event.target.value)}
      >
        <option value="">{t`Everything`}</option>
        {ACTIONS.map((action) => (
          <option key={action}>{action}</option>
        ))}
      </SelectField>
      <SelectField
        label={t`How it went`}
        value={search.outcome ?? ""}
        onChange={(event) => put("outcome", event.target.value)}
      >
        <option value="">{t`However`}</option>
        <option value="ok">{t`done`}</option>
        <option value="failed">{t`failed`}</option>
        <option value="denied">{t`refused`}</option>
      </SelectField>
      <TextField
        label={t`From`}
        type="date"
        value={search.from ?? ""}
        onChange={(event) => put("from", event.target.value)}
      />
      <TextField
        label={t`To`}
        type="date"
        value={search.to ?? ""}
        onChange={(event) => put("to", event.target.value)}
      />
      {isNarrowed && (
        <Link to="/admin/audit" search={{}} className={buttonLook("quiet")}>
          <Trans>Show everything</Trans>
        </Link>
      )}
    </div>
  );
}
