import { setDomainPolicy } from "@/lib/instance/decide-domain";
import { domainPolicyInput } from "@/lib/instance/input";
import type { Asked } from "../command";
import { checked, type Desk } from "../desk";
import { effects } from "./effects";

export async function block(
  { asAdministrator, say }: Desk,
  { words: [typed], options: { severity = "suspend", reason, note } }: Asked,
): Promise<void> {
  const policy = checked(domainPolicyInput, { domain: typed, severity, reason, note });
  await setDomainPolicy(await asAdministrator(), policy);
  say(`${policy.domain} is ${effects[policy.severity]} from now on.`);
}
