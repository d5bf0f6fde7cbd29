import clsx from "clsx";
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from "react";

const BOX =
  "w-full rounded-lg border border-rule bg-leaf px-3 py-2 text-ink placeholder:text-faded aria-invalid:border-alarm";

interface Labelled {
  label: ReactNode;
  hint?: ReactNode;
  /** What the server or the form found wrong with it. */
  errors?: string[];
}

function Frame({ id, label, hint, errors, children }: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-faded">
          {hint}
        </p>
      )}
      {errors && errors.length > 0 && (
        <p id={`${id}-errors`} className="text-sm text-alarm">
          {errors.join(" ")}
        </p>
      )}
    </div>
  );
}

function described(
  id: string,
  { hint, errors }: Labelled,
): { "aria-describedby"?: string; "aria-invalid"?: true } {
  const parts = [hint && `${id}-hint`, errors?.length && `${id}-errors`].filter(Boolean);
  return {
    "aria-describedby": parts.join(" ") || undefined,
    "aria-invalid": errors?.length ? true : undefined,
  };
}

export function TextField({
  label,
  hint,
  errors,
  className,
  ...rest
}: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} errors={errors}>
      <input {...rest} id={id} {...described(id, { label, hint, errors })} className={clsx(BOX, className)} />
    </Frame>
  );
}

export function TextArea({
  label,
  hint,
  errors,
  className,
  ...rest
}: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} errors={errors}>
      <textarea
        {...rest}
        id={id}
        {...described(id, { label, hint, errors })}
        className={clsx(BOX, "min-h-24", className)}
      />
    </Frame>
  );
}

export function SelectField({
  label,
  hint,
  errors,
  className,
  children,
  ...rest
}: Labelled & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} errors={errors}>
      <select
        {...rest}
        id={id}
        {...described(id, { label, hint, errors })}
        className={clsx(BOX, "min-h-10", className)}
      >
        {children}
      </select>
    </Frame>
  );
}

/** Boxes to tick, any number of them; a form reads them by their one name. */
export function Checks(props: {
  legend: ReactNode;
  name: string;
  choices: readonly { value: string; label: ReactNode }[];
  checked?: readonly string[];
  errors?: string[];
}) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-semibold">{props.legend}</legend>
      <div className="grid gap-x-6 sm:grid-cols-2">
        {props.choices.map(({ value, label }) => (
          <label key={value} className="flex min-h-10 cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              name={props.name}
              value={value}
              defaultChecked={props.checked?.includes(value)}
              className="size-5 accent-cinnabar"
            />
            <span className="text-sm">{label}</span>
          </label>
        ))}
      </div>
      {props.errors && <p className="text-sm text-alarm">{props.errors.join(" ")}</p>}
    </fieldset>
  );
}

interface Choice<T extends string> {
  value: T;
  label: ReactNode;
  note?: ReactNode;
}

/** A few choices seen at once: radio buttons that look like cards. */
export function Choices<T extends string>(props: {
  legend: ReactNode;
  name: string;
  value: T;
  choices: readonly Choice<T>[];
  onChange: (value: T) => void;
}) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-semibold">{props.legend}</legend>
      <div className="flex flex-wrap gap-2">
        {props.choices.map((choice) => (
          <label
            key={choice.value}
            className="cursor-pointer rounded-xl border border-rule bg-leaf px-3.5 py-2 has-checked:border-cinnabar has-checked:bg-well has-focus-visible:outline-3 has-focus-visible:outline-cinnabar"
          >
            <input
              type="radio"
              className="sr-only"
              name={props.name}
              value={choice.value}
              checked={props.value === choice.value}
              onChange={() => props.onChange(choice.value)}
            />
            <span className="block text-sm font-semibold">{choice.label}</span>
            {choice.note && <span className="block text-xs text-faded">{choice.note}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
