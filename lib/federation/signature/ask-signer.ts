import type { Database } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { domainOf } from "../uris";
import { fetchSigner, type Signer } from "./signer";

type Asked = { at: number; answer: Promise<Signer | null> };

const asked = new WeakMap<Database, Map<string, Asked>>();
const MOST_ASKED = 10_000;
const PAUSE_MS = 60_000;

/** Whoever waits for the answer waits no longer, however many addresses it leads through. */
const LONGEST_MS = 20_000;

/** Questions that nobody has answered yet, of all servers and of one: each keeps a connection, and strangers start them. */
const MOST_AT_ONCE = 200;
const MOST_OF_ONE = 20;

/** By server. */
const open = new Map<string, number>();

/**
 * Who signs with this key by now, asked for at its own server, but at most once a minute: strangers may name any key, and
 * nobody is to be flooded by us in their name. Within that minute the same answer counts for all who ask. Throws what
 * another try may mend: its server is down, slow, or has been asked too much at once.
 */
export function askSigner(ctx: Context, keyUri: string): Promise<Signer | null> {
  const known = asked.get(ctx.db) ?? new Map<string, Asked>();
  asked.set(ctx.db, known);
  const last = known.get(keyUri);
  if (last && Date.now() - last.at < PAUSE_MS) return inTime(last.answer);
  if (isBusy(domainOf(keyUri))) return Promise.reject(new Error("unreachable: asked too much at once"));
  if (known.size >= MOST_ASKED) known.clear();
  const answer = ask(ctx, keyUri);
  known.set(keyUri, { at: Date.now(), answer });
  return inTime(answer);
}

function isBusy(domain: string): boolean {
  const ofAll = open.values().reduce((sum, count) => sum + count, 0);
  return ofAll >= MOST_AT_ONCE || (open.get(domain) ?? 0) >= MOST_OF_ONE;
}

async function ask(ctx: Context, keyUri: string): Promise<Signer | null> {
  const domain = domainOf(keyUri);
  open.set(domain, (open.get(domain) ?? 0) + 1);
  try {
    return await fetchSigner(ctx, keyUri);
  } finally {
    const left = (open.get(domain) ?? 1) - 1;
    if (left > 0) open.set(domain, left);
    else open.delete(domain);
  }
}

async function inTime(answer: Promise<Signer | null>): Promise<Signer | null> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error("unreachable: no answer in time")), LONGEST_MS);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
