import { copyFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";

const folder = "public/vendor";
const { resolve } = createRequire(import.meta.url);

/** Files of packages that pages without a framework load as they are, from this server. */
const files = {
  "leaflet.js": resolve("leaflet/dist/leaflet.js"),
  "leaflet.css": resolve("leaflet/dist/leaflet.css"),
};

/** Puts them beside our own public files. Doing it again is harmless. */
export function bringVendorFiles(): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, source] of Object.entries(files)) copyFileSync(source, `${folder}/${name}`);
}
