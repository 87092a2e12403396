import { connection } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { privateCalendarPath } from "@/lib/core/paths";
import { listFeedTokens } from "@/lib/identities/feed-token";

/** The addresses of private calendars by whose they are: an identity's or the account's id. For their owner's eyes. */
export async function readCalendarAddresses(
  owners: Parameters<typeof listFeedTokens>[1],
): Promise<(ownerId: string) => string | null> {
  const tokens = await listFeedTokens(connection().db, owners);
  return (ownerId) => {
    const token = tokens.get(ownerId);
    return token ? env().ORIGIN + privateCalendarPath(token) : null;
  };
}
