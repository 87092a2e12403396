import { createHash, timingSafeEqual } from "node:crypto";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { inTime } from "../in-time";
import { exposition, expositionType, gauge, type Metric } from "./exposition";
import { peopleMetrics } from "./people";
import { processMetrics } from "./process";
import { requestMetrics } from "./requests";
import { workMetrics } from "./work";

const MINUTE = 60_000;

/** Counting everything takes a while on a large server; this is of the process, not of a bundle or a request. */
const shared = globalThis as { carillonPeople?: { at: number; told: Metric[] } };

/**
 * Answers whoever knows METRICS_TOKEN with what this process and its database do, for Prometheus. Not set: there is no
 * such address. Without the database the rest is told all the same.
 */
export async function tellMetrics(ctx: Pick<Context, "db" | "now">, authorization: string | null) {
  const { METRICS_TOKEN } = env();
  if (!METRICS_TOKEN) return new Response("Nothing is here.\n", { status: 404, headers: plain });
  if (!isSame(authorization ?? "", `Bearer ${METRICS_TOKEN}`)) {
    const headers = { ...plain, "www-authenticate": 'Bearer realm="metrics"' };
    return new Response("Send the token of this server.\n", { status: 401, headers });
  }
  const told = [...requestMetrics(), ...processMetrics(), ...(await storedMetrics(ctx))];
  return new Response(exposition(told), { headers: { ...plain, "content-type": expositionType } });
}

const plain = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };

async function storedMetrics({ db, now }: Pick<Context, "db" | "now">): Promise<Metric[]> {
  const name = "carillon_database_up";
  const help = "Whether the database answers; what is counted there is told only then.";
  const told = await inTime(Promise.all([workMetrics(db), rememberedPeople(db, now)]));
  return told ? [gauge(name, help, 1), ...told.flat()] : [gauge(name, help, 0)];
}

async function rememberedPeople(db: Context["db"], now: Date): Promise<Metric[]> {
  const { carillonPeople: known } = shared;
  if (known && Math.abs(now.getTime() - known.at) < MINUTE) return known.told;
  const told = await peopleMetrics(db);
  shared.carillonPeople = { at: now.getTime(), told };
  return told;
}

/** In the same time, whatever was sent. */
function isSame(sent: string, expected: string): boolean {
  const [a, b] = [sent, expected].map((text) => createHash("sha256").update(text).digest());
  return timingSafeEqual(a!, b!);
}
