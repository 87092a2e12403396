import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Locale } from "@/lib/core/locale";
import { messagesFor } from "@/lib/core/messages";
import { LogChanges } from "./log-changes";

test("settings, states and moments are told in words, in both languages", () => {
  const details = {
    before: { slowModeSeconds: 0, reportsByMail: false, logo: null },
    after: { slowModeSeconds: 30, reportsByMail: true, until: "2026-11-30T22:21:00.000Z" },
  };

  expect(render(details)).toContain(
    "Seconds between two comments: 0 · Reports without an account: no · Logo: nothing",
  );
  expect(render(details)).toContain("Until: Mon 30 Nov 2026 23:21");
  expect(render(details, "fr")).toContain("Signalements sans compte\u202f: oui");
});

test("what has parts is opened, and a job is called by its name", () => {
  expect(render({ after: { terms: '{"mode":"own","version":2}' } })).toContain(
    "Terms: Text: own words, Version: 2",
  );
  expect(render({ task: "send-mail" })).toContain("Job: Send a mail");
});

test("what nobody gave a word, and JSON that was cut, stand as they were stored", () => {
  expect(render({ quaver: "semi-quaver" })).toContain("quaver: semi-quaver");
  expect(render({ after: { terms: '{"mode":"ow… (400)' } })).toContain(
    "Terms: {&quot;mode&quot;:&quot;ow… (400)",
  );
});

function render(details: Record<string, unknown>, locale: Locale = "en"): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messagesFor(locale)} timeZone="Europe/Paris">
      <LogChanges details={details} zone="Europe/Paris" />
    </NextIntlClientProvider>,
  );
}
