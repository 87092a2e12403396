import type { BrowserContext, Page } from "@playwright/test";
import { e2e, provide } from "./environment";
import { type Person, somebody } from "./people";
import { type App, startApp } from "./start-app";
import { test as base, expect } from "./test";

/** Seconds that the form must be open where no script runs. */
export const DELAY = 2;

/** An app of its own, since these stories change the server, and who administers it. */
type Town = { app: App; boss: Person; signedIn: Awaited<ReturnType<BrowserContext["storageState"]>> };

export const test = base.extend<{ boss: Page }, { town: Town }>({
  town: [
    async ({ browser }, use) => {
      const app = await startApp({ SIGN_UP_DELAY: String(DELAY) });
      const outside = e2e();
      provide({ ...outside, origin: app.origin, dataDir: app.dataDir });
      const boss = somebody("Vera");
      const context = await browser.newContext({ baseURL: app.origin, locale: "en-GB" });
      await welcome(await context.newPage(), app.welcomePath ?? "", boss);
      await use({ app, boss, signedIn: await context.storageState() });
      provide(outside);
      await context.close();
      await app.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ town }, use) => use(town.app.origin),
  /** The administrator's browser. */
  boss: async ({ browser, town, javaScriptEnabled, baseURL }, use) => {
    const context = await browser.newContext({
      storageState: town.signedIn,
      reducedMotion: "reduce",
      locale: "en-GB",
      javaScriptEnabled,
      baseURL,
    });
    await use(await context.newPage());
    await context.close();
  },
});

async function welcome(page: Page, path: string, boss: Person) {
  await page.goto(path);
  await page.getByLabel("E-mail address").fill(boss.email);
  await page.getByLabel("Password").fill(boss.password);
  await page.getByLabel("Name", { exact: true }).fill(boss.name);
  await page.getByLabel("Handle").fill(boss.handle);
  await page.getByRole("button", { name: "Create the administrator’s account" }).click();
  await expect(page.locator("summary.who")).toBeVisible();
}

type Decision = { mode: string; allow?: string; deny?: string; terms?: string };

/** Fills in the administrators' form; what is not said is emptied, but the terms, which stay. */
export async function decide(boss: Page, { mode, allow = "", deny = "", terms }: Decision) {
  await boss.goto("/admin/registration");
  await boss.getByRole("radio", { name: mode }).check();
  await boss.getByLabel("Only these e-mail addresses").fill(allow);
  await boss.getByLabel("Not these e-mail addresses").fill(deny);
  await boss.getByRole("button", { name: "Save" }).click();
  await expect(boss.getByText("Saved. It holds from now on.")).toBeVisible();
  if (terms !== undefined) await setTerms(boss, terms);
}

/** Own words, or none at all. */
export async function setTerms(boss: Page, words: string, { asksAgain = false } = {}) {
  await boss.goto("/admin/texts");
  const terms = boss.getByRole("region", { name: "Terms" });
  await terms.getByRole("radio", { name: words ? /^Own words/ : /^None/ }).check();
  if (words) {
    if (!(await terms.getByLabel("English").isVisible())) await terms.locator("summary").click();
    await terms.getByLabel("English").fill(words);
    await terms.getByLabel("Français").fill("");
  }
  await terms.getByLabel("Ask everybody again").setChecked(asksAgain);
  await terms.getByRole("button", { name: "Save the terms" }).click();
  await expect(
    boss.getByText(asksAgain ? /^Saved. Everybody is asked/ : /^Saved. What held before/),
  ).toBeVisible();
}

/** Fills in the form as a person does: as long as it takes to do the little work, or to wait without scripts. */
export async function fillIn(page: Page, person: Person, path = "/sign-up") {
  await page.goto(path);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByLabel("Name", { exact: true }).fill(person.name);
  await page.getByLabel("Handle").fill(person.handle);
  if (hasScripts()) await expect(page.locator("input[name=solution]")).toHaveValue(/\d/, { timeout: 20_000 });
  else await page.waitForTimeout(DELAY * 1000);
}

export async function send(page: Page) {
  await page.getByRole("main").getByRole("button", { name: "Create an account" }).click();
}

export function hasScripts(): boolean {
  return test.info().project.use.javaScriptEnabled !== false;
}
