import type { Page } from "@playwright/test";
import { e2e, provide } from "../support/environment";
import { type Person, signUp, somebody } from "../support/people";
import { type App, startApp } from "../support/start-app";
import { test as base, expect } from "../support/test";
import { openWire, type Wire } from "./wire";

/** One of two servers that know each other only by what they say. */
export type Town = { app: App; wire: Wire; host: string };

type Someone = Person & { page: Page /** As others elsewhere write it. */; address: string };

type Fixtures = {
  /** Somebody with an account in this town, in a browser of their own. */
  citizen: (town: Town, name: string) => Promise<Someone>;
};

/** Two servers on loopback, each behind a wire. */
export const test = base.extend<Fixtures, { north: Town; south: Town }>({
  north: [async ({ browserName: _ }, use) => run(use), { scope: "worker", timeout: 180_000 }],
  south: [async ({ browserName: _ }, use) => run(use), { scope: "worker", timeout: 180_000 }],
  citizen: async ({ browser, javaScriptEnabled }, use) => {
    const pages: Page[] = [];
    await use(async (town, name) => {
      const context = await browser.newContext({
        baseURL: town.wire.origin,
        locale: "en-GB",
        timezoneId: "Europe/Paris",
        reducedMotion: "reduce",
        javaScriptEnabled,
      });
      const page = await context.newPage();
      pages.push(page);
      const person = somebody(name);
      await inTown(town, () => signUp(page, person));
      return { ...person, page, address: `@${person.handle}@${town.host}` };
    });
    for (const page of pages) await page.context().close();
  },
});

export { expect };

/** Mails are looked for in this town meanwhile. */
export async function inTown<T>({ app }: Town, work: () => Promise<T>): Promise<T> {
  const outside = e2e();
  provide({ ...outside, origin: app.origin, dataDir: app.dataDir });
  try {
    return await work();
  } finally {
    provide(outside);
  }
}

async function run(use: (town: Town) => Promise<void>): Promise<void> {
  const wire = await openWire("127.0.0.1");
  const app = await startApp({ ORIGIN: wire.origin, ALLOW_PRIVATE_NETWORK: "on" });
  wire.port = app.port;
  await use({ app, wire, host: new URL(wire.origin).host });
  await wire.close();
  await app.stop();
}
