import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Event } from "@/db/schema/events";
import type { Report } from "@/db/schema/reports";
import { reportCases, reportNotes, reports } from "@/db/schema/reports";
import { findThing } from "@/lib/moderation/report/thing";
import { readyMadeEmail } from "../roles";
import { plant, type Town } from "./plant";
import { actorOf } from "./plant-people";

const HOUR = 3_600_000;

type Reporting = { by: string; category: Report["category"]; words: string; hoursAgo: number };

/** What the moderator finds: a case that two people reported, one about a comment, and one that was closed. */
export async function plantCases(town: Town, planted: Event[]): Promise<void> {
  const offer = planted.find(({ title }) => title.startsWith("LUXURY"))!;
  const caseId = await plantCase(town, offer.uri, [
    { by: "george", category: "spam", words: "This is no event, only advertising.", hoursAgo: 9 },
    { by: "mireille", category: "spam", words: "De la publicité, et pas pour ici.", hoursAgo: 4 },
  ]);
  const [moderator] = await town.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.email, readyMadeEmail("moderator")));
  const text = "Second time this month: see the other events of this organiser before you decide.";
  await plant(town, reportNotes, [{ caseId, authorId: moderator!.id, text }]);
  const walk = planted.find(({ title }) => title.startsWith("Nager"))!;
  await plantCase(town, walk.uri, [
    {
      by: "priya",
      category: "dangerous",
      words: "Is it safe without a lifeguard? Perhaps they could say so.",
      hoursAgo: 26,
    },
  ]);
}

async function plantCase(town: Town, uri: string, told: Reporting[]): Promise<string> {
  const thing = await findThing({ db: town.db, actor: { kind: "system" } }, { uri });
  if (!thing) throw new Error(`there is nothing at ${uri}`);
  const { kind, id: thingId, eventId, commentId, author, copy } = thing;
  const times = told.map(({ hoursAgo }) => new Date(town.now.getTime() - hoursAgo * HOUR));
  const [added] = await plant(town, reportCases, [
    {
      ...{ kind, thingId, eventId, commentId, copy, actorId: author.id, reportCount: told.length },
      createdAt: times[0]!,
      reportedAt: times.at(-1)!,
    },
  ]);
  await plant(
    town,
    reports,
    told.map(({ by, category, words }, index) => ({
      ...{ caseId: added!.id, category, words },
      reporterId: actorOf(town, by),
      createdAt: times[index]!,
    })),
  );
  return added!.id;
}
