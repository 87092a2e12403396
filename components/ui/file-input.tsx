import type { ComponentProps, ReactNode } from "react";
import { controlProps, Field, type FieldFrame } from "./field";

type FileInputProps = FieldFrame & {
  /** What is there already. */
  current?: ReactNode;
} & Omit<ComponentProps<"input">, keyof FieldFrame | "type" | "className">;

export function FileInput({
  id,
  label,
  hint,
  errors,
  optional,
  className,
  current,
  ...input
}: FileInputProps) {
  return (
    <Field {...{ id, label, hint, errors, optional, className }}>
      {current}
      <input {...input} {...controlProps({ id, hint, errors })} type="file" className="input" />
    </Field>
  );
}
