import type { BrowserContext, Page } from "@playwright/test";
import type { JWTPayload } from "jose";
import type { Known } from "./support/oidc-provider";
import { test } from "./support/oidc-town";
import { signUp, somebody } from "./support/people";
import { expect } from "./support/test";

test.describe.configure({ mode: "default" });

const UNKNOWN = /\/sign-in\?refused=provider_errand_unknown$/;
const FAILED = /\/sign-in\?refused=provider_failed$/;

test("an answer works in the browser that asked alone, and once", async ({ page, newPerson, town }) => {
  const mallory = stranger(town.maison.people);
  const answer = await answerFor(page, mallory);

  // Login CSRF: somebody is led to the answer that was meant for somebody else.
  const victim = await newPerson();
  await victim.goto(answer);
  await expect(victim).toHaveURL(UNKNOWN);
  await expect(victim.getByRole("main").getByRole("alert")).toContainText("not started in this browser");

  await page.goto(answer);
  await expect(page).toHaveURL(/\/sign-up\/finish/);
  await page.goto(answer);
  await expect(page).toHaveURL(UNKNOWN);
});

test("an answer to another question is none", async ({ page, town }) => {
  const mallory = stranger(town.maison.people);
  const [older, newer] = [await answerFor(page, mallory), await answerFor(page, mallory)];
  await page.goto(older);
  await expect(page).toHaveURL(UNKNOWN);
  for (const state of ["", "x".repeat(40)]) {
    await page.goto(changed(newer, { state }));
    await expect(page).toHaveURL(UNKNOWN);
  }
  // Mix-up: what one provider answered is taken to another.
  await page.goto(newer.replace("/callback/maison", "/callback/club"));
  await expect(page).toHaveURL(UNKNOWN);
  await page.goto(newer);
  await expect(page).toHaveURL(/\/sign-up\/finish/);
});

for (const name of ["carillon_oidc_state", "carillon_oidc_pkce", "carillon_oidc_nonce"])
  test(`nothing goes without the check in ${name}`, async ({ page, context, town }) => {
    const answer = await answerFor(page, stranger(town.maison.people));
    await context.clearCookies({ name });
    await page.goto(answer);
    await expect(page).toHaveURL(FAILED);
  });

const lies: Record<string, JWTPayload> = {
  "for another client": { aud: "somebody-else" },
  "for several clients, given to another": { aud: ["carillon", "other"], azp: "other" },
  "of another issuer": { iss: "https://evil.example" },
  "with another nonce": { nonce: "replayed" },
  "without a nonce": { nonce: undefined },
  "that ran out": { exp: 1 },
  "about somebody else than the answer beside it": { sub: "the-administrator" },
};

for (const [what, lie] of Object.entries(lies))
  test(`refuses an ID token ${what}`, async ({ page, context, town }) => {
    const answer = await answerFor(page, stranger(town.maison.people));
    town.maison.lie = lie;
    await page.goto(answer);
    await expect(page).toHaveURL(FAILED);
    expect(await sessionOf(context)).toBeUndefined();
  });

test("leads nowhere but to pages of this server", async ({ page, baseURL, town }) => {
  const ada = somebody("Ada");
  town.club.people.push({ sub: ada.handle, name: ada.handle, email: ada.email, email_verified: true });
  await signUp(page, ada);
  for (const back of ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"]) {
    await page.context().clearCookies();
    await page.goto(`/api/auth/start/club?${new URLSearchParams({ back })}`);
    await page.getByRole("link", { name: `Go on as ${ada.handle}` }).click();
    await expect(page).toHaveURL(`${baseURL}/`);
    await page.goto(`/api/auth/start/club?${new URLSearchParams({ back })}`);
    await expect(page).toHaveURL(`${baseURL}/`);
  }
});

test("links nothing that the session itself did not ask for", async ({ page, town }) => {
  const mallory = stranger(town.maison.people);
  const [ada, grace] = [somebody("Ada"), somebody("Grace")];
  await signUp(page, ada);
  const link = await linkOn(page);

  // Another site leads a member there, with no proof or with one of another session.
  for (const forged of [link.replace(/link=.*/, "link="), link.replace(/link=.*/, "link=x")]) {
    await page.goto(forged);
    await expect(page).toHaveURL(/\/$/);
  }
  await page.context().clearCookies();
  await signUp(page, grace);
  await page.goto(link);
  await expect(page).toHaveURL(/\/$/);

  // Somebody else signs in before the answer comes.
  const own = await linkOn(page);
  await page.goto(own);
  const href = await page.getByRole("link", { name: `Go on as ${mallory.name}` }).getAttribute("href");
  const { headers } = await fetch(new URL(href ?? "", page.url()), { redirect: "manual" });
  const errand = (await page.context().cookies()).filter(({ name }) => name !== "carillon_session");
  await page.context().clearCookies();
  await signUp(page, somebody("Eve"));
  await page.context().addCookies(errand.filter(({ name }) => /errand|oidc/.test(name)));
  await page.goto(headers.get("location") ?? "");
  await expect(page).toHaveURL(/\/my\/security\?refused=provider_errand_unknown#ways-in$/);
  await expect(page.getByRole("link", { name: "Link Maison des Associations" })).toBeVisible();
});

test("other sites start nothing, and the framework's own doors are closed", async ({ request, baseURL }) => {
  for (const site of ["cross-site", "same-site"]) {
    const started = await request.get("/api/auth/start/maison", {
      headers: { "sec-fetch-site": site },
      maxRedirects: 0,
    });
    expect(started.headers().location).toBe("/sign-in?refused=provider_errand_unknown");
  }
  const doors = [
    "session",
    "csrf",
    "providers",
    "signin",
    "signin/maison",
    "signout",
    "error",
    "callback/opened",
  ];
  for (const door of [...doors, "callback/nobody", "start/nobody", "verify-request"])
    expect((await request.get(`/api/auth/${door}`)).status(), door).toBe(404);
  for (const door of ["callback/maison", "start/maison", "signin/maison", "callback/opened", "signout"]) {
    const headers = { origin: baseURL ?? "" };
    expect((await request.post(`/api/auth/${door}`, { headers })).status(), door).toBeGreaterThan(403);
  }
});

/** Somebody whom only the provider knows. */
function stranger(people: Known[]): Known {
  const { handle, email } = somebody("Mallory");
  const person = { sub: handle, name: handle, email, email_verified: true };
  people.push(person);
  return person;
}

/** Goes to the provider, and stops where it would send the browser back. */
async function answerFor(page: Page, { name }: Known): Promise<string> {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Sign in with Maison des Associations" }).click();
  const href = await page.getByRole("link", { name: `Go on as ${name}` }).getAttribute("href");
  const { headers } = await fetch(new URL(href ?? "", page.url()), { redirect: "manual" });
  return headers.get("location") ?? "";
}

async function linkOn(page: Page): Promise<string> {
  await page.goto("/my/security");
  const link = page.getByRole("link", { name: "Link Maison des Associations" });
  return (await link.getAttribute("href")) ?? "";
}

async function sessionOf(context: BrowserContext) {
  return (await context.cookies()).find(({ name }) => name === "carillon_session");
}

function changed(address: string, query: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
