import type { Context } from "@/lib/core/context";
import type { PageAsked } from "./collection";
import { findServedActor } from "./find-actor";
import { findActorCollection } from "./find-actor-collection";
import { findServedComment } from "./find-comment";
import { findServedEvent } from "./find-event";
import { findEventCollection } from "./find-event-collection";
import { findServedNote } from "./find-note";
import type { Served } from "./served";

type Finder = (ctx: Context, parts: string[], page: PageAsked) => Promise<Served | null>;

/** What is found where. The door looks for nothing else (lib/web/visitor/document-path.ts). */
const finders: [RegExp, Finder][] = [
  [/^\/(relay|@[^/]+)$/, (ctx, [name = ""]) => findServedActor(ctx, name)],
  [
    /^\/(relay|@[^/]+)\/(outbox|followers|following|upcomingEvents)$/,
    (ctx, [name = "", collection = ""], page) => findActorCollection(ctx, { name, collection, page }),
  ],
  [/^\/events\/([^/]+)$/, (ctx, [slug = ""]) => findServedEvent(ctx, slug)],
  [/^\/events\/([^/]+)\/note$/, (ctx, [slug = ""]) => findServedNote(ctx, slug, null)],
  [/^\/events\/([^/]+)\/note\/([^/]+)$/, (ctx, [slug = "", nonce = ""]) => findServedNote(ctx, slug, nonce)],
  [
    /^\/events\/([^/]+)\/comments\/([0-9a-f-]{36})$/,
    (ctx, [slug = "", id = ""]) => findServedComment(ctx, slug, id),
  ],
  [
    /^\/events\/([^/]+)\/(attendees|organizers|replies)$/,
    (ctx, [slug = "", collection = ""], page) => findEventCollection(ctx, { slug, collection, page }),
  ],
];

/** What other servers get at this path of ours; null: nothing that they may know of. */
export async function findServed(ctx: Context, path: string, page: PageAsked): Promise<Served | null> {
  for (const [pattern, find] of finders) {
    const found = pattern.exec(path);
    if (found) return find(ctx, found.slice(1), page);
  }
  return null;
}
