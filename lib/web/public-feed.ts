import { connection } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { notFound } from "@/lib/core/errors";
import { type FeedOf, feedPath, identityPath, paths, tagPath } from "@/lib/core/paths";
import { type FeedScope, feedEndsAt, listCalendarEntries, listNewsEntries } from "@/lib/events/feed-entries";
import { atomText } from "@/lib/feeds/atom";
import { publicCalendarText } from "@/lib/feeds/public-calendar";
import { UPCOMING } from "@/lib/journal/tags";
import { answerText } from "./answer-text";
import { keptText } from "./kept-texts";

type Asked = {
  of: FeedOf;
  scope: FeedScope;
  title: string;
  /** What drops it beside every change of what is on. */
  tags?: string[];
};

const formats = { ics: "text/calendar", atom: "application/atom+xml" } as const;

export type FeedFormat = keyof typeof formats;

/** Answers a public feed from the text that is kept of it. */
export async function answerFeed(request: Request, asked: Asked, format: FeedFormat): Promise<Response> {
  const now = new Date();
  const text = await keptText(feedPath(asked.of, format), {
    tags: [UPCOMING, ...(asked.tags ?? [])],
    until: feedEndsAt(now),
    read: () => (format === "ics" ? readCalendar(asked, now) : readNews(asked, now)),
  });
  return answerText(request, text, formats[format]);
}

/**
 * What the last part of a feed's address names, and in which format. Taken from the address itself, so that a percent
 * sign in a tag is read once. Refuses with `feed_not_found`.
 */
export function feedFileOf(request: Request): { name: string; format: FeedFormat } {
  const file = new URL(request.url).pathname.split("/").at(-1) ?? "";
  const found = /^(.+)\.(ics|atom)$/.exec(file);
  const name = found && decoded(found[1]!);
  if (!name) throw notFound("feed_not_found");
  return { name, format: found[2] as FeedFormat };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

async function readCalendar({ scope, title }: Asked, now: Date): Promise<string> {
  return publicCalendarText(await listCalendarEntries(connection().db, scope, now), title);
}

async function readNews({ of, scope, title }: Asked, now: Date): Promise<string> {
  const { ORIGIN } = env();
  return atomText(await listNewsEntries(connection().db, scope, now), {
    title,
    selfUrl: ORIGIN + feedPath(of, "atom"),
    pageUrl: ORIGIN + pagePathOf(of),
  });
}

function pagePathOf(of: FeedOf): string {
  if (of.kind === "identity") return identityPath(of.handle);
  return of.kind === "tag" ? tagPath(of.tag) : paths.front;
}
