import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { controlProps, FieldErrors, type FieldFrame, FieldHint } from "./field";
import type { Choice } from "./radio-cards";

type CheckListProps = FieldFrame & { choices: Choice[] } & Omit<
    ComponentProps<"input">,
    keyof FieldFrame | "type" | "value" | "defaultChecked" | "defaultValue"
  > & { defaultValues?: string[] };

/** Any of some choices. The first box carries the id, so that links to errors land on it. */
export function CheckList(props: CheckListProps) {
  const { id, label, hint, errors, optional, className, choices, defaultValues = [], ...input } = props;
  const { "aria-describedby": describedBy } = controlProps({ id, hint, errors });
  return (
    <fieldset className={classNames("field", className)} aria-describedby={describedBy}>
      <legend className="label">
        {label}
        {optional && <span className="optional"> ({optional})</span>}
      </legend>
      {hint !== undefined && <FieldHint id={id}>{hint}</FieldHint>}
      <div>
        {choices.map(({ value, label: words }, index) => (
          <div key={value} className="check">
            <input
              {...input}
              id={index === 0 ? id : `${id}-${index}`}
              type="checkbox"
              value={value}
              defaultChecked={defaultValues.includes(value)}
            />
            <label htmlFor={index === 0 ? id : `${id}-${index}`}>{words}</label>
          </div>
        ))}
      </div>
      <FieldErrors id={id} errors={errors} />
    </fieldset>
  );
}
