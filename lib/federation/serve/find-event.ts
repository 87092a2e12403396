import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { events } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { eventPath } from "@/lib/core/paths";
import { eventDocument } from "../objects/event";
import { findGone } from "./gone";
import { loadEventBySlug } from "./load-event";
import { type Served, served } from "./served";
import { tagsOfEvent } from "./tags";

/** The document of an announced event; that of another server is led to, and what is gone for good says so. */
export async function findServedEvent(ctx: Context, slug: string): Promise<Served | null> {
  const told = await loadEventBySlug(ctx.db, slug);
  if (told) return served(eventDocument(told), tagsOfEvent(told));
  return (await findElsewhere(ctx, slug)) ?? findGone(ctx.db, env().ORIGIN + eventPath(slug), "Event");
}

async function findElsewhere({ db }: Context, slug: string): Promise<Served | null> {
  const [found] = await db
    .select({ uri: events.uri })
    .from(events)
    .where(and(eq(events.slug, slug), isNotNull(events.domain), isNull(events.deletedAt)));
  return found ? { kind: "elsewhere", uri: found.uri } : null;
}
