import type { APIRequestContext } from "@playwright/test";
import ICAL from "ical.js";
import { announce } from "./support/events";
import { makeIdentity, newFace } from "./support/faces";
import { look } from "./support/look";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

test("an identity's calendar is read by whoever has its address, until it is renewed @nojs", async ({
  page,
  newPerson,
}) => {
  const ada = somebody("Ada Marchand");
  await signUp(page, ada);
  await announce(page, { title: "Repair café" });
  await page.goto("/my/identities");
  await page.getByRole("button", { name: `Make an address for the calendar of ${ada.name}` }).click();
  await expect(page.getByText("The calendar has a new private address.")).toBeVisible();
  await look(page);

  const { request } = await newPerson();
  const field = page.getByLabel("Private address of this calendar");
  const first = await field.inputValue();
  await expect(page.getByRole("link", { name: "Open in my calendar app" })).toHaveAttribute(
    "href",
    first.replace(/^https?:/, "webcal:"),
  );
  const known = await subscribe(request, first);
  expect(known).toMatchObject({ name: ada.name, titles: ["Repair café"] });
  const again = await request.get(first, { headers: { "if-none-match": known.etag } });
  expect(again.status()).toBe(304);

  await page.locator("#calendars summary").click();
  await page.getByRole("button", { name: "Make a new address" }).click();
  await expect(field).not.toHaveValue(first);
  expect((await request.get(first)).status()).toBe(404);
  expect(await subscribe(request, await field.inputValue())).toMatchObject({ titles: ["Repair café"] });
});

test("the combined calendar shows all identities, and says so @nojs", async ({ page, newPerson }) => {
  await signUp(page, somebody("Ada"));
  await announce(page, { title: "Repair café" });
  const climber = newFace(page);
  await makeIdentity(climber);
  await announce(page, { title: "Climbing morning" });
  await page.goto("/my/events");
  const section = page.locator("#calendar");
  await expect(section).toContainText("it shows all your identities together");
  await section.getByRole("button", { name: "Make an address" }).click();
  await expect(page.getByText("The calendar has a new private address.")).toBeVisible();
  await look(page);
  const { request } = await newPerson();
  const combined = await subscribe(request, await section.getByRole("textbox").inputValue());
  expect(combined.titles.sort()).toEqual(["Climbing morning", "Repair café"]);
  expect(combined.text).not.toContain(climber.handle);
});

async function subscribe(request: APIRequestContext, address: string) {
  const answer = await request.get(address);
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({
    "content-type": "text/calendar; charset=utf-8",
    "cache-control": "private, no-cache",
  });
  const text = await answer.text();
  const file = new ICAL.Component(ICAL.parse(text));
  const titles = file.getAllSubcomponents("vevent").map((event) => event.getFirstPropertyValue("summary"));
  return {
    text,
    titles,
    name: file.getFirstPropertyValue("x-wr-calname"),
    etag: answer.headers().etag ?? "",
  };
}
