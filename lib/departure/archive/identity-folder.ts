import { asc, eq, getTableColumns } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actorFields, actors } from "@/db/schema/actors";
import { type Media, media } from "@/db/schema/media";
import type { AddFile } from "@/lib/core/zip";
import { calendar } from "@/lib/feeds/ics";
import { calendarEventOf } from "@/lib/feeds/of-event";
import { openFile } from "@/lib/media/storage";
import { type ArchivedActor, actorObject } from "./actor-object";
import { createActivity, eventObject } from "./event-object";
import { activityFile, collectionFile, textFile } from "./json";
import { announcementObjects } from "./own-announcements";
import { blockObjects } from "./own-blocks";
import { commentObjects } from "./own-comments";
import { contactObjects } from "./own-contacts";
import { calendarPages, draftEvents, eventPictures, publishedEvents } from "./own-events";
import { followObjects } from "./own-follows";
import { hostingObjects } from "./own-hostings";
import { invitationObjects } from "./own-invitations";
import { participationObjects } from "./own-participations";
import { reportObjects } from "./own-reports";
import { unsavedObjects } from "./own-unsaved";
import { picturePath } from "./picture-object";

/** `step` is called after each row that `countOwn` counts. */
type Writing = { add: AddFile; step: () => Promise<void> };

/** Everything of one identity, in a folder that has its handle's name. */
export async function writeIdentity(db: Database, actorId: string, { add, step }: Writing): Promise<void> {
  const archived = await getArchived(db, actorId);
  const { actor } = archived;
  const put = (name: string, content: AsyncIterable<string>) => add(`${actor.handle}/${name}`, content);
  const collect = <Row>(name: string, rows: AsyncIterable<Row>, tell: (row: Row) => object) =>
    put(name, collectionFile(name, told(rows, tell, step)));

  await put("actor.json", activityFile(actorObject(archived)));
  await collect("outbox.json", publishedEvents(db, actorId), (event) => createActivity(event, actor));
  await collect("drafts.json", draftEvents(db, actorId), (event) => eventObject(event, actor));
  await collect("hosting.json", hostingObjects(db, actor), (hosting) => hosting);
  await collect("following.json", followObjects(db, actor), (follow) => follow);
  await collect("blocked.json", blockObjects(db, actor), (block) => block);
  await collect("invitations.json", invitationObjects(db, actor), (invitation) => invitation);
  await collect("participations.json", participationObjects(db, actor), (join) => join);
  await collect("comments.json", commentObjects(db, actor), (note) => note);
  await collect("messages.json", announcementObjects(db, actor), (note) => note);
  await collect("contact.json", contactObjects(db, actor), (event) => event);
  await collect("reports.json", reportObjects(db, actor), (report) => report);
  await collect("unsaved.json", unsavedObjects(db, actor), (form) => form);
  let page = 1;
  for await (const rows of calendarPages(db, actorId)) {
    const name = page === 1 ? "calendar.ics" : `calendar-${page}.ics`;
    const listed = rows.map(calendarEventOf).filter((event) => event !== null);
    await put(name, textFile(calendar(listed, { name: actor.name })));
    page++;
  }
  for (const own of [archived.avatar, archived.banner]) if (own) await writePicture(own, actor.handle, add);
  for await (const picture of eventPictures(db, actorId)) await writePicture(picture, actor.handle, add);
}

async function* told<Row>(rows: AsyncIterable<Row>, tell: (row: Row) => object, step: () => Promise<void>) {
  for await (const row of rows) {
    yield tell(row);
    await step();
  }
}

/** The largest file; it is compressed as well as it can be. One that is not made yet, or failed, is left out. */
async function writePicture(picture: Media, folder: string, add: AddFile): Promise<void> {
  const path = picturePath(picture);
  const file = path && (await openFile(path.replace("media/", "")));
  if (file) await add(`${folder}/${path}`, file.body, { compress: false });
}

async function getArchived(db: Database, actorId: string): Promise<ArchivedActor> {
  const banners = alias(media, "banners");
  const [found] = await db
    .select({ actor: actors, avatar: getTableColumns(media), banner: getTableColumns(banners) })
    .from(actors)
    .leftJoin(media, eq(media.id, actors.avatarId))
    .leftJoin(banners, eq(banners.id, actors.bannerId))
    .where(eq(actors.id, actorId));
  const fields = await db
    .select()
    .from(actorFields)
    .where(eq(actorFields.actorId, actorId))
    .orderBy(asc(actorFields.position));
  return { ...found!, fields };
}
