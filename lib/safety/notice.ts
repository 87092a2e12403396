import type { Context } from "@/lib/core/context";
import type { FactOf } from "@/lib/journal/facts";
import { record } from "@/lib/journal/record";
import type { Burst } from "./bursts";
import type { Hit } from "./rules";

type Thing = Pick<FactOf<"conduct.noticed">, "actorId" | "thing" | "thingId">;

/** Lets moderators look at something that a rule about words found. */
export async function noticeWords(tx: Context, hits: Hit[], thing: Thing): Promise<void> {
  const hit = hits.find(({ kind }) => kind === "words");
  if (hit?.kind !== "words") return;
  await record(tx, { kind: "conduct.noticed", ...thing, why: "words", ruleId: hit.ruleId });
}

/** Lets moderators look at whoever does too much at once: one case for each person, however often it happens. */
export function noticeBurst(tx: Context, burst: Burst, actorId: string): Promise<void> {
  return record(tx, { kind: "conduct.noticed", actorId, thing: "identity", thingId: actorId, why: burst });
}
