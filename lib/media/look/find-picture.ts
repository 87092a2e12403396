import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { instancePictures } from "@/db/schema/instance-pictures";

/** The picture of this name if it is still the one with this digest, or else null. */
export async function findLookPicture(db: Database, name: string, digest: string): Promise<Buffer | null> {
  const [found] = await db
    .select({ bytes: instancePictures.bytes })
    .from(instancePictures)
    .where(and(eq(instancePictures.name, name), eq(instancePictures.digest, digest)));
  return found?.bytes ?? null;
}
