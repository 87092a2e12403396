import { describe, expect, test } from "vitest";
import { readSettings } from "./env";
import { issuerKey } from "./oidc-providers";

const maison = {
  id: "maison",
  name: "Maison des Associations",
  issuer: "https://login.example.org/realms/maison",
  clientId: "carillon",
  clientSecret: "hunter2 hunter2",
};

function read(value: unknown) {
  const result = readSettings({ OIDC_PROVIDERS: typeof value === "string" ? value : JSON.stringify(value) });
  return "problems" in result ? result : { providers: result.settings.OIDC_PROVIDERS };
}

describe("OIDC_PROVIDERS", () => {
  test("lists nobody unless set", () => {
    expect(read("")).toEqual({ providers: [] });
  });

  test("lets no provider bring newcomers unless told", () => {
    expect(read([maison])).toEqual({ providers: [{ ...maison, signUp: false }] });
    expect(read([{ ...maison, signUp: true }])).toMatchObject({ providers: [{ signUp: true }] });
  });

  test("takes an issuer without TLS on this machine alone", () => {
    for (const issuer of ["http://localhost:8080", "http://127.0.0.1:8080/a", "http://[::1]:8080"])
      expect(read([{ ...maison, issuer }])).toHaveProperty("providers");
    for (const issuer of ["http://login.example.org", "http://localhost.example.org", "ftp://localhost", "x"])
      expect(read([{ ...maison, issuer }])).toHaveProperty("problems");
  });

  test.each<[unknown, RegExp]>([
    ["hunter2", /a JSON list like \[/],
    [maison, /a JSON list/],
    [["hunter2"], /the settings of provider 1 in/],
    [[{ ...maison, id: "La Maison" }], /"id" of provider 1: up to 30 small letters/],
    [[maison, { ...maison, id: "b", issuer: "https://x.example?y" }], /"issuer" of provider 2: .*https/],
    [[{ ...maison, clientSecret: 7 }], /"clientSecret" of provider 1: text/],
    [[{ ...maison, signup: true }], /take away "signup" of provider 1/],
    [[maison, { ...maison, issuer: "https://other.example" }], /an "id" of its own/],
    [[maison, { ...maison, id: "b", issuer: `${maison.issuer}/` }], /name every issuer once/],
  ])("says what is wrong with %j, and repeats no secret", (value, advice) => {
    const { problems = [] } = read(value) as { problems?: string[] };
    expect(problems.join("\n")).toMatch(advice);
    expect(problems.join("\n")).toContain("The setting OIDC_PROVIDERS is wrong. Please ");
    expect(problems.join("\n")).not.toContain("hunter2");
  });

  test("tells everything that is wrong at once", () => {
    expect(read([{ id: "a" }])).toMatchObject({ problems: { length: 4 } });
  });
});

test("an issuer is one with or without a slash at its end", () => {
  expect(issuerKey("https://a.example/")).toBe(issuerKey("https://a.example"));
});
