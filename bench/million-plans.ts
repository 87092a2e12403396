import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { say } from "@/scripts/start/say";
import type { Ask } from "./million-asks";

type Asked = { query: string; params: unknown[] };

/** Prints what PostgreSQL does for one question of each kind: the plan of every query in it that takes part in a search. */
export async function explain(url: string, asks: Ask[]): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    for (const { name, ask } of asks) {
      const asked: Asked[] = [];
      const logger = { logQuery: (query: string, params: unknown[]) => void asked.push({ query, params }) };
      await ask(drizzle(sql, { casing: "snake_case", logger }), 3);
      say(`\n== ${name}`);
      for (const { query, params } of asked.filter((each) => /event_search s/.test(each.query))) {
        const plan = await sql.unsafe(`explain (analyze, buffers, costs off) ${query}`, params as never[]);
        say(
          `${query.replace(/\s+/g, " ").slice(0, 160)}…\n${plan.map((row) => row["QUERY PLAN"]).join("\n")}\n`,
        );
      }
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
}
