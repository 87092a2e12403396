import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

// A mail server that takes everything and keeps the recipients alone. Says where it listens, and each hundred mails.
const recipients = new Map<string, number>();
let taken = 0;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onData(stream, session, done) {
    stream.resume().on("end", () => {
      const address = session.envelope.rcptTo[0]?.address ?? "";
      recipients.set(address, (recipients.get(address) ?? 0) + 1);
      taken += 1;
      done();
      if (taken % 100 === 0) process.send?.({ taken, different: recipients.size });
    });
  },
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.server.address() as AddressInfo).port }));
