"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { type FormState, idle } from "@/lib/web/form-state";
import { FormKitProvider } from "./form-context";
import { FormOutcome } from "./form-outcome";

type PlainFormProps = {
  /** The address that takes the form. */
  action: string;
  /** What came of it, when the page is shown again. */
  state?: FormState;
  children: ReactNode;
} & Omit<ComponentProps<"form">, "action">;

/** A form that goes to a route instead of an action: same fields, same errors, no script. */
export function PlainForm({ state = idle, method = "post", className, children, ...props }: PlainFormProps) {
  const id = `form${useId()}`;
  const fieldErrors = state.status === "refused" ? state.fieldErrors : {};
  return (
    <form {...props} method={method} className={classNames("form", className)}>
      <FormKitProvider kit={{ id, state, isPending: false, reasonsOf: (name) => fieldErrors[name] ?? [] }}>
        <FormOutcome />
        {children}
      </FormKitProvider>
    </form>
  );
}
