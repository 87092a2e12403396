import type { Page } from "@playwright/test";
import sharp from "sharp";
import { announce, fillEvent } from "./support/events";
import { look } from "./support/look";
import { hEventOn } from "./support/microformats";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

const jsonLdOn = async (page: Page) =>
  JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
const metaOn = (page: Page, name: string) =>
  page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute("content");

test("an event tells machines what it tells people, and has a picture for links to it @nojs", async ({
  page,
  newPerson,
}) => {
  const ada = somebody("Ada Marchand");
  await signUp(page, ada);
  const path = await announce(page, { title: "Repair café <b>& soup</b>", description: "Bring **soup**." });
  const visitor = await newPerson();
  await visitor.goto(path);
  const url = visitor.url();

  await test.step("as an h-event", async () => {
    const event = await hEventOn(visitor);
    expect(event).toMatchObject({
      name: "Repair café <b>& soup</b>",
      url,
      content: "Bring soup.",
      category: ["repair", "bicycles"],
      location: "Maison des Associations",
      organizer: ada.name,
    });
    expect(event.start).toMatch(/-06-18T19:00:00\+02:00$/);
    expect(event.end).toMatch(/-06-18T22:00:00\+02:00$/);
  });

  await test.step("as schema.org wants it", async () => {
    const event = await jsonLdOn(visitor);
    expect(event).toMatchObject({ "@type": "Event", name: "Repair café <b>& soup</b>", url });
    expect(event.startDate).toMatch(/-06-18T19:00:00\+02:00$/);
    expect(event.location).toMatchObject({ "@type": "Place", name: "Maison des Associations" });
    expect(event.image).toEqual([await metaOn(visitor, "og:image")]);
  });

  await test.step("with a drawn picture, sent once", async () => {
    expect(await metaOn(visitor, "twitter:card")).toBe("summary_large_image");
    const address = (await metaOn(visitor, "og:image")) ?? "";
    const drawn = await visitor.request.get(address);
    expect(drawn.headers()["content-type"]).toBe("image/png");
    expect(await sharp(await drawn.body()).metadata()).toMatchObject({ width: 1200, height: 630 });
    const again = await visitor.request.get(address, {
      headers: { "if-none-match": drawn.headers().etag ?? "" },
    });
    expect(again.status()).toBe(304);
    expect(await visitor.locator('meta[name="robots"]').count()).toBe(0);
  });
});

test("what is not for everybody is in no search engine, and a draft has no picture @nojs", async ({
  page,
  newPerson,
}) => {
  await signUp(page, somebody("Ada"));
  await page.goto("/events/new");
  await fillEvent(page, { title: "Between us" });
  await page.locator('input[name="visibility"][value="unlisted"]').check();
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("The draft is saved.")).toBeVisible();
  const path = new URL(page.url()).pathname.replace(/\/edit$/, "");
  const visitor = await newPerson();
  expect((await visitor.request.get(`${path}/preview.png`)).status()).toBe(404);

  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Your event is published.")).toBeVisible();
  await visitor.goto(path);
  expect(await metaOn(visitor, "robots")).toContain("noindex");
  expect((await visitor.request.get(`${path}/preview.png`)).headers()["x-robots-tag"]).toBe("noindex");
  await visitor.goto(`${path}?comments=2`);
  expect(await metaOn(visitor, "robots")).toContain("noindex");
});

test("an event is shared by plain links, and on one's own Mastodon server @nojs", async ({
  page,
  newPerson,
  javaScriptEnabled,
}) => {
  await signUp(page, somebody("Ada"));
  const title = "Repair café";
  const path = await announce(page, { title });
  const visitor = await newPerson();
  await visitor.goto(path);
  const url = visitor.url();
  const menu = visitor.getByRole("group").filter({ hasText: "Ways to share" });
  await menu.getByText("Ways to share").click();
  await look(visitor);
  for (const name of ["WhatsApp", "Telegram", "Facebook", "LinkedIn", "diaspora*"]) {
    const link = visitor.getByRole("link", { name, exact: true });
    expect(decodeURIComponent((await link.getAttribute("href")) ?? "")).toContain(url);
    await expect(link).toHaveAttribute("rel", /noopener/);
  }

  await visitor.getByRole("link", { name: "Mastodon", exact: true }).click();
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Share on Mastodon");
  await look(visitor);
  await visitor.getByLabel("Your server").fill("nowhere");
  await visitor.getByRole("button", { name: "Go on" }).click();
  await expect(visitor.getByText("This is not the name of a server.")).toBeVisible();
  await look(visitor);
  await visitor.getByLabel("Your server").fill("@ada@mastodon.example");
  await visitor.getByRole("button", { name: "Go on" }).click();
  await look(visitor);
  await visitor.route("https://mastodon.example/**", (route) => route.fulfill({ body: "Welcome" }));
  await visitor.getByRole("link", { name: "Go to mastodon.example" }).click();
  expect(new URL(visitor.url()).searchParams.get("text")).toBe(`${title}\n${url}`);

  await visitor.goto(path);
  await menu.getByText("Ways to share").click();
  const direct = visitor.getByRole("link", { name: "Mastodon", exact: true });
  const other = visitor.getByRole("link", { name: "Mastodon, another server" });
  if (javaScriptEnabled === false) return expect(other).toBeHidden();
  await expect(direct).toHaveAttribute("href", /^https:\/\/mastodon\.example\/share\?text=/);
  await other.click();
  await expect(visitor.getByLabel("Your server")).toHaveValue("mastodon.example");
});
