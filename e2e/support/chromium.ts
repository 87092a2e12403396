import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { shippedChromium } from "./shipped-chromium";

export type Browser = { executablePath: string; env: Record<string, string> };

/** For root, for machines without a graphics card, and for closed networks: it asks nobody for anything. */
export const chromiumArgs = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A Chromium that starts: CHROMIUM_PATH, else an installed one, else Playwright's, else the one that npm brought. */
export async function findChromium(): Promise<Browser> {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) {
    if (starts(CHROMIUM_PATH)) return { executablePath: CHROMIUM_PATH, env: {} };
    throw new Error(`CHROMIUM_PATH is ${CHROMIUM_PATH}, which does not start.`);
  }
  const found = [...installed(), chromium.executablePath()].find((path) => existsSync(path) && starts(path));
  if (found) return { executablePath: found, env: {} };
  return shippedChromium(starts);
}

function installed(): string[] {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const apps = ["Google Chrome", "Chromium"].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...apps];
}

/** A file is not enough: distributions leave stubs behind, and libraries can be missing. */
function starts(executablePath: string, env: Record<string, string> = {}): boolean {
  const options = { env: { ...process.env, ...env }, timeout: 20_000 };
  return spawnSync(executablePath, ["--version", "--no-sandbox"], options).status === 0;
}
