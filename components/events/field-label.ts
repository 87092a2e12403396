import { useTranslations } from "next-intl";

/** What a field of the event's form is called there; its own name if the form calls it otherwise. */
export function useFieldLabel(): (name: string) => string {
  const t = useTranslations("eventForm");
  return (name) => (t.has(name as "title") ? t(name as "title") : name);
}
