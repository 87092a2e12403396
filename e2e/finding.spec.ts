import type { APIRequestContext, Page } from "@playwright/test";
import { DomUtils, parseDocument } from "htmlparser2";
import ICAL from "ical.js";
import { fillEvent } from "./support/events";
import { newWord } from "./support/faces";
import { look } from "./support/look";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

test("tags and categories have pages, with feeds that say what changed @nojs", async ({
  page,
  newPerson,
  request,
}) => {
  const word = newWord();
  await signUp(page, somebody("Ada Marchand"));
  const title = `Ride of ${word}`;
  const other = `Repairs of ${word}`;
  const path = await announceTagged(page, { title, tags: `${word}, Vélo ${word}` });
  await announceTagged(page, { title: other, tags: word });

  const visitor = await newPerson();
  await test.step("each leads to what has it, in one spelling", async () => {
    await visitor.goto(path);
    await visitor.getByRole("link", { name: `#vélo ${word}`, exact: true }).click();
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(`#vélo ${word}`);
    await visitor.goto(`/tags/${word.toUpperCase()}`);
    await expect(visitor).toHaveURL(`/tags/${word}`);
    await expect(visitor.getByRole("link", { name: title })).toBeVisible();
    await expect(visitor.getByText("2 events to come")).toBeVisible();
    await look(visitor);
    await visitor.goto(path);
    await visitor.getByRole("link", { name: "Community", exact: true }).click();
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Community");
    await look(visitor);
    await visitor.goto(path);
    await visitor.getByRole("link", { name: "What else is on here" }).click();
    await expect(visitor).toHaveURL(/\/places\/[a-z2-9]{14}$/);
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Maison des Associations");
    await look(visitor);
    for (const nothing of [`/tags/no-${word}`, "/categories/NO_SUCH", "/places/zzzzzzzzzzzzzz"]) {
      expect((await visitor.request.get(nothing)).status(), nothing).toBe(404);
    }
  });

  await test.step("an event shows what has most in common with it", async () => {
    await visitor.goto(path);
    const similar = visitor.getByRole("region", { name: "Similar events" });
    await expect(similar.getByRole("link").first()).toHaveText(other);
  });

  await test.step("programs find the feeds, and are not sent twice what they have", async () => {
    await visitor.goto(`/tags/${word}`);
    const calendar = await alternate(visitor, "text/calendar");
    const news = await alternate(visitor, "application/atom+xml");
    expect(await titlesOf(request, calendar)).toEqual([other, title].sort());
    expect(await newsOf(request, news)).toEqual([other, title]);
    for (const feed of [calendar, news]) {
      const { etag = "", "last-modified": changed = "" } = (await request.get(feed)).headers();
      expect((await request.get(feed, { headers: { "if-none-match": etag } })).status()).toBe(304);
      expect((await request.get(feed, { headers: { "if-modified-since": changed } })).status()).toBe(304);
    }
  });

  await test.step("a change is there at once", async () => {
    await page.goto(`${path}/edit`);
    await page.getByLabel("Title").fill(`Walk of ${word}`);
    await page.locator(".btn[name=intent][value=save]").click();
    await expect(page).toHaveURL(/notice=event_saved/);
    expect(await titlesOf(request, `/feeds/tags/${word}.ics`)).toEqual([other, `Walk of ${word}`].sort());
    expect(await titlesOf(request, `/feeds/search.ics?q=${word}`)).toHaveLength(2);
    expect(await newsOf(request, `/feeds/search.atom?tag=${word}`)).toHaveLength(2);
    expect((await request.get(`/feeds/tags/no-${word}.ics`)).status()).toBe(404);
  });
});

