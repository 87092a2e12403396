import type { FetchRefusal } from "@/lib/core/net/safe-fetch";
import type { Posted } from "@/lib/core/net/safe-post";

/**
 * What an answer means. "taken"; "gone": nobody is there any more; "lost": another try would change nothing; "inbox":
 * this inbox may take it later; "server": everything there has to wait.
 */
export type Outcome =
  | { kind: "taken" }
  | { kind: "gone" }
  | { kind: "lost" | "inbox"; problem: string }
  | { kind: "server"; problem: string; retryAfter?: string | null };

/** Reads an answer. Servers that lose sight of our key, or are being mended, say 401, 403 or 404 for a while. */
export function outcomeOf(answer: Posted | { refusal: FetchRefusal }): Outcome {
  if ("refusal" in answer) return { kind: "server", problem: answer.refusal };
  const { status, retryAfter, isPage } = answer;
  const problem = `status_${status}`;
  if (isPage && status < 300) return { kind: "server", problem: "page_for_people" };
  if (status >= 200 && status < 300) return { kind: "taken" };
  if (status === 410) return { kind: "gone" };
  if ([401, 403, 404].includes(status)) return { kind: "inbox", problem };
  const mayHeal = status < 400 || status >= 500 || [408, 425, 429].includes(status);
  return mayHeal ? { kind: "server", problem, retryAfter } : { kind: "lost", problem };
}
