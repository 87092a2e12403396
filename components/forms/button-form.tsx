"use client";

import { type ComponentProps, useActionState } from "react";
import { type FormAction, idle } from "@/lib/web/form-state";
import { SAME_PAGE } from "./same-page";

type ButtonFormProps = { action: FormAction } & Omit<ComponentProps<"form">, "action">;

/** A form of hidden fields and a button, with nothing to say about a refusal: it does nothing when it may not. */
export function ButtonForm({ action, ...props }: ButtonFormProps) {
  const [, submit] = useActionState(action, idle, SAME_PAGE);
  return <form {...props} action={submit} />;
}
