import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import { env } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { EVERYTHING, PAGES_CHANNEL } from "@/lib/journal/drop-pages";
import { INSTANCE } from "@/lib/journal/tags";
import { transportSecurity } from "../security/transport";
import { dropEverything, dropTags, keptPages } from "./kept-pages";

const patience = 500;
const betweenChecks = 5_000;
/** No tag begins with this. */
const markerSign = "!";

/**
 * Hears from the database which pages are out of date, as long as this process lives. Whatever may have been missed,
 * in silence or while the connection was lost, is made up for by dropping everything; meanwhile nothing is kept.
 * `onInstance`: what else follows when administrators may have changed something.
 */
export async function startPageListener(
  sql: Sql,
  onInstance: () => Promise<void> = async () => {},
): Promise<{ stop(): Promise<void> }> {
  keptPages().transportSecurity = transportSecurity(env().ORIGIN);
  const subscription = await sql.listen(
    PAGES_CHANNEL,
    (payload) => {
      heard(payload);
      if (payload === EVERYTHING || payload.split(" ").includes(INSTANCE)) tell(onInstance);
    },
    () => {
      startKeeping();
      tell(onInstance);
    },
  );
  const timer = setInterval(() => void checkHearing(sql), betweenChecks).unref();
  return {
    async stop() {
      clearInterval(timer);
      stopKeeping();
      await subscription.unlisten();
    },
  };
}

/**
 * Resolves when everything committed before is dropped here, and when no rendering is under way that has read older
 * data: from then on every visitor sees it. Called at the end of every action. Waits half a second for each at most.
 */
export async function pagesAreCurrent(sql: Sql): Promise<void> {
  if (!keptPages().listening) return;
  await checkHearing(sql);
  await untilRenderedAfresh();
}

async function untilRenderedAfresh(): Promise<void> {
  const { readings, clock } = keptPages();
  const deadline = Date.now() + patience;
  for (const reading of readings) {
    while (reading.clock < clock && readings.has(reading) && Date.now() < deadline) await sleep(5);
  }
}

/** A notice sent now must come back in time. PostgreSQL delivers in the order of commits, so older ones came first. */
async function checkHearing(sql: Sql): Promise<void> {
  const { markers, listening } = keptPages();
  const marker = `${markerSign}${randomUUID()}`;
  const arrived = new Promise<boolean>((resolve) => markers.set(marker, () => resolve(true)));
  const sent = sql.notify(PAGES_CHANNEL, marker).then(() => arrived);
  const isHeard = await Promise.race([sent, sleep(patience, false)]).catch(() => false);
  markers.delete(marker);
  if (!isHeard) stopKeeping();
  else if (!listening) startKeeping();
}

function heard(payload: string): void {
  if (payload.startsWith(markerSign)) keptPages().markers.get(payload)?.();
  else if (payload === EVERYTHING) dropEverything();
  else dropTags(payload.split(" "));
}

/** The next change, or the next connection, tells again. */
function tell(onInstance: () => Promise<void>): void {
  onInstance().catch((error: unknown) =>
    log("pages").warn({ err: error }, "settings could not be read again"),
  );
}

/** Also called by the driver after it has connected anew. */
function startKeeping(): void {
  dropEverything();
  keptPages().listening = true;
}

function stopKeeping(): void {
  keptPages().listening = false;
  dropEverything();
}
