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
  /** The step that these are parts of. */
  whole?: SpanView;
  /** The last one is what somebody came for, and stands open. */
  opensLast?: boolean;
  empty: ReactNode;
}

/** A list of steps, page by page, each of which opens. */
export function Spans({ campaignId, of, whole, opensLast, empty }: SpansProps) {
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
            whole={whole}
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

function Span(props: { campaignId: string; span: SpanView; whole?: SpanView; beginsOpen: boolean }) {
  const { t } = useLingui();
  const { campaignId, span, whole } = props;
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
        <span className="grid min-w-0 grow">
          <SpanLine span={span} />
          {whole && <Extent span={span} whole={whole} />}
        </span>
      </button>
      <div id={id} className="ml-2 border-l border-rule pl-4">
        {isOpen &&
          (HOLDS_OTHERS.includes(span.operation) ? (
            <Spans
              campaignId={campaignId}
              of={{ parentId: span.id }}
              whole={span}
              empty={<p className="py-2 text-sm text-faded">{t`Nothing in it yet.`}</p>}
            />
          ) : (
            <SpanDetails campaignId={campaignId} spanId={span.id} />
          ))}
      </div>
    </li>
  );
}

/** When in its whole a step began, and how much of it it took; the line above says it in words. */
function Extent({ span, whole }: { span: SpanView; whole: SpanView }) {
  if (span.milliseconds === null || !whole.milliseconds) return null;
  const from = Math.max(0, Date.parse(span.startedAt) - Date.parse(whole.startedAt)) / whole.milliseconds;
  return (
    <span aria-hidden className="relative mr-2 mb-2 block h-1 overflow-hidden rounded-full bg-well">
      <span
        className="absolute inset-y-0 min-w-1 rounded-full bg-cinnabar"
        style={{
          left: `${Math.min(99, 100 * from)}%`,
          width: `${Math.min(100, (100 * span.milliseconds) / whole.milliseconds)}%`,
        }}
      />
    </span>
  );
}
