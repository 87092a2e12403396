import type { ComponentProps, ReactNode } from "react";
import { controlProps, Field, type FieldFrame } from "./field";

type FileInputProps = FieldFrame & {
  /** Asks for the picture's description in words, kindly, right below. */
  description?: FieldFrame & Omit<ComponentProps<"input">, keyof FieldFrame | "type" | "className">;
  /** The picture that is there already. */
  current?: ReactNode;
} & Omit<ComponentProps<"input">, keyof FieldFrame | "type" | "className">;

export function FileInput(props: FileInputProps) {
  const { id, label, hint, errors, optional, className, description, current, ...input } = props;
  const {
    id: textId,
    label: textLabel,
    hint: textHint,
    errors: textErrors,
    ...text
  } = description ?? { id: "" };
  return (
    <div className="form">
      <Field {...{ id, label, hint, errors, optional, className }}>
        {current}
        <input {...input} {...controlProps({ id, hint, errors })} type="file" className="input" />
      </Field>
      {description && (
        <Field id={textId} label={textLabel} hint={textHint} errors={textErrors}>
          <input
            {...text}
            {...controlProps({ id: textId, hint: textHint, errors: textErrors })}
            type="text"
            className="input"
          />
        </Field>
      )}
    </div>
  );
}
