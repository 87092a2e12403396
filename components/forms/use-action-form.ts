"use client";

import {
  type RefObject,
  type SubmitEvent,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { type FieldErrors, type GlobalError, get, type Resolver, useForm } from "react-hook-form";
import type { z } from "zod";
import { type FormAction, type FormState, idle } from "@/lib/web/form-state";
import type { FormKit } from "./form-context";
import { unlessOffline } from "./unless-offline";

/** Schemas come when somebody starts to fill in, so that a page that is only read does not carry them. */
export type SchemaLoader = () => Promise<z.ZodType>;

type ActionFormOptions = {
  /** Without scripts the answer finds its form by this. In lists it follows from the row, since rows come and go. */
  id?: string;
  loadSchema?: SchemaLoader;
  resetWhenDone?: boolean;
};

/**
 * Ties one zod schema to a form and its server action: the browser checks first, the server checks again,
 * and both sets of errors end up beside the same fields. The fields themselves keep the values: what is
 * typed before the scripts arrive stays, and without scripts the same form posts to the same action.
 */
export function useActionForm(
  action: FormAction,
  { id: given, loadSchema, resetWhenDone }: ActionFormOptions,
) {
  const made = `form${useId()}`;
  const id = given ?? made;
  const ref = useRef<HTMLFormElement>(null);
  const [state, submit, isSending] = useActionState(unlessOffline(action), idle, `#${id}`);
  const [pressed, setPressed] = useState<string>();
  const errors = useMemo(() => serverErrors(state), [state]);
  const resolver = loadSchema && resolverOf(ref, loadSchema);
  const form = useForm({ mode: "onTouched", errors, resolver });
  const isPending = isSending || form.formState.isSubmitting;
  useEnhancement(ref, { state, isChecked: loadSchema !== undefined, resetWhenDone });

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const submitter = event.nativeEvent.submitter as HTMLButtonElement | null;
    const formData = new FormData(event.currentTarget, submitter);
    const send = () => startTransition(() => submit(formData));
    setPressed(submitter ? `${submitter.name}=${submitter.value}` : undefined);
    form.clearErrors();
    if (loadSchema && !submitter?.formNoValidate) void form.handleSubmit(send)();
    else send();
  }

  const reasonsOf = (name: string) => reasonsIn(form.formState.errors, state, name);
  const kit: FormKit = { id, state, isPending, pressed, reasonsOf, register: loadSchema && form.register };
  const onFocus = () => void loadSchema?.().catch(() => undefined);
  return { kit, formProps: { id, ref, action: submit, onSubmit, onFocus } };
}

/** With scripts our own words replace the browser's bubbles, and a form may be used again. */
function useEnhancement(
  ref: RefObject<HTMLFormElement | null>,
  { state, isChecked, resetWhenDone }: { state: FormState; isChecked: boolean; resetWhenDone?: boolean },
) {
  useEffect(() => {
    if (isChecked && ref.current) ref.current.noValidate = true;
  }, [ref, isChecked]);
  useEffect(() => {
    if (resetWhenDone && state.status === "done") ref.current?.reset();
  }, [ref, state, resetWhenDone]);
}

function resolverOf(ref: RefObject<HTMLFormElement | null>, loadSchema: SchemaLoader): Resolver {
  return async (values, _context, options) => {
    try {
      const [{ checkForm }, schema] = await Promise.all([import("./browser-check"), loadSchema()]);
      const errors = ref.current ? await checkForm(ref.current, schema, options) : {};
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
    } catch {
      // The check did not arrive. The server checks in any case.
      return { values, errors: {} };
    }
  };
}

function serverErrors(state: FormState): FieldErrors | undefined {
  if (state.status !== "refused") return undefined;
  return Object.fromEntries(
    Object.entries(state.fieldErrors).map(([name, reasons]) => [
      name,
      { type: "server", message: reasons[0] },
    ]),
  );
}

function reasonsIn(errors: FieldErrors, state: FormState, name: string): string[] {
  const error: GlobalError | undefined = get(errors, name);
  if (!error) return [];
  if (error.type === "server" && state.status === "refused") return state.fieldErrors[name] ?? [];
  return [error.message ?? "not_accepted"];
}
