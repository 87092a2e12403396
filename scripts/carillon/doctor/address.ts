import { lookup } from "node:dns/promises";
import type { Settings } from "@/lib/core/env";
import type { Finding } from "./finding";

const about = "address";
const PATIENCE_MS = 10_000;

/** Whether the public address leads here, also where other servers ask. */
export async function checkAddress({ ORIGIN }: Settings): Promise<Finding> {
  const { hostname, host } = new URL(ORIGIN);
  const fail = (text: string, todo: string): Finding => ({ about, state: "fail", text, todo });
  const ips = await lookup(hostname.replace(/^\[|\]$/g, "")).catch(() => null);
  if (!ips) return fail(`Nobody knows the name ${hostname}.`, "Enter it in the DNS, or correct ORIGIN.");
  const healthy = await ask(`${ORIGIN}/healthz`);
  if (typeof healthy === "string") {
    return fail(
      `Nothing answers at ${ORIGIN} (${healthy}).`,
      "Start Carillon, and see to the reverse proxy.",
    );
  }
  if (healthy.status !== 200 || healthy.text.trim() !== "ok") {
    const what = `${ORIGIN}/healthz answers ${healthy.status}, and not as Carillon does.`;
    return fail(what, "Let the reverse proxy pass every path, and the Host header.");
  }
  const nodeinfo = await ask(`${ORIGIN}/.well-known/nodeinfo`);
  if (typeof nodeinfo === "string" || !nodeinfo.text.includes(`${ORIGIN}/`)) {
    const what = `Other servers do not find what they ask for under ${host}/.well-known.`;
    return fail(what, "Let the reverse proxy pass /.well-known and /nodeinfo, and see that ORIGIN is right.");
  }
  return { about, state: "ok", text: `${ORIGIN} leads here.` };
}

/** What stands there, or why there is no answer. */
async function ask(url: string): Promise<{ status: number; text: string } | string> {
  try {
    const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    const { code } = cause as { code?: string };
    return code ?? (cause instanceof Error ? cause.name : "no answer");
  }
}
