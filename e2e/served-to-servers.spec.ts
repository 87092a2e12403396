import type { APIRequestContext } from "@playwright/test";
import { announce } from "./support/events";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

const activity = { accept: "application/activity+json" };
const browser = { accept: "text/html,application/xhtml+xml,application/activity+json;q=0.5,*/*;q=0.4" };
const page = { maxRedirects: 0 };

test("servers get documents where people get pages", async ({ page: theirs, playwright, baseURL }) => {
  const ada = somebody("Ada Marchand");
  await signUp(theirs, ada);
  const path = await announce(theirs, { title: "Bicycle workshop" });
  const server = await playwright.request.newContext({ baseURL });
  const actor = `${baseURL}/@${ada.handle}`;

  await test.step("of one address, by what is asked for", async () => {
    const first = await server.get(path, { headers: activity });
    expect(first.headers()["content-type"]).toBe("application/activity+json; charset=utf-8");
    expect(first.headers().vary).toMatch(/accept/i);
    const event = await first.json();
    expect(event).toMatchObject({ type: "Event", id: baseURL + path, actor, name: "Bicycle workshop" });
    expect(event["@context"]).toContain("https://www.w3.org/ns/activitystreams");

    const html = await server.get(path, { headers: browser });
    expect(html.headers()["content-type"]).toContain("text/html");
    expect(await html.text()).toContain(
      `<link rel="alternate" type="application/activity+json" href="${baseURL}${path}"`,
    );
  });

  await test.step("kept, cheaply asked for again, and no longer than it is true", async () => {
    const kept = await server.get(path, { headers: activity });
    const etag = kept.headers().etag ?? "";
    expect(kept.headers()["cache-control"]).toBe("private, no-cache");
    expect(kept.headers()["content-security-policy"]).toContain("default-src 'none'");
    const again = await server.get(path, { headers: { ...activity, "if-none-match": etag } });
    expect(again.status()).toBe(304);
    const head = await server.head(path, { headers: activity });
    expect([head.status(), head.headers()["content-type"]]).toEqual([200, kept.headers()["content-type"]]);

    await theirs.goto(`${path}/edit`);
    await theirs.getByLabel("Title").fill("Bicycle workshop, the second");
    await theirs.getByRole("button", { name: "Save changes" }).click();
    await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Bicycle workshop, the second");
    const later = await server.get(path, { headers: { ...activity, "if-none-match": etag } });
    expect(await later.json()).toMatchObject({ name: "Bicycle workshop, the second" });
  });

  await test.step("who announced it, what else, and who comes", async () => {
    expect(await documentAt(server, `/@${ada.handle}`)).toMatchObject({
      type: "Person",
      id: actor,
      inbox: `${actor}/inbox`,
      publicKey: { owner: actor, publicKeyPem: expect.stringContaining("BEGIN PUBLIC KEY") },
    });
    const outbox = await documentAt(server, `/@${ada.handle}/outbox`);
    expect(outbox).toMatchObject({ type: "OrderedCollection", totalItems: 1 });
    const first = await documentAt(server, String(outbox.first).replace(baseURL ?? "", ""));
    expect(first).toMatchObject({ orderedItems: [{ type: "Create", object: { id: baseURL + path } }] });
    expect(await documentAt(server, `/@${ada.handle}/upcomingEvents?page=1`)).toMatchObject({
      orderedItems: [{ id: baseURL + path }],
    });
    expect(await documentAt(server, `${path}/attendees`)).toMatchObject({ totalItems: 0 });
    expect(await documentAt(server, `${path}/note`)).toMatchObject({ type: "Note", url: baseURL + path });
    expect(await documentAt(server, "/relay")).toMatchObject({
      type: "Application",
      preferredUsername: "relay",
    });
  });

  await test.step("people who follow an address for servers come to a page", async () => {
    const about = await server.get("/relay", { headers: browser, ...page });
    expect([about.status(), about.headers().location]).toEqual([307, "/about"]);
    const event = await server.get(`${path}/note`, { headers: browser, ...page });
    expect(event.headers().location).toBe(path);
  });

  await test.step("how others find it all", async () => {
    const host = new URL(baseURL ?? "").host;
    const finger = await server.get(`/.well-known/webfinger?resource=acct:${ada.handle}@${host}`);
    expect(finger.headers()).toMatchObject({
      "content-type": "application/jrd+json; charset=utf-8",
      "access-control-allow-origin": "*",
    });
    expect((await finger.json()).links).toContainEqual({ rel: "self", type: activity.accept, href: actor });
    expect((await server.get("/.well-known/webfinger?resource=acct:nobody@far.example")).status()).toBe(404);
    expect((await server.get("/.well-known/webfinger")).status()).toBe(400);
    expect(await (await server.get("/.well-known/host-meta")).text()).toContain("webfinger?resource={uri}");
    const { links } = await (await server.get("/.well-known/nodeinfo")).json();
    expect(links).toContainEqual({
      rel: "https://www.w3.org/ns/activitystreams#Application",
      href: `${baseURL}/relay`,
    });
    const nodeInfo = await server.get(links[1].href);
    expect(nodeInfo.headers()["content-type"]).toContain("application/json");
    expect(await nodeInfo.json()).toMatchObject({ version: "2.1", software: { name: "carillon" } });
  });

  await test.step("nothing is at inner addresses, and what is not there is said so", async () => {
    for (const missing of [
      `/ap${path}`,
      "/ap/relay",
      "/@nobody_at_all",
      "/events/zzzzzzzzzzzzzz",
      `${path}/attendees?page=7`,
    ])
      expect((await server.get(missing, { headers: activity })).status(), missing).toBe(404);
  });
});

async function documentAt(server: APIRequestContext, path: string) {
  const answer = await server.get(path, { headers: activity });
  expect(answer.status(), path).toBe(200);
  return answer.json();
}
