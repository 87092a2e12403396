import { findPolicy } from "@/lib/federation/administration/policies";
import { removeDomainPolicy } from "@/lib/instance/decide-domain";
import { findDomainPolicy } from "@/lib/instance/domain-policy";
import { domainInput } from "@/lib/instance/input";
import type { Asked } from "../command";
import { checked, type Desk } from "../desk";
import { effects } from "./effects";

export async function unblock({ asAdministrator, say }: Desk, { words: [typed] }: Asked): Promise<void> {
  const { domain } = checked(domainInput, { domain: typed });
  const ctx = await asAdministrator();
  const was = await findPolicy(ctx, domain);
  if (was) await removeDomainPolicy(ctx, domain);
  say(
    was
      ? `${domain} is not ${effects[was.severity]} any more.`
      : `Nothing is decided about ${domain} itself.`,
  );
  const above = await findDomainPolicy(ctx.db, domain);
  if (above) say(`It is ${effects[above.severity]} by what is decided about ${above.domain}.`);
}
