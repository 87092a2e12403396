import { connection } from "@/lib/core/database";
import { handler } from "@/lib/web/handler";
import { answerKnock } from "@/lib/web/inbox-route";

/** What other servers send, to one identity (a rewrite leads here from its own inbox) or to all of this server. */
export const POST = handler((request) =>
  answerKnock({ db: connection().db, actor: { kind: "system" }, now: new Date() }, request),
);
