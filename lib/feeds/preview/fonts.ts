import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { env } from "@/lib/core/env";
import { unpackWoff } from "./woff";

/** What the text of a picture is set in: the name that its library knows, and the files, other letters first. */
export type Font = { name: string; files: string[] };

const display = { name: "Bricolage Grotesque Bold", family: "bricolage-grotesque", weight: 700 };
const strong = { name: "Figtree Bold", family: "figtree", weight: 700 };
const plain = { name: "Figtree", family: "figtree", weight: 400 };
const subsets = ["latin-ext", "latin"];

export type Fonts = Record<"display" | "strong" | "plain", Font>;

let unpacked: Promise<Fonts> | undefined;

/** Our two typefaces as files that pictures can be drawn with; unpacked once, into DATA_DIR/fonts. */
export function previewFonts(): Promise<Fonts> {
  unpacked ??= unpackAll().catch((error) => {
    unpacked = undefined;
    throw error;
  });
  return unpacked;
}

async function unpackAll(): Promise<Fonts> {
  await mkdir(directory(), { recursive: true });
  return { display: await unpack(display), strong: await unpack(strong), plain: await unpack(plain) };
}

async function unpack({ name, family, weight }: typeof display): Promise<Font> {
  const files = subsets.map((subset) => `${family}-${subset}-${weight}-normal`);
  return { name, files: await Promise.all(files.map((file) => unpackFile(family, file))) };
}

async function unpackFile(family: string, file: string): Promise<string> {
  const woff = resolve("node_modules/@fontsource", family, "files", `${file}.woff`);
  const path = join(directory(), `${file}.ttf`);
  const isThere = await stat(path).catch(() => null);
  if (isThere) return path;
  await writeFile(`${path}.${process.pid}.tmp`, unpackWoff(await readFile(woff)));
  await rename(`${path}.${process.pid}.tmp`, path);
  return path;
}

function directory(): string {
  return join(env().DATA_DIR, "fonts");
}
