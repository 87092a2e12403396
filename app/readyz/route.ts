import { connection } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { handler } from "@/lib/web/handler";
import { readReadiness } from "@/lib/web/readiness";

export const dynamic = "force-dynamic";

/** For load balancers and monitors: 200 if every part of this process works, else 503; a line for each part. */
export const GET = handler(async () => {
  const parts = await readReadiness(connection().db, { hasWorker: env().WORKER === "on" });
  const lines = Object.entries(parts).map(([part, state]) => `${part}: ${state}\n`);
  return new Response(lines.join(""), {
    status: Object.values(parts).every((state) => state === "ok") ? 200 : 503,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
});
