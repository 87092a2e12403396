import { connection } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { notFound } from "@/lib/core/errors";
import { type FeedOf, feedPath, listingPath } from "@/lib/core/listing-paths";
import { messagesFor } from "@/lib/core/messages";
import { type FeedScope, feedEndsAt, listCalendarEntries, listNewsEntries } from "@/lib/events/feed-entries";
import type { Topic } from "@/lib/events/topics";
import { atomText } from "@/lib/feeds/atom";
import { publicCalendarText } from "@/lib/feeds/public-calendar";
import { INSTANCE, UPCOMING } from "@/lib/journal/tags";
import { answerText } from "./answer-text";
import { readInstanceFrame } from "./instance-reading";
import { keptText } from "./kept-texts";
import { readTopic, type TopicFound } from "./topic-reading";

type Asked = {
  of: FeedOf;
  scope: FeedScope;
  title: string;
  /** What drops it beside every change of what is on. */
  tags?: string[];
};

export const formats = { ics: "text/calendar", atom: "application/atom+xml" } as const;

export type FeedFormat = keyof typeof formats;

/** Answers a public feed from the text that is kept of it. */
export async function answerFeed(request: Request, asked: Asked, format: FeedFormat): Promise<Response> {
  const now = new Date();
  const text = await keptText(feedPath(asked.of, format), {
    tags: [UPCOMING, INSTANCE, ...(asked.tags ?? [])],
    until: feedEndsAt(now),
    read: () => (format === "ics" ? readCalendar(asked, now) : readNews(asked, now)),
  });
  return answerText(request, text, formats[format]);
}

/** The same of a tag, a category or a place; none for what nothing ever was about. Refuses with `feed_not_found`. */
export async function answerTopicFeed(request: Request, kind: Topic["kind"]): Promise<Response> {
  const { name, format } = feedFileOf(request);
  const found = await readTopic(kind, encodeURIComponent(name));
  if (!found) throw notFound("feed_not_found");
  const { topic, of } = found;
  const title = `${titleOf(found)} · ${(await readInstanceFrame()).name}`;
  return answerFeed(request, { of, scope: topic, title }, format);
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

function titleOf({ topic: { kind, value }, place }: TopicFound): string {
  if (kind === "tag") return `#${value}`;
  const names: Record<string, string> = messagesFor("en").categories;
  return place?.name ?? names[value] ?? value;
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
    pageUrl: ORIGIN + listingPath(of),
  });
}
