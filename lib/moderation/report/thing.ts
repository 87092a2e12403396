import { and, eq, isNotNull, isNull, notExists, type SQL } from "drizzle-orm";
import { type ActorRow, actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import type { Copy, ReportCase } from "@/db/schema/reports";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { commentAnchor, eventPath, facePath } from "@/lib/core/paths";
import { excerpt } from "@/lib/core/text/excerpt";
import { plainText } from "@/lib/core/text/plain-text";
import { isUuid } from "@/lib/core/text/uuid";
import { listFellows } from "@/lib/events/fellows";
import { canSeeProfile } from "@/lib/identities/policy";
import { waitingOwner } from "@/lib/identities/queries";

/** How a form or another server names a thing: slug of an event, id of a comment, handle of an identity; or its URI. */
export type Named = { kind: ReportCase["kind"]; name: string } | { uri: string };

/** Something that can be reported, as it is now, and whose it is. */
export type Thing = {
  kind: ReportCase["kind"];
  id: string;
  uri: string;
  author: Pick<ActorRow, "id" | "name" | "handle" | "domain" | "uri" | "visibility">;
  eventId: string | null;
  commentId: string | null;
  copy: Copy;
};

const authorColumns = {
  id: actors.id,
  name: actors.name,
  handle: actors.handle,
  domain: actors.domain,
  uri: actors.uri,
  visibility: actors.visibility,
};

/** What is named, if whoever asks sees it; null if not. */
export async function findThing(ctx: Pick<Context, "db" | "actor">, named: Named): Promise<Thing | null> {
  if ("uri" in named) {
    const { uri } = named;
    return (
      (await findEventThing(ctx, eq(events.uri, uri))) ??
      (await findCommentThing(ctx, eq(comments.uri, uri))) ??
      (await findIdentity(ctx, eq(actors.uri, uri)))
    );
  }
  const { kind, name } = named;
  if (kind === "event") return findEventThing(ctx, eq(events.slug, name));
  if (kind === "comment") return isUuid(name) ? findCommentThing(ctx, eq(comments.id, name)) : null;
  const [handle = "", domain] = name.toLowerCase().split("@");
  const found = await findIdentity(
    ctx,
    and(eq(actors.handle, handle), domain ? eq(actors.domain, domain) : isNull(actors.domain)),
  );
  return found && (await isSeen(ctx, found)) ? found : null;
}

/** The same by its id, whoever sees it; also an identity that still waits to be let in. For the server itself. */
export function findThingById(
  { db }: Pick<Context, "db">,
  kind: Thing["kind"],
  id: string,
): Promise<Thing | null> {
  if (kind === "event") return findEventThing({ db }, eq(events.id, id));
  if (kind === "comment") return findCommentThing({ db }, eq(comments.id, id));
  return findAnyIdentity({ db }, eq(actors.id, id));
}

async function findEventThing({ db }: Pick<Context, "db">, which: SQL): Promise<Thing | null> {
  const [found] = await db
    .select({ event: events, author: authorColumns })
    .from(events)
    .innerJoin(actors, eq(actors.id, events.organizerId))
    .where(and(which, isNotNull(events.publishedAt), isNull(events.deletedAt), isNull(actors.deletedAt)));
  if (!found) return null;
  const { event, author } = found;
  const { title, description: text, descriptionHtml: html, startsAt } = event;
  const copy = {
    title,
    text,
    html,
    url: addressOf(eventPath(event.slug)),
    at: startsAt?.toISOString() ?? null,
  };
  return { kind: "event", id: event.id, uri: event.uri, author, eventId: event.id, commentId: null, copy };
}

async function findCommentThing({ db }: Pick<Context, "db">, which: SQL): Promise<Thing | null> {
  const [found] = await db
    .select({
      comment: comments,
      event: { id: events.id, slug: events.slug },
      author: authorColumns,
    })
    .from(comments)
    .innerJoin(actors, eq(actors.id, comments.authorId))
    .innerJoin(events, eq(events.id, comments.eventId))
    .where(
      and(
        which,
        eq(comments.status, "visible"),
        isNull(comments.deletedAt),
        isNull(events.deletedAt),
        isNull(actors.deletedAt),
      ),
    );
  if (!found) return null;
  const { comment, event, author } = found;
  const { id, uri, source: text, html, createdAt } = comment;
  const url = addressOf(commentAnchor(event.slug, id));
  const copy = { title: excerpt(plainText(html), 80), text, html, url, at: createdAt.toISOString() };
  return { kind: "comment", id, uri, author, eventId: event.id, commentId: id, copy };
}

function findIdentity({ db }: Pick<Context, "db">, which: SQL | undefined): Promise<Thing | null> {
  return findAnyIdentity({ db }, and(which, notExists(waitingOwner(db))));
}

async function findAnyIdentity({ db }: Pick<Context, "db">, which: SQL | undefined): Promise<Thing | null> {
  const [found] = await db
    .select({
      author: authorColumns,
      kind: actors.kind,
      summary: actors.summary,
      summaryHtml: actors.summaryHtml,
    })
    .from(actors)
    .where(and(which, isNull(actors.deletedAt)));
  if (!found || found.kind === "application") return null;
  const { author, summary: text, summaryHtml: html } = found;
  const copy = { title: author.name, text, html, url: addressOf(facePath(author)), at: null };
  const { id, uri } = author;
  return { kind: "identity", id, uri, author, eventId: null, commentId: null, copy };
}

async function isSeen({ db, actor }: Pick<Context, "db" | "actor">, { author }: Thing): Promise<boolean> {
  const fellows =
    actor.kind === "identity" && author.visibility !== "public"
      ? await listFellows(db, actor.actorId, [author.id], { evenBlocked: true })
      : new Set<string>();
  return canSeeProfile(actor, author, { isFellow: fellows.has(author.id) });
}

function addressOf(path: string): string {
  return env().ORIGIN + path;
}
