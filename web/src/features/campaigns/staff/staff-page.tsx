import { Trans } from "@lingui/react/macro";
import { useSearch } from "@tanstack/react-router";
import { useMe } from "@/shared/lib/use-me";
import { Hosts } from "./hosts";
import { PersonBudget } from "./person-budget";
import { Prices } from "./prices";
import { Running } from "./running";

/** What staff looks after for everybody's campaigns: those at work, sites; and for admins, prices and what people may spend. */
export function CampaignStaffPage() {
  const { person } = useSearch({ from: "/studio/admin/campaigns" });
  const isAdmin = useMe().data?.role === "admin";
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
      <h2 className="sr-only">
        <Trans>Campaigns</Trans>
      </h2>
      {isAdmin && person && <PersonBudget key={person} userId={person} />}
      <Running />
      <Hosts />
      {isAdmin && <Prices />}
    </div>
  );
}
