import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/lib/core/env";
import type { OutgoingMail, Transport } from "./mail";

// The only file that knows where the mails of a demonstration lie: DATA_DIR/mail, one file each.

const PER_PAGE = 20;
const idPattern = /^\d{8}T\d{9}-[\w-]{16,64}$/;

/** A mail that was shown instead of sent; `id` begins with its time. */
export type ShownMail = Omit<OutgoingMail, "date" | "name"> & { id: string; date: Date };

/** Keeps mails for a page that shows them to everybody: of a demonstration none is ever sent. */
export function shownTransport(): Transport {
  return {
    async send({ name, ...mail }) {
      await mkdir(root(), { recursive: true, mode: 0o700 });
      const path = pathOf(`${mail.date.toISOString().replace(/[-:.Z]/g, "")}-${name}`);
      await writeFile(`${path}.partial`, JSON.stringify(mail), { mode: 0o600 });
      await rename(`${path}.partial`, path);
      return { status: "sent" };
    },
    close: () => {},
  };
}

/** One page of them, the newest first, and how many there are in all. */
export async function listShownMails(page: number): Promise<{ mails: ShownMail[]; total: number }> {
  const files = await readdir(root()).catch(() => []);
  const ids = files.flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -5)] : []));
  const newestFirst = ids.filter((id) => idPattern.test(id)).sort((a, b) => (a < b ? 1 : -1));
  const shown = newestFirst.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const mails = await Promise.all(shown.map(findShownMail));
  return { mails: mails.filter((mail) => mail !== null), total: newestFirst.length };
}

/** Null: there is none, or it was wiped. */
export async function findShownMail(id: string): Promise<ShownMail | null> {
  if (!idPattern.test(id)) return null;
  const text = await readFile(pathOf(id), "utf8").catch(() => null);
  if (text === null) return null;
  const mail = JSON.parse(text) as Omit<OutgoingMail, "name">;
  return { ...mail, id, date: new Date(mail.date) };
}

/** How many stand on one page. */
export function countShownPages(total: number): number {
  return Math.max(1, Math.ceil(total / PER_PAGE));
}

function pathOf(id: string): string {
  return join(root(), `${id}.json`);
}

function root(): string {
  return join(env().DATA_DIR, "mail");
}
