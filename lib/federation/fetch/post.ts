import type { KeyObject } from "node:crypto";
import type { Network } from "@/lib/core/net/guarded-agent";
import type { FetchRefusal } from "@/lib/core/net/safe-fetch";
import { type Posted, safePost } from "@/lib/core/net/safe-post";
import { signedHeaders } from "../signature/sign-request";

/**
 * Sends an activity, signed by whoever says it, to an inbox. Answers with the status, or with why there is none; whether
 * the server is suspended is the caller's to ask.
 */
export async function postSigned(
  key: { uri: string; privateKey: KeyObject },
  inbox: string,
  body: string,
  network?: Network,
): Promise<Posted | { refusal: FetchRefusal }> {
  const url = URL.parse(inbox);
  if (!url) return { refusal: "address_refused" };
  const headers = await signedHeaders(key, { method: "POST", url, body, date: new Date() });
  return safePost(inbox, { headers, body, ...(network && { network }) });
}
