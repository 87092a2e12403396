import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { announce } from "./support/events";
import { look } from "./support/look";
import { type Person, signUp, somebody } from "./support/people";
import { startApp } from "./support/start-app";
import { expect, test } from "./support/test";

test("an identity shows a banner, a face and lines, and takes them away again @nojs", async ({
  page,
  newPerson,
}) => {
  const ada = somebody("Ada Marchand");
  await signUp(page, ada);
  const visitor = await newPerson();
  await visitor.goto(`/@${ada.handle}`);
  await expect(visitor.locator("svg.banner")).toBeVisible();
  await look(visitor);

  await edit(page, ada);
  await look(page);
  await page.getByLabel("Banner (optional)").setInputFiles(await picture("hills.png", 1800, 900));
  await page.getByLabel("Picture (optional)").setInputFiles(await picture("ada.png", 300, 400));
  await page.getByLabel("Name of line 2").fill("Pronouns");
  await page.getByLabel("Text of line 4").fill("https://ada.example/about");
  await save(page);
  await expect(page.getByText("Give this line a text, or empty its name.").first()).toBeVisible();
  await expect(page.getByText("Give this line a name, or empty its text.").first()).toBeVisible();
  await expect(page.getByLabel("Text of line 4")).toHaveValue("https://ada.example/about");

  await page.getByLabel("Text of line 2").fill("she/her");
  await page.getByLabel("Name of line 4").fill("Website");
  await page.getByLabel("Banner (optional)").setInputFiles(await picture("hills.png", 1800, 900));
  await page.getByLabel("Picture (optional)").setInputFiles(await picture("ada.png", 300, 400));
  await save(page);
  await expect(page.getByText("Saved.")).toBeVisible();

  const banner = visitor.locator("img.banner");
  await expect(async () => {
    await visitor.goto(`/@${ada.handle}`);
    await expect(banner).toBeVisible({ timeout: 1000 });
    await expect(visitor.locator("main img.avatar")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(visitor.locator(".profile-lines dt")).toHaveText(["Pronouns", "Website"]);
  const link = visitor.getByRole("link", { name: "ada.example/about" });
  await expect(link).toHaveAttribute("rel", "me nofollow noopener");
  await expect(link).toHaveAttribute("href", "https://ada.example/about");
  await look(visitor);
  const file = (await banner.getAttribute("src")) ?? "";
  const { width = 0, height = 0 } = await sharp(await (await visitor.request.get(file)).body()).metadata();
  expect(width / height).toBe(3);

  await edit(page, ada);
  await look(page);
  await page.getByLabel("Remove this banner").check();
  await page.getByLabel("Remove this picture").check();
  await page.getByLabel("Name of line 1").clear();
  await page.getByLabel("Text of line 1").clear();
  await save(page);
  await expect(page.getByText("Saved.")).toBeVisible();

  await visitor.goto(`/@${ada.handle}`);
  await expect(visitor.locator("svg.banner")).toBeVisible();
  await expect(visitor.locator("main img")).toHaveCount(0);
  await expect(visitor.locator(".profile-lines dt")).toHaveText(["Website"]);
  await expect.poll(async () => (await visitor.request.get(file)).status()).toBe(404);
});

test("a page that links back earns a mark, and loses it with the link @nojs", async ({ page }) => {
  test.setTimeout(120_000);
  const app = await startApp({ ALLOW_PRIVATE_NETWORK: "on" });
  const ada = somebody("Ada Marchand");
  let html = `<p>Find me <a href="${app.origin}/@${ada.handle}" rel="me">here</a>.`;
  const site = createServer((request, response) =>
    response
      .writeHead(200, { "content-type": "text/html" })
      .end(request.url === "/stranger" ? "<p>Nobody" : html),
  );
  await new Promise<void>((settle) => site.listen(0, "127.0.0.1", settle));
  const address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const marks = page.locator(".linked-back");
  const showsMarks = (count: number) =>
    expect(async () => {
      await page.goto(`${app.origin}/@${ada.handle}`);
      await expect(marks).toHaveCount(count, { timeout: 500 });
    }).toPass({ timeout: 30_000 });

  try {
    await page.goto(`${app.origin}${app.welcomePath}`);
    await page.getByLabel("E-mail address").fill(ada.email);
    await page.getByLabel("Password").fill(ada.password);
    await page.getByLabel("Name", { exact: true }).fill(ada.name);
    await page.getByLabel("Handle").fill(ada.handle);
    await page.getByRole("main").getByRole("button").last().click();
    await expect(page).not.toHaveURL(/\/welcome\//);

    await edit(page, ada, app.origin);
    await page.getByLabel("Name of line 1").fill("Website");
    await page.getByLabel("Text of line 1").fill(address);
    await page.getByLabel("Name of line 2").fill("Somebody else’s");
    await page.getByLabel("Text of line 2").fill(`${address}/stranger`);
    await save(page);
    await expect(page.getByText("Saved.")).toBeVisible();
    await showsMarks(1);
    await expect(page.locator(".profile-lines > div", { has: marks })).toContainText("Website");
    await expect(marks).toContainText(/linked back, seen on \w+/);
    await look(page);

    html = "<p>I have moved.";
    await edit(page, ada, app.origin);
    await save(page);
    await expect(page.getByText("Saved.")).toBeVisible();
    await showsMarks(0);
  } finally {
    site.close();
    await app.stop();
  }
});

test("a page for fellow participants does not exist for anybody else @nojs", async ({ page, newPerson }) => {
  test.setTimeout(120_000);
  const [ada, grace] = [somebody("Ada Marchand"), somebody("Grace Hopper")];
  await signUp(page, ada);
  const event = await announce(page, { title: "Climbing morning" });
  const visitor = await newPerson();
  await visitor.goto(`/@${ada.handle}`);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(ada.name);

  await edit(page, ada);
  await page.getByLabel("Only people who take part in an event with it").check();
  await save(page);
  await expect(page.getByText("Saved.")).toBeVisible();
  const nameOf = (reader: Page) => reader.locator(".p-organizer");
  const linkOf = (reader: Page) => reader.getByRole("link", { name: ada.name });

  await test.step("not for visitors, who see what was announced", async () => {
    expect(await answerTo(visitor, ada.handle)).toEqual(await answerTo(visitor, somebody("Nobody").handle));
    expect((await answerTo(visitor, ada.handle.toUpperCase())).status).toBe(404);
    await visitor.goto(event);
    await expect(nameOf(visitor)).toHaveText(ada.name);
    await expect(linkOf(visitor)).toHaveCount(0);
    expect(await visitor.content()).not.toContain(`@${ada.handle}`);
    await look(visitor);
  });

  const member = await newPerson();
  await signUp(member, grace);
  await test.step("not for other members", async () => {
    const [hidden, missing] = [
      await answerTo(member, ada.handle),
      await answerTo(member, somebody("Nobody").handle),
    ];
    expect(hidden.status).toBe(404);
    expect(hidden.text).toEqual(missing.text);
    expect(hidden.whole).not.toContain(ada.name);
    await member.goto(event);
    await expect(nameOf(member)).toHaveText(ada.name);
    await expect(linkOf(member)).toHaveCount(0);
  });

  await test.step("for whoever takes part with it", async () => {
    await member
      .getByRole("main")
      .getByRole("button", { name: /^Take part/ })
      .first()
      .click();
    await expect(member.getByText("You are in. A mail").first()).toBeVisible();
    await member.goto(event);
    await linkOf(member).click();
    await expect(member.getByRole("heading", { level: 1 })).toHaveText(ada.name);
    await look(member);
    await visitor.goto(`/@${ada.handle}`);
    await expect(visitor.getByRole("heading", { level: 1 })).not.toHaveText(ada.name);
  });

  await test.step("and for itself", async () => {
    await page.goto(`/@${ada.handle}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(ada.name);
  });
});

async function edit(page: Page, { handle }: Person, origin = "") {
  await page.goto(`${origin}/my/identities/${handle}`);
}

async function save(page: Page) {
  await page.getByRole("button", { name: "Save", exact: true }).click();
}

/**
 * What the server says about this handle, without the handle itself. Members' pages carry scripts, whose nonces and
 * order differ every time: `text` is without them.
 */
async function answerTo(page: Page, handle: string) {
  const answer = await page.request.get(`/@${handle}`);
  const whole = (await answer.text()).replaceAll(handle, "HANDLE");
  const text = whole.replaceAll(/<script\b[\s\S]*?<\/script>/g, "").replaceAll(/ nonce="[^"]*"/g, "");
  return { status: answer.status(), etag: answer.headers().etag, text, whole };
}

async function picture(name: string, width: number, height: number) {
  const background = { r: 47, g: 107, b: 69 };
  const buffer = await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
  return { name, mimeType: "image/png", buffer };
}
