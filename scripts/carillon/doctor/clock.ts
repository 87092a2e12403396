import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Finding } from "./finding";

/** Whether this machine and its database agree on the time, and whether something keeps its clock right. */
export async function checkClock(db: Database): Promise<Finding> {
  const before = Date.now();
  const [row] = await db.execute<{ at: string }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::text as at`,
  );
  const here = (before + Date.now()) / 2;
  return judgeClock({ apart: Math.abs(Number(row!.at) - here), isKept: await isKept() });
}

type Observed = {
  /** Milliseconds between this clock and that of the database. */
  apart: number;
  /** Whether the clock is set by a time server; null: not known. */
  isKept: boolean | null;
};

export function judgeClock({ apart, isKept }: Observed): Finding {
  const about = "clock";
  const todo = "Have both set by a time server (systemd-timesyncd, chrony).";
  const text = `It is ${(apart / 1000).toFixed(1)} s away from that of the database.`;
  // Signatures of other servers hold for minutes, one-time codes for half of one.
  if (apart > 15_000) return { about, state: "fail", text, todo };
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
