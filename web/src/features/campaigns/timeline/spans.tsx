import { Trans, useLingui } from "@lingui/react/macro";
import { ChevronRight } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import type { SpanView } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { SpanDetails } from "./span-details";
import { SpanLine } from "./span-line";
import { useSpans } from "./use-spans";

interface SpansProps {
  campaignId: string;
  of: { operation?: string; parentId?: string };
  /** The last one is what somebody came for, and stands open. */
  opensLast?: boolean;
  empty: ReactNode;
}

/** A list of steps, page by page, each of which opens. */
export function Spans({ campaignId, of, opensLast, empty }: SpansProps) {
  const spans = useSpans(campaignId, of);
  if (spans.isPending) return <Skeleton className="h-24" />;
  if (spans.error) return <ErrorPanel error={spans.error} onRetry={() => void spans.refetch()} />;
  const all = spans.data.pages.flatMap((page) => page.items);
  if (all.length === 0) return empty;
  return (
    <>
      <ol className="divide-y divide-rule">
        {all.map((span, at) => (
          <Span
            key={span.id}
            campaignId={campaignId}
            span={span}
            beginsOpen={(opensLast ?? false) && at === all.length - 1}
          />
        ))}
      </ol>
      {spans.hasNextPage && (
        <Button busy={spans.isFetchingNextPage} onClick={() => void spans.fetchNextPage()}>
          <Trans>More steps</Trans>
        </Button>
      )}
    </>
  );
}

const HOLDS_OTHERS: readonly string[] = ["invoke_workflow", "phase", "invoke_agent"];

function Span(props: { campaignId: string; span: SpanView; beginsOpen: boolean }) {
  const { t } = useLingui();
  const { campaignId, span } = props;
  const [isOpen, setOpen] = useState(props.beginsOpen);
  const id = useId();
  return (
    <li>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="flex w-full items-start gap-1.5 text-left hover:bg-well"
      >
        <ChevronRight
          aria-hidden
          size={16}
          className={isOpen ? "mt-2 shrink-0 rotate-90 text-faded" : "mt-2 shrink-0 text-faded"}
        />
        <SpanLine span={span} />
      </button>
      <div id={id} className="ml-2 border-l border-rule pl-4">
        {isOpen &&
          (HOLDS_OTHERS.includes(span.operation) ? (
            <Spans
              campaignId={campaignId}
              of={{ parentId: span.id }}
              empty={<p className="py-2 text-sm text-faded">{t`Nothing in it yet.`}</p>}
            />
          ) : (
            <SpanDetails campaignId={campaignId} spanId={span.id} />
          ))}
      </div>
    </li>
  );
}
