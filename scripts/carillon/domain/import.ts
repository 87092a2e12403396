import { type LeftOut, readDomainPolicies } from "@/lib/instance/domain-policies-csv";
import { type ImportPlan, importDomainPolicies, planImport } from "@/lib/instance/import-domain-policies";
import type { Asked } from "../command";
import type { Desk } from "../desk";
import { contentOf } from "../read-file";
import { effects } from "./effects";

export async function importList(
  { asAdministrator, say }: Desk,
  { words: [file = ""], options: { preview, replace } }: Asked,
): Promise<void> {
  const { decided, leftOut } = readDomainPolicies(await contentOf(file));
  const ctx = await asAdministrator();
  const replaces = Boolean(replace);
  const plan = preview
    ? await planImport(ctx, decided)
    : await importDomainPolicies(ctx, decided, { replaces });
  for (const line of [...leftOut.map(toldLine), ...changes(plan, { replaces })]) say(line);
  const count = plan.fresh.length + (replaces ? plan.other.length : 0);
  say(
    `${preview ? "Would decide" : "Decided"} about ${count} of ${decided.length + leftOut.length} servers.`,
  );
}

function changes({ fresh, same, other, own }: ImportPlan, { replaces }: { replaces: boolean }): string[] {
  const stays = replaces ? "" : ", and stays so without --replace";
  return [
    ...fresh.map(({ domain, severity }) => `+ ${domain}: ${effects[severity]}`),
    ...other.map(({ policy, was }) =>
      policy.severity === was.severity
        ? `~ ${policy.domain}: ${effects[was.severity]}, with another reason${stays}`
        : `~ ${policy.domain}: ${effects[policy.severity]} in the list; is ${effects[was.severity]}${stays}`,
    ),
    ...own.map(({ domain }) => `! ${domain} is this server, or above it: left out`),
    ...(same.length > 0 ? [`= ${same.length} are so already`] : []),
  ];
}

const reasons: Record<LeftOut["why"], string> = {
  domain_not_valid: "this is no name of a server",
  severity_unknown: "nobody here knows this severity",
  nothing_decided: "it decides nothing that there is here",
  named_before: "it was named before",
  reason_too_long: "the reason has more than 1,000 characters",
};

function toldLine({ line, domain, why }: LeftOut): string {
  return `! line ${line}, "${domain.slice(0, 100)}": ${reasons[why]}`;
}
