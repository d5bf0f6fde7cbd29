import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { TextField } from "@/shared/ui/field";
import { CAPS, type CapTexts } from "../wizard/plan";

/** Four limits beside each other; an empty one is none. */
export function CapFields(props: {
  legend: ReactNode;
  hint?: ReactNode;
  /** What the studio calls them, before the name of the one. */
  name: string;
  caps: CapTexts;
  onChange: (caps: CapTexts) => void;
  errorsOf: (...fields: string[]) => string[] | undefined;
}) {
  const { t } = useLingui();
  const names = { usd: t`US dollars`, tokens: t`Tokens`, minutes: t`Minutes`, calls: t`Calls` };
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 text-sm font-semibold">{props.legend}</legend>
      {props.hint && <p className="-mt-2 text-sm text-faded">{props.hint}</p>}
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {CAPS.map((one) => (
          <TextField
            key={one}
            label={names[one]}
            name={`${props.name}.${one}`}
            inputMode="decimal"
            placeholder={t`no limit`}
            value={props.caps[one]}
            onChange={(event) => props.onChange({ ...props.caps, [one]: event.target.value })}
            errors={props.errorsOf(`${props.name}.${one}`)}
          />
        ))}
      </div>
      {props.errorsOf(props.name) && (
        <p className="text-sm text-alarm">{props.errorsOf(props.name)?.join(" ")}</p>
      )}
    </fieldset>
  );
}
