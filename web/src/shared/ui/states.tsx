import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import clsx from "clsx";
import type { ReactNode } from "react";
import { explain, problemOf } from "@/shared/api/problem";
import { useWork } from "@/shared/lib/work";
import { Button } from "./button";

/** A place where something will be, in its shape. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden
      className={clsx("animate-[breathe_1.6s_ease-in-out_infinite] rounded-lg bg-well", className)}
    />
  );
}

/** A page while its thing is not there yet, or when it is not to be had: it is named all the same. */
export function Unshown({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <h1 className="sr-only">{name}</h1>
      {children}
    </>
  );
}

/** Nothing yet, and what to do about it. */
export function Empty({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-3 rounded-2xl border border-dashed border-rule px-6 py-12 text-center">
      <h2 className="text-xl">{title}</h2>
      {children && <p className="max-w-md text-faded">{children}</p>}
      {action}
    </div>
  );
}

/** What went wrong, in words, with what support needs and a way on. */
export function ErrorPanel({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { _ } = useLingui();
  const problem = problemOf(error);
  const words = explain(problem);
  return (
    <div role="alert" className="grid gap-2 rounded-2xl border border-alarm bg-leaf p-5">
      <p className="font-semibold">{typeof words === "string" ? words : _(words)}</p>
      {problem.traceId && (
        <p className="text-sm text-faded">
          <Trans>
            For the operator: {problem.code}, trace <code className="break-all">{problem.traceId}</code>
          </Trans>
        </p>
      )}
      {onRetry && (
        <div>
          <Button onClick={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}

const track = "h-2.5 overflow-hidden rounded-full bg-well";
const percentOf = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 100);

/** Work under way, which the tab's title tells too. */
export function Progress({ value, label }: { value: number; label: string }) {
  useWork(value);
  const percent = percentOf(value);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={track}
    >
      <Fill percent={percent} />
    </div>
  );
}

/** How much of something is taken. */
export function Meter({ value, label }: { value: number; label: string }) {
  const percent = percentOf(value);
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers draw <meter> each in their own way
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={track}
    >
      <Fill percent={percent} />
    </div>
  );
}

// Not eased: forty bars that are never at rest would have the page painted all the time.
function Fill({ percent }: { percent: number }) {
  return <div className="h-full origin-left bg-cinnabar" style={{ transform: `scaleX(${percent / 100})` }} />;
}
