import { e2e, provide } from "./environment";
import { type App, startApp } from "./start-app";
import { test as base } from "./test";

/** A demonstration: an app of its own, since its stories wipe it. */
export const test = base.extend<object, { town: App }>({
  town: [
    async ({ browserName: _ }, use) => {
      const app = await startApp({ DEMO: "1" });
      const outside = e2e();
      provide({ ...outside, origin: app.origin, dataDir: app.dataDir });
      await use(app);
      provide(outside);
      await app.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ town }, use) => use(town.origin),
});
