import { type FormAction, typedValues } from "@/lib/web/form-state";

/**
 * In the browser, a connection that breaks becomes a refusal like any other, so that the form stays with
 * everything typed into it. On the server the action must stay itself: only then can the form post without scripts.
 */
export function unlessOffline(action: FormAction): FormAction {
  if (typeof window === "undefined") return action;
  return async (previous, formData) => {
    try {
      return await action(previous, formData);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return { status: "refused", reason: "no_connection", fieldErrors: {}, values: typedValues(formData) };
    }
  };
}
