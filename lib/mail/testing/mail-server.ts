import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

type Answer = { code: number; text: string } | "accept";

/** A mail server on this machine: it keeps what it accepted, and answers recipients as the test wants. */
export type MailServer = {
  url: string;
  received: { mail: ParsedMail; raw: string; to: string[] }[];
  /** What the next recipients are told, one after the other; then all are accepted. */
  answers: Answer[];
  close(): Promise<void>;
};

export async function startMailServer(): Promise<MailServer> {
  const received: MailServer["received"] = [];
  const answers: Answer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo(_address, _session, done) {
      const answer = answers.shift() ?? "accept";
      done(answer === "accept" ? null : Object.assign(new Error(answer.text), { responseCode: answer.code }));
    },
    async onData(stream, session, done) {
      const raw = Buffer.concat(await stream.toArray()).toString("utf8");
      const to = session.envelope.rcptTo.map(({ address }) => address);
      received.push({ mail: await simpleParser(raw), raw, to });
      done();
    },
  });
  server.on("error", () => {}); // whoever sends may be killed in the middle
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answers,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
