import { Trans, useLingui } from "@lingui/react/macro";
import { Outlet } from "@tanstack/react-router";
import { useMe } from "@/shared/lib/use-me";
import { Forbidden } from "@/shared/ui/forbidden";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { type Tab, Tabs } from "@/shared/ui/tabs";

/** Where staff looks after the studio. The server checks every call again; this only shows the way. */
export function AdminFrame() {
  const { t } = useLingui();
  const me = useMe();
  if (me.isPending) return <Skeleton className="h-64" />;
  if (me.error) return <ErrorPanel error={me.error} onRetry={() => void me.refetch()} />;
  if (me.data.role === "user") return <Forbidden />;
  const tabs: Tab[] = [
    { to: "/admin", label: <Trans>At work</Trans>, exact: true },
    { to: "/admin/tasks", label: <Trans>Tasks</Trans> },
    { to: "/admin/people", label: <Trans>People</Trans> },
    { to: "/admin/campaigns", label: <Trans>Campaigns</Trans> },
  ];
  if (me.data.role === "admin") tabs.push({ to: "/admin/audit", label: <Trans>Audit</Trans> });
  return (
    <div className="grid gap-8">
      <h1 className="text-4xl">
        <Trans>Administration</Trans>
      </h1>
      <Tabs label={t`Administration`} tabs={tabs} />
      <Outlet />
    </div>
  );
}
