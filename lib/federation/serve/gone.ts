import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { tombstones } from "@/db/schema/tombstones";
import { tombstone } from "../objects/tombstone";
import type { Served } from "./served";

/** What is left at an address of which something is gone for good; null if there never was anything. */
export async function findGone(db: Database, uri: string, formerType: string): Promise<Served | null> {
  const [found] = await db.select().from(tombstones).where(eq(tombstones.uri, uri));
  return found ? { kind: "gone", document: tombstone(uri, formerType, found.deletedAt) } : null;
}
