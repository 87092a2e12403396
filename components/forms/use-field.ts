"use client";

import type { FormState, FormValues } from "@/lib/web/form-state";
import { useFormKit, useReasonText } from "./form-context";

/** What one field needs from the form around it: its id, its errors in words, what was typed, and the browser's check. */
export function useField(name: string, id?: string) {
  const kit = useFormKit();
  const textOf = useReasonText();
  const values = valuesIn(kit.state);
  return {
    frame: { id: id ?? fieldId(kit.id, name), errors: kit.reasonsOf(name).map(textOf) },
    registered: kit.register?.(name) ?? { name },
    /** Undefined before the first try: then the field's own default counts. An empty list: sent, and left empty. */
    typed: values && [values[name] ?? []].flat(),
  };
}

function valuesIn(state: FormState): FormValues | undefined {
  if (state.status === "refused") return state.values;
  return state.status === "done" ? state.typed : undefined;
}

export function fieldId(formId: string, name: string): string {
  return `${formId}-${name}`;
}