test("an identity follows another for itself, and nobody else can tell @nojs", async ({
  page,
  newPerson,
}) => {
  const word = newWord();
  const ada = somebody("Ada Marchand");
  await signUp(page, ada);
  await announceTagged(page, { title: `Choir of ${word}`, tags: word });
  const visitor = await newPerson();
  await visitor.goto(`/@${ada.handle}`);
  await visitor.getByRole("link", { name: "Follow", exact: true }).click();
  await expect(visitor).toHaveURL(/\/sign-in\?back=/);

  const member = await newPerson();
  await signUp(member, somebody("Grace Durand"));
  await member.goto("/my/follows");
  await expect(member.getByRole("heading", { name: "You follow nobody yet" })).toBeVisible();
  await look(member);
  await member.goto(`/@${ada.handle}`);
  await look(member);
  await member.getByRole("button", { name: "Follow", exact: true }).click();
  await expect(member.getByRole("button", { name: "Unfollow", exact: true })).toBeVisible();

  await member.goto("/");
  const followed = member.getByRole("region", { name: "From those you follow" });
  await expect(followed.getByRole("link", { name: `Choir of ${word}` })).toBeVisible();
  await look(member);
  await page.goto(`/@${ada.handle}`);
  await expect(page.getByText("Grace Durand")).toHaveCount(0);

  await member.goto("/my/follows");
  await look(member);
  await member.getByRole("button", { name: "Unfollow Ada Marchand" }).click();
  await expect(member.getByText("You follow them no more.")).toBeVisible();
  await expect(member.getByRole("heading", { name: "You follow nobody yet" })).toBeVisible();
});

test("the front page asks where, and leads to what is on; search engines are told of it @nojs", async ({
  page,
  newPerson,
  request,
}) => {
  const word = newWord();
  const ada = somebody("Ada Marchand");
  await signUp(page, ada);
  const path = await announceTagged(page, { title: `Fair of ${word}`, tags: word });
  const visitor = await newPerson();
  await visitor.goto("/");
  await look(visitor);
  await visitor.getByLabel("Where").fill("Rennes");
  await visitor.getByRole("main").getByRole("button", { name: "Search" }).click();
  await expect(visitor).toHaveURL(/\/search\?.*place=Rennes/);
  await visitor.goto("/");
  await visitor.getByRole("region", { name: "By category" }).getByRole("link", { name: "Community" }).click();
  await expect(visitor).toHaveURL("/categories/COMMUNITY");

  const robots = await (await request.get("/robots.txt")).text();
  const [, index] = /^Sitemap: (.+)$/m.exec(robots) ?? [];
  const files = await locationsIn(request, index!);
  const listed = (await Promise.all(files.map((file) => locationsIn(request, file)))).flat();
  const told = listed.map((url) => new URL(url).pathname);
  expect(told).toEqual(expect.arrayContaining(["/", path, `/@${ada.handle}`, "/categories/COMMUNITY"]));
});

async function announceTagged(page: Page, { title, tags }: { title: string; tags: string }): Promise<string> {
  await page.goto("/events/new");
  await fillEvent(page, { title });
  await page.locator("[name=tags]").fill(tags);
  await page.locator(".btn[name=intent][value=publish]").click();
  await expect(page).toHaveURL(/notice=event_published/);
  return new URL(page.url()).pathname;
}

async function alternate(page: Page, type: string): Promise<string> {
  const href = await page.locator(`head link[rel=alternate][type="${type}"]`).getAttribute("href");
  return new URL(href!).pathname;
}

async function titlesOf(request: APIRequestContext, path: string): Promise<unknown[]> {
  const text = await (await request.get(path)).text();
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  return events.map((event) => event.getFirstPropertyValue("summary")).sort();
}

/** Last announced first. */
async function newsOf(request: APIRequestContext, path: string): Promise<string[]> {
  const { children } = parseDocument(await (await request.get(path)).text(), { xmlMode: true });
  const entries = DomUtils.getElementsByTagName("entry", children);
  return entries.map((entry) => DomUtils.textContent(DomUtils.getElementsByTagName("title", entry.children)));
}

async function locationsIn(request: APIRequestContext, url: string): Promise<string[]> {
  const { children } = parseDocument(await (await request.get(new URL(url).pathname)).text(), {
    xmlMode: true,
  });
  return DomUtils.getElementsByTagName("loc", children).map((element) => DomUtils.textContent(element));
}
