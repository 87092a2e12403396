import { eq } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { type ReportCase, reportCases, reports } from "@/db/schema/reports";
import type { Context } from "@/lib/core/context";
import { translator } from "@/lib/core/messages";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { getServerActor } from "../server-actor";
import { activityUri } from "../uris";
import { nonceOf } from "./nonce";
import { sendActivity } from "./send";

/**
 * Asks the server of what was reported to look at it, if the reporter wished so. The server says it, not the reporter:
 * nothing in it tells who did. Whom it is about comes first, as Mobilizon and Mastodon read it.
 */
export async function forwardReport(
  tx: Context,
  { reportId, factId }: Recorded<FactOf<"report.filed">>,
): Promise<void> {
  const [found] = await tx.db
    .select({ report: reports, about: reportCases, reported: { uri: actors.uri, domain: actors.domain } })
    .from(reports)
    .innerJoin(reportCases, eq(reportCases.id, reports.caseId))
    .innerJoin(actors, eq(actors.id, reportCases.actorId))
    .where(eq(reports.id, reportId));
  if (!found?.report.isForwarded || !found.reported.domain) return;
  const { report, about, reported } = found;
  const server = await getServerActor(tx);
  const activity = {
    id: activityUri(server.uri, "flag", nonceOf(factId)),
    type: "Flag",
    actor: server.uri,
    to: [reported.uri],
    object: [reported.uri, ...(await thingUri(tx, about))],
    content: report.words || translator("en", "moderation.categories")(report.category),
    mediaType: "text/plain",
  };
  await sendActivity(tx, { actorId: server.id, activity, to: { actorIds: [about.actorId] } });
}

/** None where it is gone meanwhile, or is the identity itself. */
async function thingUri({ db }: Context, { kind, thingId }: ReportCase): Promise<string[]> {
  if (kind === "identity") return [];
  const table = kind === "event" ? events : comments;
  const rows = await db.select({ uri: table.uri }).from(table).where(eq(table.id, thingId));
  return rows.map(({ uri }) => uri);
}
