import type { DomainPolicy } from "@/db/schema/servers";

/** What a decision makes of a server. */
export const effects: Record<DomainPolicy["severity"], string> = {
  allow: "allowed",
  suspend: "suspended",
  silence: "silenced",
  reject_media: "without pictures",
};
