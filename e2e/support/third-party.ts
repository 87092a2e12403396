import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { text as textOf } from "node:stream/consumers";
import type { APIRequestContext, APIResponse, Page } from "@playwright/test";
import { type ParsedMail, simpleParser } from "mailparser";
import { fromBufferPromise } from "yauzl";
import { dataDir } from "./data-dir";
import type { Exhibit } from "./shared-values";

/** Says when it was asked, and nothing else. */
const ofTheMoment = new Set(["date"]);

export type Reader = { as: string; request: APIRequestContext };

/** Asks for an address as this person, and keeps all of the answer. */
export async function ask(
  person: Reader,
  path: string,
  headers: Record<string, string> = {},
): Promise<Exhibit> {
  const answer = await person.request.get(path, {
    headers: { accept: "text/html", ...headers },
    // The framework leads a payload to an address that names the headers it was asked with.
    maxRedirects: headers.rsc ? 1 : 0,
  });
  const body = await answer.body();
  const type = answer.headers()["content-type"] ?? "";
  const told = answer
    .headersArray()
    .filter(({ name }) => !ofTheMoment.has(name.toLowerCase()))
    .map(({ name, value }) => `${name}: ${value}`);
  const text = type.startsWith("image/") ? digestsOf(body) : body.toString("utf8");
  const how = headers.rsc ? " (payload)" : "";
  return { from: `${person.as} ${path}${how}`, text: [answer.status(), ...told, "", text].join("\n") };
}

/** What comes with every page for everybody: the words that drawings are made with, for one. */
export async function askStyleSheets(person: Reader): Promise<Exhibit[]> {
  const { text } = await ask(person, "/");
  const sheets = new Set([...text.matchAll(/href="(\/[^"]+\.css)"/g)].map(([, path]) => path!));
  return Promise.all([...sheets].map((path) => ask(person, path)));
}

/** The addresses of all pictures that a page shows, in each of their sizes. */
export function picturesIn({ text }: Exhibit): string[] {
  return [...new Set([...text.matchAll(/\/media\/[\w-]+\.webp/g)].map(([path]) => path))];
}

/** The mails that came to this address: as they were sent, and what they say once decoded. */
export async function mailsAt(address: string): Promise<Exhibit[]> {
  const folder = join(dataDir(), "mail");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".eml"));
  const mails = await Promise.all(
    files.map(async (file) => {
      const raw = await readFile(join(folder, file), "utf8");
      return raw.includes(address) ? [{ raw, mail: await simpleParser(raw) }] : [];
    }),
  );
  return mails
    .flat()
    .filter(({ mail }) => [mail.to ?? []].flat().some(({ text }) => text.includes(address)))
    .map(({ raw, mail }) => ({ from: `mail “${mail.subject}”`, text: [raw, ...partsOf(mail)].join("\n\n") }));
}

/** What the copy of somebody's own data says, which the page offers: every entry of every list by itself. */
export async function recordsIn(page: Page): Promise<Exhibit[]> {
  const address = await page.locator("main a[download]").getAttribute("href");
  const records: Exhibit[] = [];
  for (const { name, text } of await unpack(await page.request.get(address ?? ""), /\.json$/)) {
    const told = JSON.parse(text);
    for (const each of told.orderedItems ?? told.items ?? Object.values(told)) {
      records.push({ from: `copy of the data, ${name}`, text: JSON.stringify(each) });
    }
  }
  return records;
}

/** The files of this name in an archive. */
export async function unpack(answer: APIResponse, wanted: RegExp): Promise<{ name: string; text: string }[]> {
  const zip = await fromBufferPromise(await answer.body());
  const files: { name: string; text: string }[] = [];
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName;
    if (wanted.test(name)) files.push({ name, text: await textOf(await zip.openReadStreamPromise(entry)) });
  }
  return files;
}

function partsOf({ subject, text, html, attachments }: ParsedMail): string[] {
  return [
    subject ?? "",
    text ?? "",
    html || "",
    ...attachments.map(({ content }) => content.toString("utf8")),
  ];
}

/** By these other servers name their copies. What is seen is alike in two copies of one picture: no file can hide that. */
function digestsOf(bytes: Buffer): string {
  return ["sha256", "sha1", "md5"].map((name) => createHash(name).update(bytes).digest("hex")).join("\n");
}
