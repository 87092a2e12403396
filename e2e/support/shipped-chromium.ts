import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser } from "./chromium";

type Starts = (executablePath: string, env: Record<string, string>) => boolean;

/** The Chromium of @sparticuz/chromium, unpacked once into node_modules/.cache, with what this machine lacks. */
export function shippedChromium(starts: Starts): Browser {
  const folder = unpacked();
  const executablePath = join(folder, "chromium");
  const fontsFile = join(folder, "fonts.conf");
  const fonts: Record<string, string> = existsSync("/etc/fonts/fonts.conf")
    ? {}
    : { FONTCONFIG_FILE: fontsFile };
  const libraries = { LD_LIBRARY_PATH: join(folder, "al2023", "lib") };
  const env = [fonts, { ...fonts, ...libraries }].find((candidate) => starts(executablePath, candidate));
  if (env) return { executablePath, env };
  throw new Error("The Chromium that npm brought does not start here. Install one, or set CHROMIUM_PATH.");
}

/** Unpacked aside and renamed, so that a half one is never used. The package unpacks to the temporary directory. */
function unpacked(): string {
  const { version } = JSON.parse(readFileSync("node_modules/@sparticuz/chromium/package.json", "utf8"));
  const cache = resolve("node_modules/.cache");
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;

  mkdirSync(cache, { recursive: true });
  const half = mkdtempSync(`${folder}.`);
  const script = "import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())";
  // As on AWS it also unpacks the libraries that servers lack.
  const env = { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" };
  const { status, stderr } = spawnSync(process.execPath, ["-e", script], { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`The Chromium that npm brought cannot be unpacked:\n${stderr}`);
  writeFileSync(join(half, "fonts.conf"), fontsConf(folder));
  try {
    renameSync(half, folder);
  } catch {
    rmSync(half, { recursive: true, force: true }); // somebody else was faster
  }
  return folder;
}

function fontsConf(folder: string): string {
  const lines = [`<dir>${folder}/fonts</dir>`, `<cachedir>${folder}/fonts-cache</cachedir>`];
  return `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>${lines.join("")}</fontconfig>\n`;
}
