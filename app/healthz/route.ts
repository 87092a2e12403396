import { connection } from "@/lib/core/database";
import { readHealth } from "@/lib/web/readiness";

export const dynamic = "force-dynamic";

/** For the launcher and for monitors: this process answers and reaches its database, or 503. */
export async function GET() {
  const health = await readHealth(connection().db);
  return new Response(`${health}\n`, {
    status: health === "ok" ? 200 : 503,
    headers: { "content-type": "text/plain", "cache-control": "no-store" },
  });
}
