"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { type FormState, idle } from "@/lib/web/form-state";

/** What the fields of one form share. */
export type FormKit = {
  /** Goes before the ids of the fields, since a page may hold the same form many times. */
  id: string;
  state: FormState;
  isPending: boolean;
  /** Which of several submit buttons was pressed, as `name=value`. */
  pressed?: string;
  /** Reasons of the field, the browser's first. */
  reasonsOf: (name: string) => string[];
  /** Absent where nothing is checked in the browser. */
  register?: (name: string) => UseFormRegisterReturn;
};

const FormKitContext = createContext<FormKit>({
  id: "form",
  state: idle,
  isPending: false,
  reasonsOf: () => [],
});
const FormTextsContext = createContext<Record<string, string> | null>(null);

export function FormKitProvider({ kit, children }: { kit: FormKit; children: ReactNode }) {
  return <FormKitContext value={kit}>{children}</FormKitContext>;
}

export function useFormKit(): FormKit {
  return useContext(FormKitContext);
}

export function FormTextsProvider({
  texts,
  children,
}: {
  texts: Record<string, string>;
  children: ReactNode;
}) {
  return <FormTextsContext value={texts}>{children}</FormTextsContext>;
}

/** Fails at once where a form was put on a page without its sentences, and not when somebody is refused. */
export function useFormTexts(): Record<string, string> {
  const texts = useContext(FormTextsContext);
  if (!texts) throw new Error("A form must stand inside <FormTexts>");
  return texts;
}

/** Puts reasons into words. A reason that nobody wrote a sentence for is still answered with one. */
export function useReasonText(): (reason: string) => string {
  const texts = useFormTexts();
  return (reason) => texts[reason] ?? texts.not_accepted ?? reason;
}
