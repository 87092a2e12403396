import { sql } from "drizzle-orm";
import { connection } from "@/lib/core/database";

export const dynamic = "force-dynamic";

/** For the launcher and for monitors: this process answers and reaches its database. */
export async function GET() {
  await connection().db.execute(sql`select 1`);
  return new Response("ok\n", { headers: { "content-type": "text/plain", "cache-control": "no-store" } });
}
