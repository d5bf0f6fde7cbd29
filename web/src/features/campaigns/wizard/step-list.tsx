import { useLingui } from "@lingui/react/macro";
import { STEPS, type Step } from "./plan";

/** Where one is among the steps; each can be gone to. */
export function StepList(props: { titles: Record<Step, string>; step: Step; onGo: (step: Step) => void }) {
  const { t } = useLingui();
  return (
    <nav aria-label={t`Steps`}>
      <ol className="flex flex-wrap gap-2">
        {STEPS.map((one, at) => (
          <li key={one}>
            <button
              type="button"
              aria-current={one === props.step ? "step" : undefined}
              onClick={() => props.onGo(one)}
              className="inline-flex min-h-10 items-center gap-2 rounded-full border border-rule px-3.5 py-1.5 text-sm hover:border-cinnabar aria-[current=step]:bg-ink aria-[current=step]:text-paper"
            >
              <span aria-hidden className="tabular-nums opacity-80">
                {at + 1}
              </span>
              {props.titles[one]}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
