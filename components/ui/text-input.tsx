import type { ComponentProps } from "react";
import { controlProps, Field, type FieldFrame } from "./field";

type TextInputProps = FieldFrame & Omit<ComponentProps<"input">, keyof FieldFrame | "className">;

export function TextInput({ id, label, hint, errors, optional, className, ...input }: TextInputProps) {
  return (
    <Field {...{ id, label, hint, errors, optional, className }}>
      <input type="text" {...input} {...controlProps({ id, hint, errors })} className="input" />
    </Field>
  );
}
