import { useLocale, useTranslations } from "next-intl";
import { useTaskName } from "@/components/admin/work/task-name";
import { dateText, timeText } from "@/lib/core/dates/date-text";
import type { InstanceSettings } from "@/lib/instance/settings";
import type messages from "@/messages/en.json";

type Known = keyof (typeof messages)["log"]["fields"];
/** Whoever adds a setting gives it a name for the log: the type check fails without. */
type Unnamed = Exclude<keyof InstanceSettings, Known | `${string}Html`>;
type FieldsOf = [Unnamed] extends [never] ? Record<string, unknown> : never;

type LogChangesProps = { details: FieldsOf; zone: string };

/** What stood before and after, in words: names of settings are none that people know. */
export function LogChanges({ details, zone }: LogChangesProps) {
  const t = useTranslations("log");
  const { before, after, ...others } = details as Record<string, Record<string, unknown> | undefined>;
  const textOf = useFieldsText(zone);
  const text = textOf(others);
  return (
    <>
      {text && <p className="soft small">{text}</p>}
      {(before || after) && (
        <dl className="log-change small" dir="auto">
          {before && (
            <div>
              <dt>{t("before")}</dt> <dd>{textOf(before)}</dd>
            </div>
          )}
          {after && (
            <div>
              <dt>{t("after")}</dt> <dd>{textOf(after)}</dd>
            </div>
          )}
        </dl>
      )}
    </>
  );
}

/** What nobody gave a word stands as it was stored, so that the log never hides anything. */
function useFieldsText(zone: string): (fields: Record<string, unknown>) => string {
  const t = useTranslations("log");
  const locale = useLocale();
  const taskName = useTaskName();

  function fieldsText(fields: Record<string, unknown>, between = " · "): string {
    return Object.entries(fields)
      .map(([key, value]) =>
        t("field", {
          name: wordOf("fields", key),
          value: key === "task" ? taskName(String(value)) : valueText(value),
        }),
      )
      .join(between);
  }

  function valueText(value: unknown): string {
    if (value === null || value === undefined || value === "") return t("values.nothing");
    if (typeof value === "boolean") return t(value ? "values.yes" : "values.no");
    if (Array.isArray(value)) return value.map(valueText).join(", ");
    if (typeof value === "object") return fieldsText(value as Record<string, unknown>, ", ");
    if (typeof value !== "string") return String(value);
    const inner = objectIn(value);
    if (inner) return fieldsText(inner, ", ");
    return isMoment(value) ? momentOf(new Date(value)) : wordOf("values", value);
  }

  function wordOf(group: "fields" | "values", key: string): string {
    const name = `${group}.${key}` as `fields.${Known}`;
    return /^\w+$/.test(key) && t.has(name) ? t(name) : key;
  }

  function momentOf(at: Date): string {
    return `${dateText(at, { zone, locale, style: "short", year: true })} ${timeText(at, { zone, locale })}`;
  }

  return fieldsText;
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text);
}

/** Settings of more than one part are stored as JSON, and cut where they are long. */
function objectIn(text: string): Record<string, unknown> | null {
  if (!text.startsWith("{")) return null;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}
