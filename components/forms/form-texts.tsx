import { useMessages } from "next-intl";
import type { ReactNode } from "react";
import { FormTextsProvider } from "./form-context";

type Texts = { refusals?: Record<string, string>; notices?: Record<string, string> };

/**
 * Stands once around the forms of a page and hands them the sentences for refusals and notices, so that no form needs
 * a translation library in the browser. The sentences are plain: no arguments, no plural. Not in the frame of all
 * pages: they are a tenth of what a page without a form weighs.
 */
export function FormTexts({ children }: { children: ReactNode }) {
  const { refusals, notices }: Texts = useMessages();
  return <FormTextsProvider texts={{ ...refusals, ...notices }}>{children}</FormTextsProvider>;
}
