import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { type ParsedMail, simpleParser } from "mailparser";
import { dataDir } from "./data-dir";

/** Waits for a mail to this address whose subject matches, as it lies in the server's mail folder. */
export async function mailTo(address: string, subject: RegExp): Promise<ParsedMail> {
  let found: ParsedMail | undefined;
  await expect
    .poll(
      async () => {
        found = (await mailsTo(address)).findLast((mail) => subject.test(mail.subject ?? ""));
        return Boolean(found);
      },
      { message: `a mail to ${address} about ${subject}`, timeout: 20_000 },
    )
    .toBe(true);
  return found!;
}

/** Everything that was sent to this address, oldest first. */
export async function mailsTo(address: string): Promise<ParsedMail[]> {
  const folder = join(dataDir(), "mail");
  const files = await readdir(folder).catch(() => []);
  const texts = await Promise.all(
    files
      .filter((file) => file.endsWith(".eml"))
      .sort()
      .map((file) => textOf(join(folder, file))),
  );
  const mails = await Promise.all(
    texts.filter((text) => text.includes(address)).map((text) => simpleParser(text)),
  );
  return mails.filter((mail) => addressesOf(mail).includes(address));
}

const texts = new Map<string, Promise<string>>();

/** Mails never change once they lie there, and a run writes hundreds: each is read once. */
function textOf(file: string): Promise<string> {
  const text = texts.get(file) ?? readFile(file, "utf8");
  texts.set(file, text);
  return text;
}

/** The first link of a mail's text that leads to this path. */
export function linkIn(mail: ParsedMail, path: string): string {
  const link = new RegExp(`https?://[^\\s/]+(${path}[^\\s>)]*)`).exec(mail.text ?? "")?.[1];
  if (!link) throw new Error(`no link to ${path} in:\n${mail.text}`);
  return link;
}

function addressesOf(mail: ParsedMail): string[] {
  return [mail.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ""));
}
