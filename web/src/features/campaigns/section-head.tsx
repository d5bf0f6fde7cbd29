import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Tabs } from "@/shared/ui/tabs";

/** The name of a page of this studio, with the way to the others. */
export function SectionHead({ title, children }: { title: string; children?: ReactNode }) {
  const { t } = useLingui();
  return (
    <header className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-4xl">{title}</h1>
        {children && <div className="flex flex-wrap gap-2">{children}</div>}
      </div>
      <Tabs
        label={t`Campaign studio`}
        tabs={[
          { to: "/campaigns", label: t`Campaigns`, exact: true },
          { to: "/campaigns/review", label: t`Drafts` },
          { to: "/campaigns/blogs", label: t`Blogs` },
          { to: "/campaigns/agents", label: t`Crew` },
          { to: "/campaigns/budget", label: t`Budget` },
        ]}
      />
    </header>
  );
}
