import ICAL from "ical.js";
import { announce } from "./support/events";
import { look } from "./support/look";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

test("an event goes into a calendar, changes there and is called off @nojs", async ({ page, newPerson }) => {
  await signUp(page, somebody("Ada"));
  const path = await announce(page, { title: "Choir, everyone sings" });
  const visitor = await newPerson();
  await visitor.goto(path);
  await visitor.getByText("Add to calendar").first().click();
  await look(visitor);
  const file = visitor.getByRole("link", { name: "Calendar file (.ics)" });
  await expect(file).toHaveAttribute("href", `${path}/event.ics`);
  await expect(visitor.getByRole("link", { name: "Google Calendar" })).toHaveAttribute(
    "href",
    /calendar\.google\.com/,
  );
  await expect(visitor.getByRole("link", { name: "Outlook.com" })).toHaveAttribute(
    "href",
    /outlook\.live\.com/,
  );
  const read = async () => readCalendar(await (await visitor.request.get(`${path}/event.ics`)).text());

  const first = await read();
  expect(first).toMatchObject({
    summary: "Choir, everyone sings",
    zone: "Europe/Paris",
    status: "CONFIRMED",
  });
  expect(first.local).toMatch(/-06-18T19:00:00$/);

  await page.goto(`${path}/edit`);
  await page.getByLabel("Title").fill("Choir in the park");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Your changes are saved")).toBeVisible();
  const second = await read();
  expect(second).toMatchObject({ uid: first.uid, summary: "Choir in the park" });
  expect(second.sequence).toBeGreaterThan(first.sequence);

  await page.goto(`${path}/edit`);
  await page.getByText("Cancel the event…").click();
  await look(page);
  await page.getByRole("button", { name: "Yes, cancel the event" }).click();
  await expect(page.getByText("This event is cancelled").first()).toBeVisible();
  await look(page);
  const third = await read();
  expect(third).toMatchObject({ uid: first.uid, status: "CANCELLED" });
  expect(third.sequence).toBeGreaterThan(second.sequence);
  await visitor.reload();
  await expect(visitor.getByText("This event is cancelled").first()).toBeVisible();
  await look(visitor);
});

test("a draft has no calendar file, and an unchanged file is not sent again", async ({ page, request }) => {
  await signUp(page, somebody("Ada"));
  const path = await announce(page, { title: "Choir" });
  const file = await request.get(`${path}/event.ics`);
  expect(file.headers()["content-type"]).toContain("text/calendar");
  const again = await request.get(`${path}/event.ics`, {
    headers: { "if-none-match": file.headers().etag! },
  });
  expect(again.status()).toBe(304);

  await page.goto("/events/new");
  await page.getByLabel("Title").fill("Not yet");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("The draft is saved.")).toBeVisible();
  const draft = new URL(page.url()).pathname.replace("/edit", "");
  expect((await request.get(`${draft}/event.ics`)).status()).toBe(404);
});

function readCalendar(text: string) {
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent")!);
  return {
    uid: event.uid,
    summary: event.summary,
    sequence: event.sequence,
    zone: event.startDate.zone.tzid,
    local: event.startDate.toString(),
    status: event.component.getFirstPropertyValue("status"),
  };
}
