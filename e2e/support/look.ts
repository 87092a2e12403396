import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // What the framework and the doctype leave no choice about.
    "doctype-style": "off",
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "no-inline-style": "error",
  },
});

/** Looks at the page as axe and as a validator of HTML do, and finds nothing. */
export async function look(page: Page): Promise<void> {
  await page.waitForLoadState();
  await expectAccessible(page);
  await expectValidHtml(page);
}

/** axe is a script. Where scripts are off it looks at the same page in a twin that gets none but axe itself. */
async function expectAccessible(page: Page) {
  if (test.info().project.use.javaScriptEnabled !== false) return runAxe(page);
  const twin = await page
    .context()
    .browser()!
    .newContext({ javaScriptEnabled: true, storageState: await page.context().storageState() });
  await twin.route(/\.js(\?|$)/, (route) => route.abort());
  const still = await twin.newPage();
  await still.goto(page.url());
  await runAxe(still);
  await twin.close();
}

async function runAxe(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`,
  );
  expect(told, `axe on ${page.url()}`).toEqual([]);
}

/** The HTML as the server sends it: what scripts make of it later is axe's business. */
async function expectValidHtml(page: Page) {
  const answer = await page.request.get(page.url(), { headers: { accept: "text/html" } });
  const report = await validator.validateString(await answer.text());
  const told = report.results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, selector, line }) => `${ruleId}: ${message} (${selector ?? `line ${line}`})`,
    ),
  );
  expect(told, `HTML of ${page.url()}`).toEqual([]);
}
