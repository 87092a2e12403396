import type { Context } from "@/lib/core/context";
import type { SafetySettings } from "@/lib/instance/safety-settings";
import { judgeWords } from "@/lib/safety/judge";
import { noticeWords } from "@/lib/safety/notice";
import type { Hit } from "@/lib/safety/rules";

type Looks = { name: string; handle: string; summary: string; fields?: { name: string; value: string }[] };

/** What the rules say to how an identity calls and describes itself. Refuses with the field error `words_not_allowed`. */
export function judgeLooks(settings: SafetySettings, { name, handle, summary, fields = [] }: Looks): Hit[] {
  const called = judgeWords(settings, { scope: "identities", text: `${name}\n${handle}`, field: "name" });
  const told = [summary, ...fields.flatMap((line) => [line.name, line.value])].join("\n");
  return [...called, ...judgeWords(settings, { scope: "identities", text: told, field: "summary" })];
}

/** Lets moderators look at it, where a rule wants them to: identities do not wait. */
export function noticeLooks(tx: Context, hits: Hit[], actorId: string): Promise<void> {
  return noticeWords(tx, hits, { actorId, thing: "identity", thingId: actorId });
}
