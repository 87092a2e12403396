import { e2e, provide } from "./environment";
import { CLIENT, type Provider, startProvider } from "./oidc-provider";
import { type App, startApp } from "./start-app";
import { test as base } from "./test";

/** An app of its own with three providers: one that brings newcomers, one that does not, one that is away. */
type Town = { app: App; maison: Provider; club: Provider };

export const test = base.extend<{ forgetLies: undefined }, { town: Town }>({
  town: [
    async ({ browserName: _ }, use) => {
      const [maison, club] = [await startProvider(), await startProvider()];
      const OIDC_PROVIDERS = JSON.stringify([
        entry("maison", "Maison des Associations", { issuer: maison.issuer, signUp: true }),
        entry("club", "Bicycle Club", { issuer: club.issuer }),
        entry("away", "Nobody", { issuer: "http://127.0.0.1:9" }),
      ]);
      const app = await startApp({ OIDC_PROVIDERS });
      const outside = e2e();
      provide({ ...outside, origin: app.origin, dataDir: app.dataDir });
      await use({ app, maison, club });
      provide(outside);
      await Promise.all([app.stop(), maison.stop(), club.stop()]);
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ town }, use) => use(town.app.origin),
  forgetLies: [
    async ({ town: { maison, club } }, use) => {
      await use(undefined);
      for (const provider of [maison, club]) Object.assign(provider, { lie: {}, lieAbout: {} });
    },
    { auto: true },
  ],
});

function entry(id: string, name: string, rest: { issuer: string; signUp?: boolean }) {
  return { id, name, clientId: CLIENT.id, clientSecret: CLIENT.secret, ...rest };
}
