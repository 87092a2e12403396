import { connection } from "@/lib/core/database";
import { handler } from "@/lib/web/handler";
import { tellMetrics } from "@/lib/web/metrics/tell";

export const dynamic = "force-dynamic";

/** For Prometheus, and whoever reads as it does. */
export const GET = handler((request) =>
  tellMetrics({ db: connection().db, now: new Date() }, request.headers.get("authorization")),
);
