import type { Context } from "@/lib/core/context";
import { conflict, notFound } from "@/lib/core/errors";
import { internet, type Network } from "@/lib/core/net/guarded-agent";
import { type Fetched, type FetchRefusal, safeFetch } from "@/lib/core/net/safe-fetch";
import { refuseSuspended } from "@/lib/instance/domain-policy";
import type { Document } from "../activity";
import { signingKeyOf } from "../keys";
import { typesOf } from "../read";
import { getServerActor } from "../server-actor";
import { signedHeaders } from "../signature/sign-request";
import { parseDocument } from "./parse";

type Asking = Pick<Context, "db" | "now">;
type Options = { network?: Network };

const AS2 = "https://www.w3.org/ns/activitystreams";
const MOST_BYTES = 1024 * 1024;

/**
 * The document with this id, from its own origin: what was asked for by another address, or led elsewhere, is asked for
 * once more by the id that it tells, and must tell it again there. Its own id counts, not what was asked for. Refuses
 * with `document_gone`, `document_not_readable` or `server_suspended`; what another try may mend is another error.
 */
export async function fetchDocument(ctx: Asking, uri: string, options: Options = {}): Promise<Document> {
  const first = await askFor(ctx, uri, options);
  if (isAt(first)) return first.document;
  const id = first.document.id;
  if (typeof id !== "string" || !URL.canParse(id)) throw conflict("document_not_readable");
  const second = await askFor(ctx, id, options);
  if (!isAt(second)) throw conflict("document_not_readable");
  return second.document;
}

export type Answered = { url: URL; document: Document };

/** What an address answers, whatever it says of itself: for parts of what is trusted already, such as pages. */
export async function askFor(
  ctx: Asking,
  uri: string,
  { network = internet }: Options = {},
): Promise<Answered> {
  const fetched = await fetchSigned(ctx, uri, network);
  if ("refusal" in fetched) throw failed(fetched.refusal, uri);
  if (fetched.status > 299) throw failedWith(fetched.status, uri);
  const document = readDocument(fetched);
  if (!document) throw conflict("document_not_readable");
  return { url: fetched.url, document };
}

/**
 * Whether its own origin says that what had this id will not come back: it answers 410, or with a tombstone. What is not
 * found may have been lost by accident. Refuses with `server_suspended`; what another try may mend is another error.
 */
export async function isGoneForGood(
  ctx: Asking,
  uri: string,
  { network = internet }: Options = {},
): Promise<boolean> {
  const fetched = await fetchSigned(ctx, uri, network);
  if ("refusal" in fetched) {
    if (fetched.refusal === "unreachable") throw failed(fetched.refusal, uri);
    return false;
  }
  if (fetched.url.origin !== new URL(uri).origin) return false;
  if (fetched.status === 410) return true;
  if (mayPass(fetched.status)) throw failedWith(fetched.status, uri);
  const document = fetched.status <= 299 ? readDocument(fetched) : null;
  return document?.id === uri && typesOf(document).includes("Tombstone");
}

type Fetching = Promise<Fetched | { refusal: FetchRefusal }>;

async function fetchSigned(ctx: Asking, uri: string, network: Network): Fetching {
  const address = withoutFragment(uri);
  const ask = (withoutQuery: boolean) =>
    safeFetch(address, {
      types: ["application/activity+json", "application/ld+json"],
      accept: `application/activity+json, application/ld+json; profile="${AS2}"`,
      maxBytes: MOST_BYTES,
      network,
      headersFor: (url) => headersFor(ctx, url, withoutQuery),
    });
  const first = await ask(false);
  return address.includes("?") && isForbidden(first) ? ask(true) : first;
}

/** Whoever may upload any file as JSON-LD speaks for nobody. */
function readDocument({ type, profile, body }: Fetched): Document | null {
  const isActivity = type === "application/activity+json" || profile?.split(" ").includes(AS2);
  return isActivity ? parseDocument(body) : null;
}

/** Some leave queries out of what they verify, and some do not. */
function isForbidden(answer: Fetched | { refusal: FetchRefusal }): boolean {
  return "status" in answer && (answer.status === 401 || answer.status === 403);
}

async function headersFor(ctx: Asking, url: URL, withoutQuery: boolean): Promise<Record<string, string>> {
  await refuseSuspended(ctx.db, url.host);
  const key = await signingKeyOf(ctx, await getServerActor(ctx));
  return signedHeaders(key, { method: "GET", url, date: new Date(), withoutQuery });
}

function isAt({ url, document: { id } }: Answered): boolean {
  return typeof id === "string" && URL.parse(id)?.href === url.href;
}

function withoutFragment(uri: string): string {
  return uri.replace(/#.*$/s, "");
}

function failed(refusal: FetchRefusal, uri: string): Error {
  return refusal === "unreachable" ? new Error(`unreachable: ${uri}`) : conflict("document_not_readable");
}

function failedWith(status: number, uri: string): Error {
  if (status === 404 || status === 410) return notFound("document_gone");
  return mayPass(status) ? new Error(`answered ${status}: ${uri}`) : conflict("document_not_readable");
}

/** Only what says that it may pass is tried again. */
function mayPass(status: number): boolean {
  return status >= 500 || status === 408 || status === 429;
}
