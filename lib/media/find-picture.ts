import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Media, media } from "@/db/schema/media";

/** The picture of this name, whatever has become of it. */
export async function findPictureNamed(db: Database, name: string): Promise<Media | null> {
  const [picture] = await db.select().from(media).where(eq(media.name, name));
  return picture ?? null;
}
