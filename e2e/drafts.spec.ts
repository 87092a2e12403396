import type { Page } from "@playwright/test";
import { announce, fillEvent } from "./support/events";
import { look } from "./support/look";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

async function saveDraft(page: Page, title: string): Promise<string> {
  await page.goto("/events/new");
  await fillEvent(page, { title });
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("The draft is saved.")).toBeVisible();
  return new URL(page.url()).pathname;
}

test("whoever saves over something newer is shown both, and nothing is lost @nojs", async ({ newPerson }) => {
  const ada = somebody("Ada");
  const one = await newPerson();
  await signUp(one, ada);
  const path = await saveDraft(one, `Seed swap ${ada.handle}`);
  const other = await one.context().newPage();
  await one.goto(path);
  await other.goto(path);

  await other.getByLabel("Title").fill("Seed and plant swap");
  await other.getByRole("button", { name: "Save draft" }).click();
  await expect(other.getByText("The draft is saved.")).toBeVisible();

  await one.getByLabel("Place (optional)").fill("Salle Berthelot");
  await one.getByRole("button", { name: "Save draft" }).click();
  await expect(one.getByRole("heading", { name: "Changed meanwhile" })).toBeVisible();
  await look(one);
  await expect(one.getByText("Seed and plant swap")).toBeVisible();
  await expect(one.getByRole("checkbox", { name: "Keep what I typed (Place)" })).toBeChecked();
  await expect(one.getByRole("checkbox", { name: "Keep what I typed (Title)" })).not.toBeChecked();
  await one.getByRole("button", { name: "Go on with this" }).click();
  await expect(one.getByText("The form holds what you had typed.")).toBeVisible();
  await expect(one.getByLabel("Title")).toHaveValue("Seed and plant swap");
  await expect(one.getByLabel("Place (optional)")).toHaveValue("Salle Berthelot");
  await look(one);
  await one.getByRole("button", { name: "Save draft" }).click();
  await expect(one.getByText("The draft is saved.")).toBeVisible();
  await one.goto(path);
  await expect(one.getByLabel("Place (optional)")).toHaveValue("Salle Berthelot");
});

test("a deleted event is gone at once, and comes back if one thinks twice @nojs", async ({ newPerson }) => {
  const ada = somebody("Ada");
  const [organizer, visitor] = [await newPerson(), await newPerson()];
  await signUp(organizer, ada);
  const title = `Repair café ${ada.handle}`;
  const path = await announce(organizer, { title });

  await organizer.goto(`${path}/edit`);
  await organizer.getByText("Delete the event…").click();
  await organizer.getByRole("button", { name: "Yes, delete it" }).click();
  await expect(organizer.getByText(`“${title}” is deleted`)).toBeVisible();
  await look(organizer);
  expect((await visitor.goto(path))?.status()).toBe(404);
  await visitor.goto(`/@${ada.handle}`);
  await expect(visitor.getByText(title)).toHaveCount(0);

  await organizer.getByRole("button", { name: "Undo" }).click();
  await expect(organizer.getByText("It is back, as it was.")).toBeVisible();
  expect((await visitor.goto(path))?.status()).toBe(200);
});

test("a draft publishes itself at its minute, and an event is announced again @nojs", async ({
  newPerson,
}) => {
  test.setTimeout(150_000);
  const ada = somebody("Ada");
  const [organizer, visitor] = [await newPerson(), await newPerson()];
  await signUp(organizer, ada);
  const title = `Choir ${ada.handle}`;
  const path = await saveDraft(organizer, title);
  const soon = new Date(Date.now() + 65_000);
  const local = soon.toLocaleString("sv-SE", { timeZone: "Europe/Paris" }).replace(" ", "T").slice(0, 16);
  await organizer.getByText("Publish later…").click();
  await organizer.getByLabel("Publish on").fill(local);
  await organizer.getByRole("button", { name: "Set this time" }).click();
  await expect(organizer.getByText("This draft publishes itself")).toBeVisible();
  await look(organizer);
  await organizer.goto("/my/events?tab=drafts");
  await expect(organizer.getByText(/^Publishes itself/)).toBeVisible();

  const page = path.replace(/\/edit$/, "");
  await expect
    .poll(async () => (await visitor.goto(page))?.status(), { timeout: 90_000, intervals: [3000] })
    .toBe(200);

  await organizer.goto(path);
  await organizer.getByRole("link", { name: "Announce it again…" }).click();
  await expect(organizer.getByLabel("Title")).toHaveValue(title);
  await expect(organizer.getByLabel("Starts")).toHaveValue("");
  await look(organizer);
});

test("what is typed is kept while one types, and offered again after a crash", async ({ newPerson }) => {
  const page = await newPerson();
  await signUp(page, somebody("Ada"));
  await page.goto("/events/new");
  await page.getByLabel("Title").fill("Unfinished");
  await expect(page.getByText(/^What you type is kept/)).toBeVisible();
  await look(page);

  await page.goto("/events/new");
  await expect(page.getByText("You began to announce an event")).toBeVisible();
  await look(page);
  await page.getByRole("link", { name: "Take it up again" }).click();
  await expect(page.getByLabel("Title")).toHaveValue("Unfinished");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("The draft is saved.")).toBeVisible();

  const edit = page.url();
  await page.getByLabel("Title").fill("Unfinished business");
  await page.goto("/my/events");
  await page.goto(edit);
  await expect(page.getByText("You have changes that are not saved")).toBeVisible();
  await page.getByRole("link", { name: "Take it up again" }).click();
  await expect(page.getByLabel("Title")).toHaveValue("Unfinished business");
});
