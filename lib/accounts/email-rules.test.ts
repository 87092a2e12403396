import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isEmailWelcome } from "./email-rules";

const label = fc.stringMatching(/^[a-z0-9]{1,12}$/);
const domain = fc.tuple(label, label).map((labels) => labels.join("."));
const address = fc.tuple(label, domain).map((parts) => parts.join("@"));
const list = fc.array(fc.oneof(domain, address), { maxLength: 5 });

const none = { emailAllow: [], emailDeny: [] };

describe("isEmailWelcome", () => {
  test("takes everybody where nothing is listed", () => {
    fc.assert(fc.property(address, (email) => isEmailWelcome(none, email)));
  });

  test("takes no notice of case and of what follows a plus sign", () => {
    fc.assert(
      fc.property(list, list, address, label, (emailAllow, emailDeny, email, tag) => {
        const settings = { emailAllow, emailDeny };
        const plain = isEmailWelcome(settings, email);
        expect(isEmailWelcome(settings, email.toUpperCase())).toBe(plain);
        expect(isEmailWelcome(settings, email.replace("@", `+${tag}@`))).toBe(plain);
        expect(isEmailWelcome(settings, email.replace("@", `+${tag}+@`))).toBe(plain);
      }),
    );
  });

  test("reads entries as it reads addresses", () => {
    fc.assert(
      fc.property(address, label, (email, tag) => {
        const entry = email.replace("@", `+${tag}@`).toUpperCase();
        expect(isEmailWelcome({ ...none, emailDeny: [entry] }, email)).toBe(false);
        expect(isEmailWelcome({ ...none, emailAllow: [entry] }, email)).toBe(true);
      }),
    );
  });

  test("covers subdomains, and nothing that only ends alike", () => {
    fc.assert(
      fc.property(label, domain, label, (local, listed, sub) => {
        const settings = { ...none, emailDeny: [listed] };
        expect(isEmailWelcome(settings, `${local}@${listed}`)).toBe(false);
        expect(isEmailWelcome(settings, `${local}@${sub}.${listed}`)).toBe(false);
        expect(isEmailWelcome(settings, `${local}@${sub}${listed}`)).toBe(true);
        expect(isEmailWelcome(settings, `${listed}@${sub}.test`)).toBe(true);
      }),
    );
  });

  test("an address covers nobody else of its domain", () => {
    fc.assert(
      fc.property(address, label, (email, other) => {
        const neighbour = `${other}x${email}`;
        expect(isEmailWelcome({ ...none, emailDeny: [email] }, neighbour)).toBe(true);
        expect(isEmailWelcome({ ...none, emailAllow: [email] }, neighbour)).toBe(false);
      }),
    );
  });

  test("what is refused stays refused, whatever else is allowed", () => {
    fc.assert(
      fc.property(list, address, (emailAllow, email) => {
        const settings = { emailAllow: [...emailAllow, email], emailDeny: [email] };
        expect(isEmailWelcome(settings, email)).toBe(false);
      }),
    );
  });
});
