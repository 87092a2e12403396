import { useLocale, useTranslations } from "next-intl";
import { dateText, timeText } from "@/lib/core/dates/date-text";
import { durationText } from "@/lib/core/dates/duration-text";
import { amenityFields } from "@/lib/events/metadata";
import { CategoryName } from "./category-name";

const boxes: string[] = ["isAddressHidden", "needsAccount", ...amenityFields];

/** What a field of the event's form holds, as its reader knows it from the form. */
export function ConflictValue({ name, text }: { name: string; text: string }) {
  const t = useTranslations("conflict");
  const choice = useChoice(name, text);
  if (boxes.includes(name)) return t(text === "" ? "unticked" : "ticked");
  if (choice !== null) return choice;
  if (text === "") return <span className="soft">{t("empty")}</span>;
  if (name === "category") return <CategoryName code={text} />;
  if (name === "startsAt" || name === "endsAt") return <LocalTime text={text} />;
  if (name === "focusX" || name === "focusY") return `${text} %`;
  return text;
}

/** Where the form's texts have the choices of a field; `untold` is the empty one. */
const choices: Record<string, (value: string) => string> = {
  status: (value) => `statuses.${value}`,
  guestList: (value) => `guestLists.${value}`,
  commentsPolicy: (value) => `commentsPolicies.${value}`,
  waitlist: (value) => `waitlists.${value}`,
  wheelchair: (value) => `wheelchairs.${value || "untold"}`,
  joinMode: (value) => `join${upperFirst(value)}`,
  visibility: (value) => `visibility${upperFirst(value)}`,
};

/** What a list or a row of buttons calls this value; null: the field is none, or does not know it. */
function useChoice(name: string, value: string): string | null {
  const t = useTranslations("eventForm");
  const locale = useLocale();
  const key = choices[name]?.(value);
  if (key && t.has(key as "title")) return t(key as "title");
  if (name === "language" && value === "auto") return t("languageAuto");
  if (name === "language" && value) return nameOf(value, { locale, type: "language" });
  if (name === "retentionDays" && /^\d+$/.test(value)) return t("days", { days: Number(value) });
  if (name === "commentsPauseSeconds" && /^\d+$/.test(value))
    return value === "0" ? t("commentsPauseNone") : durationText(Number(value), locale);
  if (name === "country") return value ? nameOf(value, { locale, type: "region" }) : t("noCountry");
  return null;
}

/** A time as `datetime-local` has it, in the zone of the event, which is a field of its own. */
function LocalTime({ text }: { text: string }) {
  const locale = useLocale();
  const at = new Date(`${text}Z`);
  if (Number.isNaN(at.getTime())) return text;
  const [zone, style] = ["UTC", "long"] as const;
  return `${dateText(at, { zone, locale, style, year: true })}, ${timeText(at, { zone, locale })}`;
}

function nameOf(code: string, { locale, type }: { locale: string; type: "language" | "region" }): string {
  try {
    return new Intl.DisplayNames(locale, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
