import type { MessageDescriptor } from "@lingui/core";
import { useLingui as useWords } from "@lingui/react";
import { SelectField } from "@/shared/ui/field";

/** One of a few values, each said in words. */
export function Pick<T extends string>(props: {
  label: string;
  value: T;
  words: Record<T, MessageDescriptor>;
  onPick: (value: T) => void;
}) {
  const { _ } = useWords();
  return (
    <SelectField
      label={props.label}
      value={props.value}
      onChange={(event) => props.onPick(event.target.value as T)}
    >
      {(Object.keys(props.words) as T[]).map((value) => (
        <option key={value} value={value}>
          {_(props.words[value])}
        </option>
      ))}
    </SelectField>
  );
}
