import { and, eq, isNull, not, notExists, or, type SQL, sql } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { reportCases } from "@/db/schema/reports";
import { areNotOf, isNotOf } from "@/lib/identities/own";
import type { StaffContext } from "../staff-context";

/**
 * As a condition: a case is about nobody whom this account is, neither as who announced or said it nor as who hosts the
 * event. Who reported something is told to nobody who was reported.
 */
export function isForThem({ db, actor }: Pick<StaffContext, "db" | "actor">): SQL | undefined {
  const isHosted = and(
    eq(events.id, reportCases.eventId),
    not(areNotOf(db, actor.accountId, events.hostIds)),
  );
  const isHosting = db.select({ one: sql`1` }).from(events).where(isHosted);
  return and(
    isNotOf(db, actor.accountId, reportCases.actorId),
    or(sql`${reportCases.kind} <> 'event'`, isNull(reportCases.eventId), notExists(isHosting)),
  );
}
