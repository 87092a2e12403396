import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

const { resolve } = createRequire(import.meta.url);

/** Where scripts are off no timer ever ends, so what axe puts off is done at once. */
const source = `((setTimeout) => {
  ${readFileSync(resolve("axe-core/axe.min.js"), "utf8")}
})((work) => Promise.resolve().then(work));`;

const options: axe.RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  // Only what is wrong is told, and there are no sheets or sounds of others that it would have to wait for.
  resultTypes: ["violations"],
  reporter: "no-passes",
  preload: false,
};

/** What axe finds wrong on the page as it is now, one line a rule. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async (options) => {
    const { axe: looker } = window as unknown as { axe: typeof axe };
    const { violations } = await looker.run(document, options);
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`,
    );
  }, options);
}
