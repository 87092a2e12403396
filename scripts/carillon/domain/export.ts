import { writeFile } from "node:fs/promises";
import { writeDomainPolicies } from "@/lib/instance/domain-policies-csv";
import { listPublicPolicies } from "@/lib/instance/public-policies";
import type { Asked } from "../command";
import type { Desk } from "../desk";

export async function exportList({ asAdministrator, say }: Desk, { words: [file] }: Asked): Promise<void> {
  const policies = await listPublicPolicies((await asAdministrator()).db);
  const csv = writeDomainPolicies(policies);
  if (!file) return say(csv.trimEnd());
  await writeFile(file, csv);
  say(`${file} holds ${policies.length} decisions.`);
}
