import { describe, expect, test } from "vitest";
import { personOf } from "./claims";

const issuer = "https://login.example.org/";

function idToken(claims: unknown): string {
  return `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.c2ln`;
}

describe("personOf", () => {
  test("is who the provider says, by its own id for them", () => {
    const said = { sub: "42", name: " Ada ", email: "Ada@Example.org", email_verified: true };
    expect(personOf(issuer, said, undefined)).toEqual({
      issuer: "https://login.example.org",
      subject: "42",
      email: "ada@example.org",
      name: "Ada",
    });
  });

  test.each([
    { email: "ada@example.org" },
    { email: "ada@example.org", email_verified: false },
    { email: "ada@example.org", email_verified: "no" },
    { email: "ada@example.org", email_verified: null },
    { email: "ada@example.org", email_verified: 1 },
    { email: ["ada@example.org"], email_verified: true },
    { email: "ada", email_verified: true },
    { email_verified: true },
  ])("has no address by %j", (said) => {
    expect(personOf(issuer, { sub: "42", ...said }, undefined)?.email).toBeNull();
  });

  test("takes a yes that is written as text", () => {
    const said = { sub: "42", email: "ada@example.org", email_verified: "true" };
    expect(personOf(issuer, said, undefined)?.email).toBe("ada@example.org");
  });

  test("reads what stands in the ID token alone", () => {
    const token = idToken({ sub: "42", name: "Ada", email: "ada@example.org", email_verified: true });
    expect(personOf(issuer, { sub: "42" }, token)).toMatchObject({ email: "ada@example.org", name: "Ada" });
  });

  test("does not take the address of one answer for verified by the other", () => {
    const token = idToken({ sub: "42", email_verified: true });
    expect(personOf(issuer, { sub: "42", email: "ada@example.org" }, token)?.email).toBeNull();
  });

  test("leaves an ID token about somebody else aside", () => {
    const token = idToken({ sub: "43", email: "ada@example.org", email_verified: true });
    expect(personOf(issuer, { sub: "42" }, token)?.email).toBeNull();
  });

  test("calls somebody by another name if there is none", () => {
    expect(personOf(issuer, { sub: "42", preferred_username: "ada" }, "rubbish")?.name).toBe("ada");
    expect(personOf(issuer, { sub: "42", name: 7 }, undefined)?.name).toBe("");
    expect(personOf(issuer, { sub: "42", name: "x".repeat(200) }, undefined)?.name).toHaveLength(80);
  });

  test.each([{}, { sub: "" }, { sub: 42 }, { sub: "x".repeat(256) }, null])("is nobody by %j", (said) => {
    expect(personOf(issuer, said, undefined)).toBeNull();
  });
});
