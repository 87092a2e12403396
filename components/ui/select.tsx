import type { ComponentProps } from "react";
import { controlProps, Field, type FieldFrame } from "./field";

export type Option = { value: string; label: string };
/** A list under a heading (time zones by continent). */
export type OptionGroup = { label: string; options: Option[] };

type SelectProps = FieldFrame & {
  options: (Option | OptionGroup)[];
} & Omit<ComponentProps<"select">, keyof FieldFrame | "className" | "children">;

export function Select({ id, label, hint, errors, optional, className, options, ...select }: SelectProps) {
  return (
    <Field {...{ id, label, hint, errors, optional, className }}>
      <select {...select} {...controlProps({ id, hint, errors })} className="input">
        {options.map((entry) =>
          "options" in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map(optionOf)}
            </optgroup>
          ) : (
            optionOf(entry)
          ),
        )}
      </select>
    </Field>
  );
}

function optionOf({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
