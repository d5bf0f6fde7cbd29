import { Trans, useLingui } from "@lingui/react/macro";
import { Outlet } from "@tanstack/react-router";
import { useMe } from "@/shared/lib/use-me";
import { Tabs } from "@/shared/ui/tabs";

export function SettingsFrame() {
  const { t } = useLingui();
  const me = useMe();
  return (
    <div className="grid gap-8">
      <header className="grid gap-1">
        <h1 className="text-4xl">
          <Trans>Settings</Trans>
        </h1>
        <p className="min-h-6 text-faded">{me.data?.email}</p>
      </header>
      <Tabs
        label={t`Settings`}
        tabs={[
          { to: "/settings", label: <Trans>Profile</Trans>, exact: true },
          { to: "/settings/security", label: <Trans>Safety</Trans> },
          { to: "/settings/keys", label: <Trans>API keys</Trans> },
          { to: "/settings/webhooks", label: <Trans>Webhooks</Trans> },
          { to: "/settings/account", label: <Trans>Your data</Trans> },
        ]}
      />
      <div className="grid max-w-2xl gap-12">
        <Outlet />
      </div>
    </div>
  );
}
