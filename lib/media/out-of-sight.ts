import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { eventPictures, events } from "@/db/schema/events";
import { media } from "@/db/schema/media";
import { pictureUploads } from "@/db/schema/picture-uploads";
import { prepared } from "@/lib/core/prepared";
import { pictureOf } from "./name";

/**
 * Whether moderators took everything out of sight that shows the picture of this file: its address is known to whoever
 * saw it before. What nothing shows yet is not out of sight.
 */
export async function isOutOfSight(db: Database, fileName: string): Promise<boolean> {
  const [found] = await hidden(db).execute({ name: pictureOf(fileName) });
  return found !== undefined;
}

const hidden = prepared((db) =>
  db
    .select({ id: media.id })
    .from(media)
    .where(
      sql`${media.name} = ${sql.placeholder("name")}
        and (${shown(sql`${actors.suspendedAt} is not null`, sql`${events.removal} is not null`)})
        and not (${shown(sql`${actors.suspendedAt} is null`, sql`${events.removal} is null`)})
        and not exists (select 1 from ${pictureUploads} where ${pictureUploads.mediaId} = ${media.id})`,
    )
    .prepare("picture_out_of_sight"),
);

/** By an identity, an event, or the text of an event of which that holds. */
function shown(ofIdentity: SQL, ofEvent: SQL): SQL {
  return sql`
    exists (select 1 from ${actors} where ${actors.avatarId} = ${media.id} and ${ofIdentity})
    or exists (select 1 from ${actors} where ${actors.bannerId} = ${media.id} and ${ofIdentity})
    or exists (select 1 from ${events} where ${events.pictureId} = ${media.id} and ${ofEvent})
    or exists (select 1 from ${eventPictures} join ${events} on ${events.id} = ${eventPictures.eventId}
      where ${eventPictures.mediaId} = ${media.id} and ${ofEvent})`;
}
