import { useTranslations } from "next-intl";
import { CategoryName } from "./category-name";

const choices = {
  free: "joinFree",
  approval: "joinApproval",
  none: "joinNone",
  public: "visibilityPublic",
  unlisted: "visibilityUnlisted",
} as const;

/** What a field of the event's form holds, as its reader knows it from the form. */
export function ConflictValue({ name, text }: { name: string; text: string }) {
  const t = useTranslations("eventForm");
  const tEmpty = useTranslations("conflict");
  if (text === "") return <span className="soft">{tEmpty("empty")}</span>;
  if (name === "category") return <CategoryName code={text} />;
  if (name === "startsAt" || name === "endsAt") return text.replace("T", " ");
  if (name === "joinMode" || name === "visibility") {
    const choice = choices[text as keyof typeof choices];
    return choice ? t(choice) : text;
  }
  return text;
}
