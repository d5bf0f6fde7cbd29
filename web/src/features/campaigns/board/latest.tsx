import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { SpanView } from "@/shared/api/generated";
import { SpanLine } from "../timeline/span-line";

export function Latest({ campaignId, spans }: { campaignId: string; spans: readonly SpanView[] }) {
  if (spans.length === 0) return null;
  return (
    <section
      className="grid gap-2 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf"
      aria-labelledby="latest"
    >
      <h2 id="latest" className="text-2xl">
        <Trans>Done last</Trans>
      </h2>
      <ul className="divide-y divide-rule">
        {spans.map((span) => (
          <li key={span.id}>
            <SpanLine span={span} />
          </li>
        ))}
      </ul>
      <p className="text-sm">
        <Link to="/campaigns/$campaignId/timeline" params={{ campaignId }}>
          <Trans>The whole timeline</Trans>
        </Link>
      </p>
    </section>
  );
}
