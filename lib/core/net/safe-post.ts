import { type Agent, request } from "undici";
import { allowedUrl } from "./allowed-url";
import { guardedAgent, internet, type Network } from "./guarded-agent";
import { type FetchRefusal, refusalOf, userAgent } from "./safe-fetch";

type Sending = { headers: Record<string, string>; body: string; network?: Network };

/** The answer to what was sent; `retryAfter` as the server wrote it. Its body is not read. */
export type Posted = { status: number; retryAfter: string | null };

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
    await answer.body.dump({ limit: MOST_ANSWER }).catch(() => {});
    const retryAfter = answer.headers["retry-after"];
    return { status: answer.statusCode, retryAfter: typeof retryAfter === "string" ? retryAfter : null };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

function agentFor(network: Network): Agent {
  const made =
    agents.get(network) ??
    guardedAgent(network, { connectMs: deadlines.connect, keepOpenMs: deadlines.keepOpen });
  agents.set(network, made);
  return made;
}
