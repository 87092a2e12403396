import { headers } from "next/headers";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";

/**
 * Refuses (`foreign_origin`) what another site made a browser send, in route handlers that write. Browsers name the
 * origin at every POST, so one without is refused too: only a script outside a browser sends it, and it can add one.
 */
export function assertSameOrigin({ headers }: Pick<Request, "headers">): void {
  if (!isSameOrigin(headers, env().ORIGIN)) throw new AppError("forbidden", "foreign_origin");
}

/** The same for server actions; Next itself lets those through that name no origin. */
export async function assertSameOriginAction(): Promise<void> {
  assertSameOrigin({ headers: await headers() });
}

/**
 * The public address counts, and the one that the browser believes to talk to, which no other site can forge
 * (localhost and 127.0.0.1 are one server). "null" is what sandboxed frames and `no-referrer` pages send.
 */
export function isSameOrigin(headers: Pick<Headers, "get">, origin: string): boolean {
  const named = headers.get("origin");
  if (!named || !URL.canParse(named)) return false;
  return named === new URL(origin).origin || new URL(named).host === headers.get("host");
}
