import { env } from "@/lib/core/env";
import { randomSlug } from "@/lib/core/text/random-slug";

/** A new id of an invitation, for other servers. */
export function newInvitationUri(): string {
  return `${env().ORIGIN}/invitations/${randomSlug(20)}`;
}
