import type { IncomingHttpHeaders } from "node:http";
import { type Agent, type Dispatcher, request } from "undici";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { version } from "@/lib/core/version";
import { allowedUrl } from "./allowed-url";
import { BODY_NOT_READABLE, BODY_TOO_LONG, readBounded } from "./bounded-body";
import { ADDRESS_REFUSED, guardedAgent, internet, type Network } from "./guarded-agent";

type Wish = {
  /** Media types that are read; anything else is `wrong_type`. */
  types: string[];
  /** What is said to be wished, if not just the types. */
  accept?: string;
  /** Written for each address that it leads to, such as a signature; may refuse to go there. */
  headersFor?: (url: URL) => Promise<Record<string, string>>;
  /** After unpacking. */
  maxBytes: number;
  /** What to do with a longer body: refuse it, or take its beginning. */
  longBody?: "refuse" | "cut";
  deadlines?: Partial<typeof usualDeadlines>;
  network?: Network;
};

/** An answer. Bodies of answers other than 2xx are not read. `profile`: of the media type, if it names one. */
export type Fetched = {
  url: URL;
  status: number;
  type: string;
  profile?: string;
  body: Uint8Array;
  isCut: boolean;
};

export type FetchRefusal =
  /** It, or where it led to, is no address that we may ask. */
  | "address_refused"
  | "too_many_redirects"
  | "wrong_type"
  | "too_long"
  /** Unknown, down, slow or broken: another time it may work. */
  | "unreachable";

/** In milliseconds. `idle` is the longest silence within a body, `total` is for all redirects together. */
const usualDeadlines = { connect: 5_000, headers: 5_000, idle: 5_000, total: 15_000 };

const mostRedirects = 3;

const nothing = new Uint8Array();

/**
 * Asks a server that strangers named. The only way to do so: private addresses are out of reach, also by redirects and
 * changing name servers, and time and size are bounded. Never from https to http. Throws only for bugs.
 */
export async function safeFetch(
  address: string | URL,
  wish: Wish,
): Promise<Fetched | { refusal: FetchRefusal }> {
  const deadlines = { ...usualDeadlines, ...wish.deadlines };
  const agent = guardedAgent(wish.network ?? internet, { connectMs: deadlines.connect });
  const signal = AbortSignal.timeout(deadlines.total);
  try {
    return await follow(allowedUrl(address), { agent, wish, deadlines, signal });
  } catch (error) {
    return { refusal: refusalOf(error) };
  } finally {
    await agent.destroy();
  }
}

type Round = { agent: Agent; wish: Wish; deadlines: typeof usualDeadlines; signal: AbortSignal };

async function follow(start: URL | null, round: Round): Promise<Fetched | { refusal: FetchRefusal }> {
  let url = start;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    if (!url) return { refusal: "address_refused" };
    const answer = await ask(url, round);
    const next = redirectOf(answer, url);
    if (next === undefined) return take(answer, url, round.wish);
    drop(answer);
    url = next;
  }
  return { refusal: "too_many_redirects" };
}

async function ask(url: URL, { agent, wish, deadlines, signal }: Round): Promise<Dispatcher.ResponseData> {
  return request(url, {
    dispatcher: agent,
    signal,
    headersTimeout: deadlines.headers,
    bodyTimeout: deadlines.idle,
    headers: {
      accept: wish.accept ?? wish.types.join(", "),
      "accept-encoding": "gzip",
      "user-agent": userAgent(),
      ...(await wish.headersFor?.(url)),
    },
  });
}

/** Where the answer leads to; null where nobody may follow, undefined if it leads nowhere. */
function redirectOf({ statusCode, headers }: Dispatcher.ResponseData, from: URL): URL | null | undefined {
  const location = headers.location;
  if (![301, 302, 303, 307, 308].includes(statusCode) || typeof location !== "string") return undefined;
  const to = allowedUrl(location, from);
  return from.protocol === "https:" && to?.protocol === "http:" ? null : to;
}

async function take(
  answer: Dispatcher.ResponseData,
  url: URL,
  { types, maxBytes, longBody = "refuse" }: Wish,
): Promise<Fetched | { refusal: FetchRefusal }> {
  const { statusCode: status, headers } = answer;
  const type = mediaTypeOf(headers);
  if (status > 299 || !types.includes(type)) {
    drop(answer);
    return status > 299 ? { url, status, type, body: nothing, isCut: false } : { refusal: "wrong_type" };
  }
  const encoding = String(headers["content-encoding"] ?? "").toLowerCase();
  const { bytes, isCut } = await readBounded(answer.body, { encoding, maxBytes, longBody });
  const profile = /;\s*profile="?([^";]*)/i.exec(String(headers["content-type"]))?.[1];
  return { url, status, type, ...(profile !== undefined && { profile }), body: bytes, isCut };
}

/** How this server is called in the logs of others. */
export function userAgent(): string {
  return `Carillon/${version} (+${env().ORIGIN})`;
}

function mediaTypeOf(headers: IncomingHttpHeaders): string {
  return String(headers["content-type"] ?? "")
    .split(";", 1)[0]!
    .trim()
    .toLowerCase();
}

/** A body that nobody reads is broken off: that is an error to its stream, and to nobody else. */
function drop({ body }: Dispatcher.ResponseData): void {
  body.on("error", () => {});
  body.destroy();
}

/** What became of a fetch that failed. Bugs, and refusals of whoever wrote the headers, are thrown again. */
export function refusalOf(error: unknown): FetchRefusal {
  if (error instanceof AppError) throw error;
  const { code, name } = error as { code?: unknown; name?: string };
  if (code === ADDRESS_REFUSED) return "address_refused";
  if (code === BODY_TOO_LONG) return "too_long";
  if (code === BODY_NOT_READABLE) return "wrong_type";
  // Errors of sockets, of undici and of zlib have a code; those of our own making have none.
  if (typeof code === "string" || name === "TimeoutError") return "unreachable";
  throw error;
}
