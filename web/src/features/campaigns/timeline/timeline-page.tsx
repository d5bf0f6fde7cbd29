import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { filterLook } from "@/shared/ui/filter";
import { Empty } from "@/shared/ui/states";
import { Spans } from "./spans";

const SHOWN = ["chat", "execute_tool", "evaluation"] as const;

/** Every step of every run: as a tree that opens, or all of one kind. */
export function TimelinePage() {
  const { t } = useLingui();
  const { campaignId } = useParams({ from: "/studio/campaigns/$campaignId/timeline" });
  const { show } = useSearch({ from: "/studio/campaigns/$campaignId/timeline" });
  const names = { chat: t`Questions to models`, execute_tool: t`Tools`, evaluation: t`Assessments` };
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-4" aria-label={t`Timeline`}>
      <nav aria-label={t`What is shown`} className="flex flex-wrap gap-2">
        <Filter campaignId={campaignId} label={t`By phase`} isOn={!show} />
        {SHOWN.map((one) => (
          <Filter key={one} campaignId={campaignId} label={names[one]} show={one} isOn={show === one} />
        ))}
      </nav>
      <div className="rounded-2xl border border-rule bg-leaf p-4 shadow-leaf">
        <Spans
          key={show ?? "tree"}
          campaignId={campaignId}
          of={{ operation: show ?? "invoke_workflow" }}
          opensLast={!show}
          empty={
            <Empty title={<Trans>Nothing has happened yet</Trans>}>
              <Trans>
                Each step of the crew stands here as soon as it is done, with what it took and cost.
              </Trans>
            </Empty>
          }
        />
      </div>
    </section>
  );
}

function Filter(props: { campaignId: string; label: string; show?: (typeof SHOWN)[number]; isOn: boolean }) {
  return (
    <Link
      to="/campaigns/$campaignId/timeline"
      params={{ campaignId: props.campaignId }}
      search={props.show ? { show: props.show } : {}}
      aria-current={props.isOn ? "page" : undefined}
      className={filterLook}
    >
      {props.label}
    </Link>
  );
}
