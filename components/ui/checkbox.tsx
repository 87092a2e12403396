import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { controlProps, FieldErrors, type FieldFrame, FieldHint } from "./field";

type CheckboxProps = Omit<FieldFrame, "optional"> & Omit<ComponentProps<"input">, keyof FieldFrame | "type">;

export function Checkbox({ id, label, hint, errors, className, ...input }: CheckboxProps) {
  return (
    <div className={classNames("check", className)}>
      <input {...input} {...controlProps({ id, hint, errors })} type="checkbox" />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <FieldHint id={id}>{hint}</FieldHint>}
      <FieldErrors id={id} errors={errors} />
    </div>
  );
}
