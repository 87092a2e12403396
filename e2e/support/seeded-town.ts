import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { e2e, provide } from "./environment";
import { type App, startApp } from "./start-app";
import { submit } from "./submit";
import { test as base } from "./test";

/** Another server on this machine, where one account is known: it tells where to go on with a thing. */
type Neighbour = { host: string; stop(): Promise<void> };

/** An app of its own with the town of the seed, and what other servers have told it. */
type Town = { app: App; neighbour: Neighbour };

export const test = base.extend<object, { town: Town }>({
  town: [
    async ({ browserName: _ }, use) => {
      const neighbour = await startNeighbour();
      const app = await startApp({ ALLOW_PRIVATE_NETWORK: "on" });
      seed(app);
      const outside = e2e();
      provide({ ...outside, origin: app.origin, dataDir: app.dataDir });
      await use({ app, neighbour });
      provide(outside);
      await Promise.all([app.stop(), neighbour.stop()]);
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: async ({ town }, use) => use(town.app.origin),
});

/** One of the people whom the seed brings, who reads English here whatever they read at home. */
export async function signInSeeded(page: Page, name: "ada" | "grace" | "linus" | "vera"): Promise<void> {
  await submit(page, "/sign-in", { email: `${name}@example.org`, password: "ring the bells" });
  await page.context().addCookies([{ name: "carillon_locale", value: "en", url: e2e().origin }]);
}

function seed({ dataDir, port }: App): void {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, DATA_DIR: dataDir, PORT: String(port), NODE_ENV: "production" as const };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/seed.ts"], {
    env,
  });
  if (status !== 0) throw new Error(`The town could not be seeded:\n${stdout}${stderr}`);
}

async function startNeighbour(): Promise<Neighbour> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://neighbour");
    const isKnown =
      pathname === "/.well-known/webfinger" && searchParams.get("resource")?.startsWith("acct:me@");
    response.writeHead(isKnown ? 200 : 404, { "content-type": "application/jrd+json" }).end(
      JSON.stringify({
        links: [
          {
            rel: "http://ostatus.org/schema/1.0/subscribe",
            template: `http://${request.headers.host}/interact?uri={uri}`,
          },
        ],
      }),
    );
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((settle) => server.close(settle));
  };
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}
