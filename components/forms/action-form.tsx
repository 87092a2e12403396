"use client";

import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { FormAction } from "@/lib/web/form-state";
import { FormKitProvider } from "./form-context";
import { FormOutcome } from "./form-outcome";
import { type SchemaLoader, useActionForm } from "./use-action-form";

export type ActionFormProps = {
  action: FormAction;
  /** For forms that are used again and again on one page, such as comments. */
  resetWhenDone?: boolean;
  children: ReactNode;
} & Omit<ComponentProps<"form">, "action" | "onSubmit" | "ref">;

/** A form that is only checked on the server. The fields inside may be rendered on the server. */
export function ActionForm(props: ActionFormProps) {
  return <CheckedForm {...props} />;
}

/** Makes the form of one schema, checked in the browser too: `export const JoinForm = actionForm(() => import(…))`. */
export function actionForm(loadSchema: SchemaLoader) {
  return function FormOfSchema(props: ActionFormProps) {
    return <CheckedForm {...props} loadSchema={loadSchema} />;
  };
}

function CheckedForm({
  action,
  id,
  loadSchema,
  resetWhenDone,
  className,
  children,
  ...props
}: ActionFormProps & { loadSchema?: SchemaLoader }) {
  const { kit, formProps } = useActionForm(action, { id, loadSchema, resetWhenDone });
  return (
    <form {...props} {...formProps} className={classNames("form", className)}>
      <FormKitProvider kit={kit}>
        <FormOutcome />
        {children}
      </FormKitProvider>
    </form>
  );
}
