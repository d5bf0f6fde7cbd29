import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { FetchView } from "@/shared/api/generated";
import { FetchRow } from "./fetch-row";

const SHOWN = 5;

export function LastFetches({ campaignId, fetches }: { campaignId: string; fetches: readonly FetchView[] }) {
  return (
    <section
      className="grid gap-2 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf"
      aria-labelledby="fetches"
    >
      <h2 id="fetches" className="text-2xl">
        <Trans>Pages read last</Trans>
      </h2>
      {fetches.length === 0 ? (
        <p className="text-faded">
          <Trans>None yet.</Trans>
        </p>
      ) : (
        <>
          <ul>
            {fetches.slice(0, SHOWN).map((one) => (
              <FetchRow key={one.id} fetch={one} />
            ))}
          </ul>
          <p className="text-sm">
            <Link to="/campaigns/$campaignId/fetches" params={{ campaignId }}>
              <Trans>All pages, and why each was allowed</Trans>
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
