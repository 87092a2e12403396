import type { Page } from "@playwright/test";
import { look } from "./support/look";
import { signInSeeded, test } from "./support/seeded-town";
import { expect } from "./support/test";

const ringing = "Changer les cloches à la main";

test("an event of another server says so, and leads there @nojs", async ({ page }) => {
  await openEvent(page, ringing);
  await expect(page.getByText("From bells.example.")).toBeVisible();
  const home = page.getByRole("link", { name: "See it there" });
  await expect(home).toHaveAttribute("href", /^https:\/\/bells\.example\/events\//);
  await expect(home).toHaveAttribute("rel", "external nofollow noopener");
  await expect(page.getByText("17 of 24 places taken")).toBeVisible();
  await expect(page.getByText("As bells.example counts.")).toBeVisible();
  expect(await headOf(page, 'meta[name="robots"]', "content")).toContain("noindex");
  expect(await headOf(page, 'link[rel="canonical"]', "href")).toBe(await home.getAttribute("href"));
  await expect(page.getByText("@noor@bells.example")).toBeVisible();
  await look(page);

  await page.getByRole("link", { name: "Les Cloches de Lyon" }).first().click();
  await expect(page).toHaveURL("/@cloches@bells.example");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Les Cloches de Lyon");
  await expect(page.getByRole("link", { name: "Their page on bells.example" })).toBeVisible();
  expect(await headOf(page, 'meta[name="robots"]', "content")).toContain("noindex");
  await look(page);
  const index = await (await page.request.get("/sitemap.xml")).text();
  const parts = [...index.matchAll(/\/sitemaps\/[\w-]+\.xml/g)].map(([part]) => part);
  expect(parts.length).toBeGreaterThan(0);
  const texts = parts.map(async (part) => (await page.request.get(part)).text());
  const sitemap = (await Promise.all(texts)).join();
  expect(sitemap).not.toContain(new URL(page.url()).pathname);
});

test("members ask another server, and see that they wait for it @nojs", async ({ page }) => {
  await signInSeeded(page, "ada");
  await openEvent(page, "Soldering for beginners");
  await expect(page.getByText("You asked to take part")).toBeVisible();
  await expect(page.getByText("bells.example has not answered yet.", { exact: false })).toBeVisible();
  await look(page);

  await openEvent(page, ringing);
  await expect(page.getByText("bells.example answers", { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: "Take part" })).toBeVisible();
  await expect(page.getByText("Don’t show others that I come")).toHaveCount(0);
  await expect(page.getByText("What you say here is sent to bells.example", { exact: false })).toBeVisible();
  for (const path of ["edit", "hosts", "messages", "participants", "questions", "people"]) {
    const answer = await page.request.get(`${page.url()}/${path}`);
    expect(answer.status(), path).toBe(404);
  }

  await openEvent(page, "Concert in the old laundry");
  await expect(page.getByRole("link", { name: "Sign up on tickets.example" })).toBeVisible();
  await openEvent(page, "Midi sans voiture");
  await expect(page.getByRole("link", { name: "Open it on bells.example" })).toBeVisible();
});

test("a feed has what those announce whom one follows, wherever they are @nojs", async ({ page }) => {
  await signInSeeded(page, "ada");
  await page.goto("/my/feed");
  await expect(page.getByRole("link", { name: ringing })).toBeVisible();
  await expect(page.getByText("from bells.example").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Soldering for beginners" })).toHaveCount(0);
  await look(page);
  await page.getByRole("link", { name: "On this server" }).click();
  await expect(page.getByText("Nothing to come")).toBeVisible();

  await page.goto("/my/follows");
  await expect(page.getByText("Waiting for bells.example")).toBeVisible();
  await expect(page.getByRole("button", { name: "Take back the wish to follow Noor Haddad" })).toBeVisible();
  await look(page);
  await page.getByLabel("Follow by address").fill("noor@bells.example");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page).toHaveURL("/@noor@bells.example");
  await expect(page.getByText("bells.example has not answered Ada Marchand yet")).toBeVisible();
  await look(page);
});

test("the search stays on this server where that is wished, and says why an address leads nowhere @nojs", async ({
  page,
}) => {
  await page.goto("/search?q=cloches");
  await expect(page.getByRole("link", { name: ringing })).toBeVisible();
  await page.goto("/search?q=cloches&server=here");
  await expect(page.getByRole("link", { name: ringing })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /On this server/ })).toBeVisible();
  await page.goto("/search?q=%40noor%40bells.example");
  await expect(page).toHaveURL("/@noor@bells.example");
  await page.goto("/search?q=%40nobody%40bells.example");
  await expect(page.getByText("is not known here yet")).toBeVisible();
  await look(page);
});

