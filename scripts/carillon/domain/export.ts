import { writeFile } from "node:fs/promises";
import { listPolicies } from "@/lib/federation/administration/policies";
import { writeDomainPolicies } from "@/lib/instance/domain-policies-csv";
import type { Asked } from "../command";
import type { Desk } from "../desk";

export async function exportList({ asAdministrator, say }: Desk, { words: [file] }: Asked): Promise<void> {
  const policies = await listPolicies(await asAdministrator());
  const csv = writeDomainPolicies(policies);
  if (!file) return say(csv.trimEnd());
  await writeFile(file, csv);
  say(`${file} holds ${policies.length} decisions.`);
}
