import { eq } from "drizzle-orm";
import { type ActorRow, actors } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { SERVER_HANDLE, serverUri } from "./uris";

/**
 * The server's own actor: it signs what is asked of others, follows other servers and is followed by them, and announces
 * every public event. Made at its first use.
 */
export async function getServerActor({ db }: Pick<Context, "db">): Promise<ActorRow> {
  const found = await findServerActor(db);
  if (found) return found;
  const values = {
    kind: "application" as const,
    handle: SERVER_HANDLE,
    uri: serverUri(),
    name: new URL(env().ORIGIN).host,
  };
  await db.insert(actors).values(values).onConflictDoNothing();
  return (await findServerActor(db))!;
}

async function findServerActor(db: Context["db"]): Promise<ActorRow | undefined> {
  const [found] = await db.select().from(actors).where(eq(actors.uri, serverUri()));
  return found;
}
