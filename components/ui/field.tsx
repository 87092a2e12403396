import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** What every control needs around it. `errors` are sentences, already in the reader's language. */
export type FieldFrame = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: string[];
  /** The word that marks a field as optional; most fields are required and say nothing. */
  optional?: string;
  className?: string;
};

/** The attributes that tie a control to its hint and its errors. */
export function controlProps({ id, hint, errors = [] }: Pick<FieldFrame, "id" | "hint" | "errors">) {
  const describedBy = classNames(hint !== undefined && `${id}-hint`, errors.length > 0 && `${id}-errors`);
  return {
    id,
    "aria-describedby": describedBy || undefined,
    "aria-invalid": errors.length > 0 || undefined,
  };
}

/** Label, hint, control, errors: in the order in which they are read. */
export function Field({
  id,
  label,
  hint,
  errors,
  optional,
  className,
  children,
}: FieldFrame & { children: ReactNode }) {
  return (
    <div className={classNames("field", className)}>
      <label htmlFor={id} className="label">
        {label}
        {optional && <span className="optional"> ({optional})</span>}
      </label>
      {hint !== undefined && <FieldHint id={id}>{hint}</FieldHint>}
      {children}
      <FieldErrors id={id} errors={errors} />
    </div>
  );
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-hint`} className="hint">
      {children}
    </p>
  );
}

export function FieldErrors({ id, errors = [] }: { id: string; errors?: string[] }) {
  if (errors.length === 0) return null;
  return (
    <div id={`${id}-errors`} role="alert" className="errors">
      {errors.map((error) => (
        <p key={error}>{error}</p>
      ))}
    </div>
  );
}
