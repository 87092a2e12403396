import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { locales } from "@/lib/core/locale";
import { messagesFor } from "@/lib/core/messages";
import { eventInput } from "@/lib/events/input";
import { ConflictValue } from "./conflict-value";

function shown(name: string, text: string, locale: (typeof locales)[number] = "en"): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messagesFor(locale)} timeZone="UTC">
      <ConflictValue name={name} text={text} />
    </NextIntlClientProvider>,
  );
}

/** All fields in which one chooses among values that have codes. */
const choices = Object.entries(eventInput.shape).flatMap(([name, schema]) => {
  const inner = schema instanceof z.ZodDefault ? schema.unwrap() : schema;
  return inner instanceof z.ZodEnum ? inner.options.map((value) => [name, String(value)] as const) : [];
});

describe("ConflictValue", () => {
  test.each(choices)("says %s “%s” in the words of the form", (name, value) => {
    for (const locale of locales) {
      const text = shown(name, value, locale);
      expect(text).not.toBe(value);
      expect(text).toMatch(/^\p{Lu}/u);
    }
  });

  test.each([
    ["isAddressHidden", "on", "Yes"],
    ["smokeFree", "", "No"],
    ["needsAccount", "on", "Yes"],
    ["retentionDays", "30", "30 days"],
    ["commentsPauseSeconds", "300", "5 minutes"],
    ["commentsPauseSeconds", "0", "None"],
    ["offerHours", "24", "24"],
    ["country", "BE", "Belgium"],
    ["country", "", "Not told"],
    ["language", "fr", "French"],
    ["language", "auto", "Found out from what you write"],
    ["startsAt", "2026-12-01T18:30", "Tuesday 1 December 2026, 18:30"],
    ["focusX", "30", "30 %"],
    ["category", "MUSIC", "Music"],
    ["category", "Choirs", "Choirs"],
    ["title", "<b>", "&lt;b&gt;"],
  ])("shows %s “%s” as %s", (name, value, text) => {
    expect(shown(name, value)).toBe(text);
  });

  test.each([
    ["startsAt", "soon"],
    ["language", "no language"],
    ["country", "XYZ"],
    ["joinMode", "someday"],
  ])("shows %s “%s”, which makes no sense, as it is", (name, value) => {
    expect(shown(name, value)).toBe(value);
  });
});
