import { describe, expect, test } from "vitest";
import { processorTimeOf } from "@/lib/core/testing/processor-time";
import { prefers, settleLanguage } from "./accept-language";

function isFrench(header: string): boolean {
  return new RegExp(`^${prefers("fr", ["en", "fr"])}$`).test(header);
}

describe("prefers", () => {
  test.each([
    "fr",
    "fr-CA,fr;q=0.9,en;q=0.8",
    "de-DE,fr;q=0.8,en;q=0.7",
    "FR",
    "*;q=0.1, fr-FR;q=1",
    "br,fr",
  ])("takes %j for French", (header) => expect(isFrench(header)).toBe(true));

  test.each(["en", "en-US,en;q=0.9,fr;q=0.8", "de-FR,en", "frr", "de", "*", "", "de-CH,EN;q=0.5,fr;q=0.4"])(
    "does not take %j for French",
    (header) => expect(isFrench(header)).toBe(false),
  );

  test("takes no long time for a long header", async () => {
    expect(await processorTimeOf(() => isFrench(`${"e,".repeat(8_000)}x`))).toBeLessThan(200);
  });
});

describe("settleLanguage", () => {
  test.each([
    [undefined, "fr"],
    ["de-DE,de;q=0.9", "fr"],
    ["*", "fr"],
    ["de,en;q=0.8", "de,en;q=0.8"],
    ["EN-gb", "EN-gb"],
    ["de-FR", "fr"],
  ])("lets %j ask for %j where that is the language of others", (asked, settled) => {
    const headers: Record<string, string | undefined> = { "accept-language": asked };
    settleLanguage({ headers }, { language: "fr", locales: ["en", "fr"] });
    expect(headers["accept-language"]).toBe(settled);
  });

  test.each([null, "en"])("leaves everything as it is where it is %j", (language) => {
    const headers = { "accept-language": "de" };
    settleLanguage({ headers }, { language, locales: ["en", "fr"] });
    expect(headers).toEqual({ "accept-language": "de" });
  });
});
