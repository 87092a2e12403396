import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { announcementRecipients, announcements } from "@/db/schema/announcements";
import { participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { escapeXml } from "@/lib/core/text/xml";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { createActivity } from "../objects/create";
import { momentText } from "../objects/known";
import type { ToldEvent } from "../objects/told";
import { loadEventForPeers } from "../serve/load-event";
import { addressed, answering } from "./direct-note";
import { withForms } from "./event-recipients";
import { nonceOf } from "./nonce";
import { sendActivity } from "./send";

/** What a host tells those who take part, to each of them elsewhere alone: none learns of another. */
export async function writeElsewhere(
  tx: Context,
  { announcementId, eventId }: Recorded<FactOf<"announcement.sent">>,
): Promise<void> {
  const people = await listReadersElsewhere(tx, announcementId);
  const told = people.length > 0 && (await loadEventForPeers(tx.db, eventId));
  const [announcement] = await tx.db.select().from(announcements).where(eq(announcements.id, announcementId));
  if (!told || !announcement) return;
  const { authorId, subject, body, uri } = announcement;
  const author = [told.organizer, ...told.hosts].find(({ id }) => id === authorId) ?? told.organizer;
  const note = {
    type: "Note",
    id: uri,
    ...{ actor: author.uri, attributedTo: author.uri },
    content: contentOf(told, { subject, body }),
    mediaType: "text/html",
    published: momentText(tx.now),
  };
  for (const { form, ...person } of await withForms(tx, people))
    await sendActivity(tx, {
      actorId: author.id,
      activity: createActivity(
        answering(addressed(note, person, nonceOf(announcementId, person.id)), told, form),
      ),
      to: { actorIds: [person.id] },
    });
}

function contentOf({ event }: ToldEvent, { subject, body }: { subject: string; body: string }): string {
  const head = subject ? `<p><strong>${escapeXml(subject)}</strong></p>` : "";
  return `${head}${renderMarkdown(body)}<p><a href="${escapeXml(event.uri)}">${escapeXml(event.title)}</a></p>`;
}

function listReadersElsewhere({ db }: Context, announcementId: string) {
  const { id, uri, handle, domain } = actors;
  return db
    .select({ id, uri, handle, domain })
    .from(announcementRecipients)
    .innerJoin(participations, eq(participations.id, announcementRecipients.participationId))
    .innerJoin(actors, eq(actors.id, participations.actorId))
    .where(
      and(
        eq(announcementRecipients.announcementId, announcementId),
        isNotNull(domain),
        isNull(actors.deletedAt),
      ),
    )
    .orderBy(uri);
}
