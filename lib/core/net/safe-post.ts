import { type Agent, type Dispatcher, request } from "undici";
import { allowedUrl } from "./allowed-url";
import { readBounded } from "./bounded-body";
import { guardedAgent, internet, type Network } from "./guarded-agent";
import { type FetchRefusal, refusalOf, userAgent } from "./safe-fetch";

type Sending = { headers: Record<string, string>; body: string; network?: Network };

/**
 * The answer to what was sent; `retryAfter` as the server wrote it. `isPage`: a page for people, as providers show it at an
 * address that was given up; nobody has read what was sent.
 */
export type Posted = { status: number; retryAfter: string | null; isPage?: boolean };

/** In milliseconds. */
const deadlines = { connect: 5_000, headers: 10_000, total: 15_000, keepOpen: 4_000 };

/** Read to its end, an answer leaves the connection open for what comes next; a long one is broken off. */
const MOST_ANSWER = 16 * 1024;

/** One for each network: what goes to a server one after the other goes through one connection. */
const agents = new WeakMap<Network, Agent>();

/**
 * Sends something to a server that strangers named, with the guards of `safeFetch`. Leads are not followed: a status of
 * 3xx is the answer. Throws only for bugs.
 */
export async function safePost(
  address: string,
  { headers, body, network = internet }: Sending,
): Promise<Posted | { refusal: FetchRefusal }> {
  const url = allowedUrl(address);
  if (!url) return { refusal: "address_refused" };
  try {
    const answer = await request(url, {
      method: "POST",
      dispatcher: agentFor(network),
      signal: AbortSignal.timeout(deadlines.total),
      headersTimeout: deadlines.headers,
      bodyTimeout: deadlines.headers,
      headers: { "user-agent": userAgent(), ...headers },
      body,
    });
    const isPage = await isPageIn(answer);
    const retryAfter = answer.headers["retry-after"];
    return {
      status: answer.statusCode,
      retryAfter: typeof retryAfter === "string" ? retryAfter : null,
      isPage,
    };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

/** Some call every answer HTML, also an empty one: a page has tags. */
async function isPageIn({ headers, body }: Dispatcher.ResponseData): Promise<boolean> {
  if (!/^text\/html/i.test(String(headers["content-type"] ?? ""))) {
    await body.dump({ limit: MOST_ANSWER }).catch(() => {});
    return false;
  }
  const bounds = { encoding: "", maxBytes: MOST_ANSWER, longBody: "cut" as const };
  const { bytes } = await readBounded(body, bounds);
  return /^\s*<[!a-z]/i.test(Buffer.from(bytes).toString());
}

function agentFor(network: Network): Agent {
  const made =
    agents.get(network) ??
    guardedAgent(network, { connectMs: deadlines.connect, keepOpenMs: deadlines.keepOpen });
  agents.set(network, made);
  return made;
}
