import { useLingui } from "@lingui/react/macro";
import { Link, useSearch } from "@tanstack/react-router";
import { filterLook } from "@/shared/ui/filter";
import { WINDOWS } from "./use-agents";

/** Over how long it is counted. */
export function Windows({ to, agentId }: { to: string; agentId?: string }) {
  const { t } = useLingui();
  const { window = "24h" } = useSearch({ strict: false });
  const names = { "24h": t`A day`, "7d": t`A week`, "30d": t`A month` };
  return (
    <nav aria-label={t`Over how long`} className="flex flex-wrap gap-2">
      {WINDOWS.map((one) => (
        <Link
          key={one}
          to={to as "/campaigns/agents/$agentId"}
          params={{ agentId: agentId ?? "" }}
          search={{ window: one }}
          aria-current={one === window ? "page" : undefined}
          className={filterLook}
        >
          {names[one]}
        </Link>
      ))}
    </nav>
  );
}
