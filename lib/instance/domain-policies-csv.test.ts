import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDomainPolicies, writeDomainPolicies } from "./domain-policies-csv";
import { domainPolicyInput } from "./input";
import type { PublicPolicy } from "./public-policies";

const mastodon = `#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate
spam.example,suspend,false,false,"Spam, and ""more"" of it",false
Loud.example,silence,true,true,,true
pictures.example,noop,true,false,,false
fine.example,noop,false,false,,false
ha**ed.example,suspend,false,false,,true
odd.example,explode,false,false,,false
spam.example,silence,false,false,,false
`;

describe("readDomainPolicies", () => {
  test("reads what Mastodon exports, and says what it leaves out", () => {
    const { decided, leftOut } = readDomainPolicies(mastodon);
    expect(decided).toEqual([
      { domain: "spam.example", severity: "suspend", reason: 'Spam, and "more" of it' },
      { domain: "loud.example", severity: "silence", reason: "" },
      { domain: "pictures.example", severity: "reject_media", reason: "" },
    ]);
    expect(leftOut).toEqual([
      { line: 5, domain: "fine.example", why: "nothing_decided" },
      { line: 6, domain: "ha**ed.example", why: "domain_not_valid" },
      { line: 7, domain: "odd.example", why: "severity_unknown" },
      { line: 8, domain: "spam.example", why: "named_before" },
    ]);
  });

  test("reads columns by their names, wherever they stand, with or without the sign before them", () => {
    const { decided } = readDomainPolicies("public_comment,domain,severity\r\nRude,rude.example,silence\r\n");
    expect(decided).toEqual([{ domain: "rude.example", severity: "silence", reason: "Rude" }]);
  });

  test("reads a bare list, which suspends", () => {
    const { decided } = readDomainPolicies("a.example\n\n*.b.example\n");
    expect(decided.map(({ domain, severity }) => [domain, severity])).toEqual([
      ["a.example", "suspend"],
      ["b.example", "suspend"],
    ]);
    expect(readDomainPolicies("")).toEqual({ decided: [], leftOut: [] });
  });

  test("leaves out what has a reason that no page could show", () => {
    const { leftOut } = readDomainPolicies(`#domain,#public_comment\na.example,${"a".repeat(1001)}\n`);
    expect(leftOut).toEqual([{ line: 2, domain: "a.example", why: "reason_too_long" }]);
  });
});

test("what was written is read back, whatever the reason says", () => {
  const policy = fc.record({
    domain: fc.domain(),
    severity: fc.constantFrom("suspend", "silence", "reject_media"),
    reason: fc.string({ unit: "binary", maxLength: 300 }).map((text) => text.replaceAll("\0", "")),
  });
  const decision = policy
    .map((typed) => domainPolicyInput.safeParse(typed).data)
    .filter((data) => data !== undefined)
    .map(({ domain, severity, reason }) => ({ domain, severity, reason }) as PublicPolicy);
  const decisions = fc.uniqueArray(decision, { selector: ({ domain }) => domain });
  fc.assert(
    fc.property(decisions, (policies) => {
      expect(readDomainPolicies(writeDomainPolicies(policies))).toEqual({ decided: policies, leftOut: [] });
    }),
  );
});
