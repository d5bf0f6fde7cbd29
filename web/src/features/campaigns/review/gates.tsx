import { Plural, Trans } from "@lingui/react/macro";
import { Check, X } from "lucide-react";
import type { Assessment, GateResult } from "@/shared/api/generated";
import { useCommentWords } from "./comment-words";

/** What a draft has to pass, whoever wrote it: what failed stands open, with its evidence. */
export function Gates({ assessment: { gates, findings } }: { assessment: Assessment }) {
  const failed = gates.filter((one) => !one.passed);
  const passed = gates.filter((one) => one.passed);
  return (
    <section
      className="grid gap-3 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf"
      aria-labelledby="gates"
    >
      <h3 id="gates" className="text-xl">
        {failed.length === 0 ? (
          <Plural value={gates.length} one="# gate passed" other="All # gates passed" />
        ) : (
          <Plural value={failed.length} one="# gate stops it" other="# gates stop it" />
        )}
      </h3>
      {failed.length > 0 && (
        <ul className="grid gap-3">
          {failed.map((gate) => (
            <Gate key={gate.code} gate={gate} />
          ))}
        </ul>
      )}
      {findings.length > 0 && (
        <ul lang="en" className="list-disc pl-5 text-sm">
          {findings.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {passed.length > 0 && (
        <details open={failed.length === 0 && passed.length <= 3}>
          <summary className="min-h-6 text-sm text-faded">
            <Plural
              value={passed.length}
              one="The one that passed, and why"
              other="The # that passed, and why"
            />
          </summary>
          <ul className="mt-3 grid gap-3">
            {passed.map((gate) => (
              <Gate key={gate.code} gate={gate} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Gate({ gate: { code, passed, why, evidence } }: { gate: GateResult }) {
  const words = useCommentWords();
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 text-sm">
      {passed ? (
        <Check aria-hidden size={18} className="text-moss" />
      ) : (
        <X aria-hidden size={18} className="text-alarm" />
      )}
      <p>
        <span className="font-semibold">{words.gate(code)}</span>{" "}
        <span className={passed ? "text-moss" : "font-semibold text-alarm"}>
          {passed ? <Trans>passed</Trans> : <Trans>failed</Trans>}
        </span>
      </p>
      <div lang="en" className="col-start-2 grid gap-1 text-faded">
        <p className="wrap-anywhere">{why}</p>
        {evidence.map(({ what, quote }) => (
          <p key={what + quote} className="wrap-anywhere">
            {what}
            {quote && (
              <>
                {": "}
                <q className="font-display text-ink">{quote}</q>
              </>
            )}
          </p>
        ))}
      </div>
    </li>
  );
}
