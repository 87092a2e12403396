import { readCsv } from "@/lib/core/text/read-csv";
import { domainPolicyInput } from "./input";
import type { PublicPolicy } from "./public-policies";

/** A line of a file that nothing is decided by, and why. */
export type LeftOut = {
  line: number;
  domain: string;
  why: "domain_not_valid" | "severity_unknown" | "nothing_decided" | "named_before" | "reason_too_long";
};

const head = ["#domain", "#severity", "#reject_media", "#reject_reports", "#public_comment", "#obfuscate"];

/**
 * Decisions about other servers as Mastodon exports and imports them. Not what administrators noted for themselves: such
 * files are handed on. No cell is marked for spreadsheet programs, since servers read it.
 */
export function writeDomainPolicies(policies: PublicPolicy[]): string {
  const rows = policies.map(({ domain, severity, reason }) => [
    domain,
    ...columns[severity],
    reason,
    "false",
  ]);
  return [head, ...rows].map((row) => `${row.map(fieldOf).join(",")}\n`).join("");
}

/**
 * Reads such a file, or a bare list with one domain a line, which suspends. Of silencing and leaving pictures out, which
 * Mastodon can do at once, the first is taken. The first line about a domain counts.
 */
export function readDomainPolicies(text: string): { decided: PublicPolicy[]; leftOut: LeftOut[] } {
  const [first, ...others] = readCsv(text);
  const names = first?.cells.map((name) => name.trim().replace(/^#/, "").toLowerCase()) ?? [];
  const hasHead = names.includes("domain");
  const rows = hasHead ? others : [...(first ? [first] : []), ...others];
  const decided = new Map<string, PublicPolicy>();
  const leftOut: LeftOut[] = [];
  for (const { line, cells } of rows) {
    const row = rowOf(hasHead ? names : ["domain"], cells);
    const read = policyIn(row);
    const why = typeof read === "string" ? read : decided.has(read.domain) && "named_before";
    if (why) leftOut.push({ line, domain: row.get("domain") ?? "", why });
    else if (typeof read !== "string") decided.set(read.domain, read);
  }
  return { decided: [...decided.values()], leftOut };
}

const columns = {
  suspend: ["suspend", "true", "true"],
  silence: ["silence", "false", "false"],
  reject_media: ["noop", "true", "false"],
};

/** Databases hold no U+0000. */
function rowOf(names: string[], cells: string[]): Map<string, string> {
  return new Map(names.map((name, index) => [name, cells[index]?.replaceAll("\0", "").trim() ?? ""]));
}

function policyIn(row: Map<string, string>): PublicPolicy | LeftOut["why"] {
  const severity = severityIn(row);
  if (!isSeverity(severity)) return severity;
  const typed = { domain: row.get("domain") ?? "", severity, reason: row.get("public_comment") ?? "" };
  const { data, error } = domainPolicyInput.safeParse(typed);
  if (!data) return error.issues[0]?.path[0] === "reason" ? "reason_too_long" : "domain_not_valid";
  return { domain: data.domain, severity, reason: data.reason };
}

function isSeverity(
  severity: PublicPolicy["severity"] | LeftOut["why"],
): severity is PublicPolicy["severity"] {
  return Object.hasOwn(columns, severity);
}

function severityIn(row: Map<string, string>): PublicPolicy["severity"] | LeftOut["why"] {
  const severity = row.get("severity")?.toLowerCase() || "suspend";
  if (severity === "suspend" || severity === "silence") return severity;
  if (severity !== "noop") return "severity_unknown";
  return row.get("reject_media")?.toLowerCase() === "true" ? "reject_media" : "nothing_decided";
}

function fieldOf(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