test("visitors go on with a thing on the server that is theirs @nojs", async ({ page, town }) => {
  await page.goto("/@ada");
  await page.getByText("Follow from another server").click();
  await page.getByLabel("Your address there").fill("nothing");
  await page.getByRole("button", { name: "Go on there" }).click();
  await expect(page.getByText("This is no address such as")).toBeVisible();
  await look(page);
  await page.getByLabel("Your address there").fill(`@nobody@${town.neighbour.host}`);
  await page.getByRole("button", { name: "Go on there" }).click();
  await expect(page.getByText("That server does not answer")).toBeVisible();
  await page.getByLabel("Your address there").fill(`@me@${town.neighbour.host}`);
  await page.getByRole("button", { name: "Go on there" }).click();
  const uri = encodeURIComponent(`${town.app.origin}/@ada`);
  await expect(page.getByRole("link", { name: `Go on at ${town.neighbour.host}` })).toHaveAttribute(
    "href",
    `http://${town.neighbour.host}/interact?uri=${uri}`,
  );
  await look(page);
  await page.goto(`/interact?uri=${uri}`);
  await expect(page).toHaveURL("/@ada");
  await page.goto("/interact?uri=https%3A%2F%2Fbells.example%2Fnothing");
  await expect(page).toHaveURL(/\/sign-in\?back=/);
});

test("comments and participants of other servers have their whole address @nojs", async ({ page }) => {
  await signInSeeded(page, "ada");
  const path = await openEvent(page, "Repair café: bring what is broken");
  await expect(page.getByText("@tove@social.example").first()).toBeVisible();
  await expect(page.getByRole("link", { name: /^original/ })).toHaveAttribute(
    "href",
    "https://social.example/@tove/11552",
  );
  await expect(page.getByText("Answer Tove Lind")).toBeVisible();
  await page.goto(`${path}/participants?tab=going`);
  await expect(page.getByText("@tove@social.example")).toBeVisible();
});

test("administrators see how other servers do, and decide about them @nojs", async ({ page, newPerson }) => {
  const member = await newPerson();
  await signInSeeded(member, "grace");
  expect((await member.goto("/admin/federation"))?.status()).toBe(404);

  await signInSeeded(page, "vera");
  await page.goto("/admin/federation");
  const servers = page.getByRole("region", { name: "Servers that this one knows" });
  await expect(servers.getByRole("listitem").first()).toContainText("agenda.example");
  await expect(servers.getByRole("listitem").first()).toContainText("Does not answer");
  await expect(page.getByText("Not understood: type")).toBeVisible();
  await look(page);

  await page.getByText("Decide about a server").click();
  await page.getByLabel("Server", { exact: true }).fill("spam.example");
  await page.getByLabel("Suspended").check();
  await page.getByLabel("Reason").fill("Sends what nobody asked for.");
  await page.getByRole("button", { name: "Decide", exact: true }).click();
  await expect(page.getByText("The decision holds from now on.")).toBeVisible();
  await page.goto("/search?q=%40me%40spam.example");
  await expect(page.getByText("exchanges nothing with the one of")).toBeVisible();
  await page.goto("/admin/federation");
  await page.getByText("Open again").click();
  await look(page);
  await page.getByRole("button", { name: "Yes, open it" }).click();
  await expect(page.getByText("That server is open again.")).toBeVisible();
});

async function openEvent(page: Page, title: string): Promise<string> {
  await page.goto(`/search?q=${encodeURIComponent(`"${title}"`)}`);
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  return new URL(page.url()).pathname;
}

function headOf(page: Page, selector: string, attribute: string): Promise<string | null> {
  return page.locator(selector).first().getAttribute(attribute);
}
