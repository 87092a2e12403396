import { env } from "@/lib/core/env";
import { messagesFor } from "@/lib/core/messages";
import { headerText } from "./header-text";

/** What this server is called, in mails as on its pages. */
export function instanceName(): string {
  return messagesFor("en").common.brand;
}

/** Who every mail is from: the address of MAIL_FROM, under the name that it gives or else the server's. */
export function sender(): { name: string; address: string } {
  const { MAIL_FROM } = env();
  const [, name, address] = MAIL_FROM.match(/^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/) ?? [];
  return { name: headerText(name || instanceName()), address: address ?? MAIL_FROM.trim() };
}

/** The right side of Message-IDs and the name told to SMTP servers: never the machine's own. */
export function mailHost(): string {
  return new URL(env().ORIGIN).hostname;
}
