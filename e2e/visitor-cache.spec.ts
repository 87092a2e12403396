import type { APIResponse } from "@playwright/test";
import { announce, dayIn } from "./support/events";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

test("visitors get a kept page that needs no framework, members get their own", async ({
  page,
  playwright,
  baseURL,
}) => {
  await signUp(page, somebody("Ada Marchand"));
  const path = await announce(page, { title: "Bicycle workshop" });
  const visitor = await playwright.request.newContext({ baseURL });

  await test.step("the page is kept, and carries nothing but our own module", async () => {
    const first = await visitor.get(path);
    const kept = await visitor.get(path);
    const html = await kept.text();
    expect(html).toBe(await first.text());
    expect(isKept(kept)).toBe(true);
    expect(scriptsIn(html)).toEqual([
      expect.stringContaining('src="/enhance.js"'),
      expect.stringContaining("ld+json"),
    ]);
    expect(html).not.toContain("__next_f");
  });

  await test.step("its headers are strict, and it can be asked for again cheaply", async () => {
    const kept = await visitor.get(path);
    const { etag = "", ...headers } = kept.headers();
    expect(headers["content-security-policy"]).toContain("script-src 'self';");
    expect(headers["cache-control"]).toBe("private, no-cache");
    expect(headers.vary?.toLowerCase()).toContain("cookie, accept-language, accept");
    expect((await visitor.get(path, { headers: { "if-none-match": etag } })).status()).toBe(304);
  });

  await test.step("a member's page is not kept, and its scripts carry a nonce", async () => {
    const { headers } = await page.request.get(path).then(withHeaders);
    expect(headers["cache-control"]).toContain("no-store");
    expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[\w-]+';/);
    expect(headers["x-nextjs-cache"]).toBeUndefined();
  });

  await test.step("language and theme are of the visitor, inner paths of nobody", async () => {
    const french = await visitor.get(path, { headers: { "accept-language": "fr-CA,fr;q=0.9,en;q=0.8" } });
    expect(await french.text()).toContain('<html lang="fr"');
    const dark = await visitor.get(path, { headers: { cookie: "carillon_theme=dark" } });
    expect(await dark.text()).toContain('data-theme="dark"');
    for (const inner of [`/v/en${path}`, `/m/en${path}`, "/v/en", "/m/en"]) {
      expect((await visitor.get(inner)).status(), inner).toBe(404);
    }
  });

  await test.step("what does not exist is said in words, and is not kept", async () => {
    for (const missing of ["/events/zzzzzzzzzzzzzz", "/@nobody_at_all", "/no/such/page"]) {
      const answer = await visitor.get(missing);
      expect(answer.status(), missing).toBe(404);
      expect((await answer.text()).includes("<h1"), missing).toBe(true);
      expect(isKept(await visitor.get(missing)), missing).toBe(false);
    }
  });

  await test.step("the framework's own requests neither break nor change the kept page", async () => {
    await visitor.get(path, { headers: { rsc: "1" } });
    await visitor.get(`${path}?_rsc=abc12`);
    await visitor.get(path, { headers: { "content-security-policy": "script-src 'nonce-evil'" } });
    expect(scriptsIn(await (await visitor.get(path)).text())).toHaveLength(2);
  });

  await test.step("another site can make nobody act here", async () => {
    for (const origin of ["https://evil.example", "null"]) {
      const answer = await visitor.post("/preferences", { headers: { origin }, form: { theme: "dark" } });
      expect(answer.status(), origin).toBe(403);
    }
  });
});

test("the very next visitor sees a change", async ({ page, playwright, baseURL }) => {
  await signUp(page, somebody("Grace Hopper"));
  // So soon that it stands before the events of all other stories.
  const path = await announce(page, { title: "Choir, first title", day: dayIn(2) });
  const visitor = await playwright.request.newContext({ baseURL });

  for (const title of ["Choir, second title", "Choir, third title"]) {
    await visitor.get(path);
    await page.goto(`${path}/edit`);
    await page.getByRole("textbox", { name: "Title" }).fill(title);
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByText("Your changes are saved")).toBeVisible();
    expect(await (await visitor.get(path)).text()).toContain(title);
    expect(await (await visitor.get("/")).text()).toContain(title);
  }
});

function scriptsIn(html: string): string[] {
  return html.match(/<script\b[^>]*>/g) ?? [];
}

function withHeaders(answer: APIResponse) {
  return { headers: answer.headers() };
}

/** Handed out before Next saw the request, or by Next from what is kept. */
function isKept(answer: APIResponse): boolean {
  const cache = answer.headers()["x-nextjs-cache"];
  return cache === "HIT" || (cache === undefined && answer.headers().etag?.startsWith("W/") === true);
}
