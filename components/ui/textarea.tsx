import type { ComponentProps } from "react";
import { controlProps, Field, type FieldFrame } from "./field";

type TextAreaProps = FieldFrame & Omit<ComponentProps<"textarea">, keyof FieldFrame | "className">;

export function TextArea({ id, label, hint, errors, optional, className, ...textarea }: TextAreaProps) {
  return (
    <Field {...{ id, label, hint, errors, optional, className }}>
      <textarea rows={4} {...textarea} {...controlProps({ id, hint, errors })} className="input" />
    </Field>
  );
}
