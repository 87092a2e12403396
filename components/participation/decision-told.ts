import { safePath } from "@/lib/core/paths";

/** How many of those about whom a host decided at once stand where now. */
export type Told = { approved: number; waitlisted: number; rejected: number; full: number };

/** What just happened, as the address of the list tells it. */
export type DecisionTold = { decidedAt: number; told: Told | null };

/** The page to come back to, which says what was decided and offers to take it back. */
export function decidedPath(back: string, decided: { notice: string } & Partial<DecisionTold>): string {
  const [path = "", anchor] = safePath(back).split("#");
  const { notice, decidedAt, told } = decided;
  const query = new URLSearchParams({
    notice,
    ...(decidedAt && { decided: String(decidedAt) }),
    ...(told && { told: [told.approved, told.waitlisted, told.rejected, told.full].join("-") }),
  });
  return `${path}${path.includes("?") ? "&" : "?"}${query}${anchor ? `#${anchor}` : ""}`;
}

/** Null: nothing that could be taken back. */
export function decisionToldFrom(search: Record<string, string | string[] | undefined>): DecisionTold | null {
  const decidedAt = Number(search.decided);
  if (!Number.isSafeInteger(decidedAt) || decidedAt <= 0) return null;
  const numbers = /^(\d{1,4})-(\d{1,4})-(\d{1,4})-(\d{1,4})$/.exec(String(search.told ?? ""));
  if (!numbers) return { decidedAt, told: null };
  const [, approved, waitlisted, rejected, full] = numbers.map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { decidedAt, told: { approved, waitlisted, rejected, full } };
}
