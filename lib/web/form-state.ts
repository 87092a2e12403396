/** What a form knows after it was sent. `reason` and the field errors are slugs that `refusals` puts into words. */
export type FormState =
  | { status: "idle" }
  /** `answer`: what this answer alone shows, by field; no page can be asked for it again. `typed`: what the fields go on holding. */
  | { status: "done"; notice?: string; answer?: FormValues; typed?: FormValues }
  | { status: "refused"; reason: string; fieldErrors: Record<string, string[]>; values: FormValues };

/** What somebody typed, by field, so that a refused form can be shown again without loss. */
export type FormValues = Record<string, string | string[]>;

/** The shape of every server action that stands behind a form. */
export type FormAction = (previous: FormState, formData: FormData) => Promise<FormState>;

export const idle: FormState = { status: "idle" };

/**
 * What a form sent, by field, as the schemas read it in the browser and on the server: repeated fields become
 * lists, files that were not chosen are left out, and so are the `$ACTION_…` fields that Next.js adds.
 */
export function formEntries(formData: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const entries: Record<string, FormDataEntryValue | FormDataEntryValue[]> = {};
  for (const name of new Set(formData.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const values = formData.getAll(name).filter((value) => typeof value === "string" || value.size > 0);
    const [first] = values;
    if (first !== undefined) entries[name] = values.length > 1 ? values : first;
  }
  return entries;
}

/** The part of a form that may be sent back and shown again: text, but never passwords or files. */
export function typedValues(formData: FormData): FormValues {
  const values: FormValues = {};
  for (const [name, value] of Object.entries(formEntries(formData))) {
    if (/password/i.test(name)) continue;
    const texts = [value].flat().filter((entry) => typeof entry === "string");
    if (texts.length > 0) values[name] = Array.isArray(value) ? texts : (texts[0] ?? "");
  }
  return values;
}
