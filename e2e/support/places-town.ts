import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { e2e, provide } from "./environment";
import { type App, startApp } from "./start-app";
import { test as base } from "./test";

type Neighbour = { origin: string; asked: IncomingMessage[]; stop(): Promise<void> };

/** An app of its own that asks a geocoder and offers a map, both on this machine, which note who asked for what. */
type Town = { app: App; geocoder: Neighbour; tiles: Neighbour };

export const test = base.extend<object, { town: Town }>({
  town: [
    async ({ browserName: _ }, use) => {
      const [geocoder, tiles] = [await start(answerQuestion), await start(sendTile)];
      const app = await startApp({
        ALLOW_PRIVATE_NETWORK: "on",
        GEOCODER: "photon",
        GEOCODER_URL: geocoder.origin,
        MAP_TILES: `${tiles.origin}/{z}/{x}/{y}.png`,
        MAP_ATTRIBUTION: "© OpenStreetMap contributors <b>",
      });
      const outside = e2e();
      provide({ ...outside, origin: app.origin, dataDir: app.dataDir });
      await use({ app, geocoder, tiles });
      provide(outside);
      await Promise.all([app.stop(), geocoder.stop(), tiles.stop()]);
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ town }, use) => use(town.app.origin),
});

async function start(answer: RequestListener): Promise<Neighbour> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((settle) => server.close(settle));
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, stop };
}

/** Knows two streets, as Photon tells of them. */
function answerQuestion(request: IncomingMessage, response: ServerResponse): void {
  const query = new URL(request.url ?? "", "http://geocoder").searchParams.get("q")?.toLowerCase() ?? "";
  const street = ["Cours des Alliés", "Rue de Verdun"].find((name) => name.toLowerCase().includes(query));
  const feature = (housenumber: string, at: [number, number]) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: at },
    properties: {
      osm_key: "place",
      osm_value: "house",
      housenumber,
      street,
      postcode: "35000",
      city: "Rennes",
      state: "Bretagne",
      country: "France",
      countrycode: "FR",
    },
  });
  const features = street ? [feature("6", [-1.674, 48.105]), feature("8", [-1.675, 48.106])] : [];
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ type: "FeatureCollection", features }));
}

/** One grey pixel. */
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGM4AQAAygDJmcpdfgAAAABJRU5ErkJggg==",
  "base64",
);

function sendTile(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "image/png" }).end(pixel);
}
