import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";

type MailServer = { url: string; stop(): Promise<void> };

/**
 * A mail server that puts whatever it is given into `dataDir/mail`, in the order in which it came. While there is a
 * `dataDir/mail-closed`, addresses that begin with "late-" are asked to wait.
 */
export async function startMailServer(dataDir: string): Promise<MailServer> {
  const folder = join(dataDir, "mail");
  mkdirSync(folder, { recursive: true });
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onRcptTo({ address }, _session, answer) {
      const mustWait = address.startsWith("late-") && existsSync(join(dataDir, "mail-closed"));
      answer(mustWait ? Object.assign(new Error("Mailbox full"), { responseCode: 450 }) : null);
    },
    onData(stream, _session, accepted) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        count += 1;
        const file = join(folder, `${String(count).padStart(6, "0")}.eml`);
        writeFileSync(`${file}.partial`, Buffer.concat(chunks)); // readers find the whole mail or none
        renameSync(`${file}.partial`, file);
        accepted();
      });
    },
  });
  server.on("error", () => {}); // an app that is stopped ends its connections in the middle
  const port = await freePort();
  await new Promise<void>((settle) => server.listen(port, "127.0.0.1", settle));
  const stop = () => new Promise<void>((settle) => server.close(() => settle()));
  return { url: `smtp://127.0.0.1:${port}`, stop };
}

export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((settle) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => settle(typeof address === "object" && address ? address.port : 0));
    });
  });
}
