import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { log } from "@/lib/core/log";
import { composeMail } from "./compose";
import type { OutgoingMail, Transport } from "./mail";

/** Writes mails to a folder instead of sending them: nothing leaves the machine. The log says where they lie. */
export function fileTransport(folder: string): Transport {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    async send(mail) {
      const { message } = await writer.sendMail(composeMail(mail));
      const path = join(folder, fileName(mail));
      await writeWhole(path, message as Buffer);
      log("mail").info({ path }, "mail was written to a file");
      return { status: "sent" };
    },
    close: () => {},
  };
}

/** The same for the same mail, so that writing it again replaces it. */
function fileName({ date, name }: OutgoingMail): string {
  return `${date.toISOString().replace(/[:.]/g, "-")}-${name}.eml`;
}

/** Readers find the whole mail or none. Nobody else on the machine may read it: links that sign in are in it. */
async function writeWhole(path: string, content: Buffer) {
  await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
  const partial = `${path}.partial`;
  const file = await open(partial, "w", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(partial, path);
}
