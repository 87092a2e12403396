import { randomBytes } from "node:crypto";
import type { Database } from "@/db/client";
import { type ActorRow, actors } from "@/db/schema/actors";

/** An identity that belongs to no account any more, as one is left by an account that ended. */
export async function createOrphan(db: Database, values: Partial<ActorRow> = {}): Promise<ActorRow> {
  const handle = `orphan_${randomBytes(5).toString("hex")}`;
  const uri = `http://localhost:3000/@${handle}`;
  const [orphan] = await db
    .insert(actors)
    .values({ kind: "person", handle, name: handle, uri, ...values })
    .returning();
  return orphan!;
}
