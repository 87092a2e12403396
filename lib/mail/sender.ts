import { env } from "@/lib/core/env";
import { instanceName, ownName } from "@/lib/core/instance-name";
import { headerText } from "./header-text";

/** Who every mail is from: the address of MAIL_FROM, under the name that administrators gave the server, or that MAIL_FROM gives. */
export function sender(): { name: string; address: string } {
  const { MAIL_FROM } = env();
  const [, name, address] = MAIL_FROM.match(/^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/) ?? [];
  return { name: headerText(ownName() || name || instanceName()), address: address ?? MAIL_FROM.trim() };
}

/** The right side of Message-IDs and the name told to SMTP servers: never the machine's own. */
export function mailHost(): string {
  return new URL(env().ORIGIN).hostname;
}
