import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { HtmlValidate } from "html-validate";
import { violationsOn } from "./axe";
import { e2e } from "./environment";
import { structuresOn } from "./structure";

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

/**
 * Looks at the page as axe and as a validator of HTML do, and finds nothing. What axe has looked at in this run, and
 * found nothing, it need not see again.
 */
export async function look(page: Page): Promise<void> {
  await page.waitForLoadState();
  await expect(page).toHaveTitle(/./);
  await expectAccessible(page);
  await expectValidHtml(page);
}

/** So often a page may change while axe looks at it. */
const MOST_LOOKS = 5;

async function expectAccessible(page: Page) {
  let structures = await structuresOn(page);
  for (let looks = 1; ; looks++) {
    const unseen = structures.map(fileOf).filter((file) => !existsSync(file));
    if (unseen.length === 0) return;
    const violations = await violationsOn(page);
    const after = await structuresOn(page);
    const isSettled = structures.every((structure, at) => structure === after[at]);
    // After an action that leads elsewhere the old title is gone a moment before the new one is there.
    if (isSettled || looks === MOST_LOOKS) {
      expect(violations, `axe on ${page.url()}`).toEqual([]);
      if (isSettled) for (const file of unseen) writeFileSync(file, page.url());
      return;
    }
    structures = after;
  }
}

/** Says by being there that this structure was looked at, by whichever of the workers. */
function fileOf(structure: string): string {
  return join(e2e().looked, structure);
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
