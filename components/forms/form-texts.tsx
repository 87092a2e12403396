import { useMessages } from "next-intl";
import type { ReactNode } from "react";
import { FormTextsProvider } from "./form-context";

type Texts = { refusals?: Record<string, string>; notices?: Record<string, string> };

/**
 * Stands once around a page and hands the sentences for refusals and notices to its forms, so that no form needs a
 * translation library in the browser. The sentences are plain: no arguments, no plural.
 */
export function FormTexts({ children }: { children: ReactNode }) {
  const { refusals, notices }: Texts = useMessages();
  return <FormTextsProvider texts={{ ...refusals, ...notices }}>{children}</FormTextsProvider>;
}
