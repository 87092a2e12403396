import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { desc, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { journal } from "@/db/schema/journal";
import type { Finding } from "./finding";

/** Whether this machine and its database agree on the time, and whether something keeps its clock right. */
export async function checkClock(db: Database): Promise<Finding> {
  const before = Date.now();
  const [row] = await db.execute<{ at: string }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::text as at`,
  );
  const here = (before + Date.now()) / 2;
  const [last] = await db.select({ at: journal.createdAt }).from(journal).orderBy(desc(journal.id)).limit(1);
  const behind = (last?.at.getTime() ?? 0) - here;
  return judgeClock({ apart: Math.abs(Number(row!.at) - here), isKept: await isKept(), behind });
}

type Observed = {
  /** Milliseconds between this clock and that of the database. */
  apart: number;
  /** Whether the clock is set by a time server; null: not known. */
  isKept: boolean | null;
  /** Milliseconds by which the last thing that happened here is still to come. */
  behind?: number;
};

export function judgeClock({ apart, isKept, behind = 0 }: Observed): Finding {
  const about = "clock";
  const todo = "Have both set by a time server (systemd-timesyncd, chrony).";
  const text = `It is ${(apart / 1000).toFixed(1)} s away from that of the database.`;
  // Signatures of other servers hold for minutes, one-time codes for half of one.
  if (apart > 15_000) return { about, state: "fail", text, todo };
  if (behind > 15_000) {
    const said = `It is behind: the last thing here happened ${Math.round(behind / 1000)} s from now.`;
    return { about, state: "fail", text: said, todo };
  }
  if (apart > 2_000) return { about, state: "warn", text, todo };
  if (isKept === false) return { about, state: "warn", text: "Nothing keeps the clock right.", todo };
  return { about, state: "ok", text: `${new Date().toISOString().slice(0, 19)}Z here and in the database.` };
}

async function isKept(): Promise<boolean | null> {
  const asked = promisify(execFile)("timedatectl", ["show", "-p", "NTPSynchronized", "--value"]);
  const answer = await asked.catch(() => null);
  const word = answer?.stdout.trim();
  return word === "yes" || word === "no" ? word === "yes" : null;
}
