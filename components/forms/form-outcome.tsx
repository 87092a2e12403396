"use client";

import { useEffect, useRef } from "react";
import { useFormKit, useFormTexts, useReasonText } from "./form-context";
import { fieldId } from "./use-field";

/** What came of a form, at its top: a confirmation, or the refusal with a way to each field that needs another look. */
export function FormOutcome() {
  const { id, state } = useFormKit();
  const textOf = useReasonText();
  const texts = useFormTexts();
  const notice = state.status === "done" && state.notice ? texts[state.notice] : undefined;
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (state.status === "refused") ref.current?.focus();
  }, [state]);

  if (state.status === "done")
    return (
      notice && (
        <p role="status" className="alert alert-success">
          {notice}
        </p>
      )
    );
  if (state.status !== "refused") return null;
  const fields = Object.entries(state.fieldErrors);
  return (
    <div ref={ref} id={fieldId(id, "refusal")} role="alert" tabIndex={-1} className="outcome">
      <p>
        <strong>{textOf(state.reason)}</strong>
      </p>
      {fields.length > 0 && (
        <ul>
          {fields.map(([name, reasons]) => (
            <li key={name}>
              {/* What concerns no single field has no name. */}
              <a href={`#${fieldId(id, name || "refusal")}`}>{textOf(reasons[0] ?? state.reason)}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
