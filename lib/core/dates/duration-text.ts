import { languageTag } from "./date-text";

/** How long that is, in the largest unit that says it without a rest: "5 minutes", "90 seconds", "24 heures". */
export function durationText(seconds: number, locale: string): string {
  const { unit, length } = unitOf(seconds);
  const format = new Intl.NumberFormat(languageTag(locale), { style: "unit", unit, unitDisplay: "long" });
  return format.format(seconds / length);
}

function unitOf(seconds: number) {
  if (seconds % 3600 === 0) return { unit: "hour", length: 3600 };
  if (seconds % 60 === 0) return { unit: "minute", length: 60 };
  return { unit: "second", length: 1 };
}
