import type { Page } from "@playwright/test";
import { sectionsFor } from "../components/admin/sections";
import { paths } from "../lib/core/paths";
import en from "../messages/en.json" with { type: "json" };
import fr from "../messages/fr.json" with { type: "json" };
import { look } from "./support/look";
import { signInSeeded, test } from "./support/seeded-town";
import { expect } from "./support/test";

const titles: Record<"en" | "fr", Record<string, string>> = { en: en.admin.sections, fr: fr.admin.sections };
/** What is shown instead of a text that there is not. */
const missing = new RegExp(`(?:^|[^\\w/@.])(?:${Object.keys(en).join("|")})\\.\\w+(?:\\.\\w+)*`);

for (const [role, name] of [
  ["administrator", "vera"],
  ["moderator", "linus"],
] as const) {
  test(`every page of ${role}s is whole in both languages, also on a phone @nojs`, async ({ page }) => {
    test.setTimeout(180_000);
    await signInSeeded(page, name);
    await page.setViewportSize({ width: 390, height: 844 });
    for (const locale of ["en", "fr"] as const) {
      await readIn(page, locale);
      const below = new Set<string>();
      for (const { own } of sectionsFor(role)) {
        for (const section of own) {
          await test.step(`${paths[section]} (${locale})`, async () => {
            await page.goto(paths[section]);
            await expect(page.getByRole("heading", { level: 1 })).toHaveText(titles[locale][section]!);
            await expectWhole(page, locale);
          });
          for (const path of await oneOfEach(page)) below.add(path);
        }
      }
      for (const path of below) {
        await test.step(`${path} (${locale})`, async () => {
          await page.goto(path);
          await expectWhole(page, locale);
        });
      }
    }
  });
}

async function readIn(page: Page, locale: "en" | "fr") {
  const { origin } = new URL(test.info().project.use.baseURL ?? page.url());
  await page.context().addCookies([{ name: "carillon_locale", value: locale, url: origin }]);
}

async function expectWhole(page: Page, locale: "en" | "fr") {
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
  await look(page);
  expect(await page.locator("body").innerText(), "a text is missing").not.toMatch(missing);
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(tooWide, `pixels too wide: ${page.url()}`).toBeLessThanOrEqual(0);
}

/** Pages of the staff that this one leads to and the menu does not: one of each kind, told by all but what it is about. */
async function oneOfEach(page: Page): Promise<string[]> {
  const links = page.locator('main a[href^="/admin"], main a[href^="/moderation"]');
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const kinds = new Map<string, string>();
  for (const href of hrefs) {
    const { pathname } = new URL(href, page.url());
    if (Object.values<string>(paths).includes(pathname) || /\.\w+$/.test(pathname)) continue;
    const kind = pathname.replace(/[0-9a-f-]{36}/g, "*").replace(/\/[^/]+$/, "/*");
    if (!kinds.has(kind)) kinds.set(kind, href);
  }
  return [...kinds.values()];
}
