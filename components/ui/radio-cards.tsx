import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { controlProps, FieldErrors, type FieldFrame, FieldHint } from "./field";

export type Choice = { value: string; label: ReactNode; hint?: ReactNode };

type RadioCardsProps = FieldFrame & { choices: Choice[] } & Omit<
    ComponentProps<"input">,
    keyof FieldFrame | "type" | "value" | "defaultChecked" | "defaultValue"
  > & { defaultValue?: string };

/** One of a few choices that deserve a sentence each. The first radio carries the id, so that links to errors land on it. */
export function RadioCards(props: RadioCardsProps) {
  const { id, label, hint, errors, optional, className, choices, defaultValue, ...input } = props;
  const { "aria-describedby": describedBy } = controlProps({ id, hint, errors });
  return (
    <fieldset className={classNames("field", className)} aria-describedby={describedBy}>
      <legend className="label">
        {label}
        {optional && <span className="optional"> ({optional})</span>}
      </legend>
      {hint !== undefined && <FieldHint id={id}>{hint}</FieldHint>}
      <div className="choices">
        {choices.map((choice, index) => (
          <label key={choice.value} className="choice">
            <input
              {...input}
              id={index === 0 ? id : `${id}-${index}`}
              type="radio"
              value={choice.value}
              defaultChecked={choice.value === defaultValue}
            />
            <span>
              <strong>{choice.label}</strong>
              {choice.hint && <span className="hint">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldErrors id={id} errors={errors} />
    </fieldset>
  );
}
