import { announce, fillEvent, unfold } from "./support/events";
import { look } from "./support/look";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

test("everything that an event can say is typed, shown and changed @nojs", async ({ page, newPerson }) => {
  test.setTimeout(120_000);
  const ada = somebody("Ada Marchand");
  const visitor = await newPerson();
  await signUp(page, ada);
  await page.goto("/events/new");
  await fillEvent(page, { title: `Repair café ${ada.handle}` });

  await test.step("each group of fields is one click away", async () => {
    await page.getByLabel("On another site").check();
    await page.getByLabel("Where people sign up").fill("https://tickets.example.org/repair");
    await page.getByLabel("Comments", { exact: true }).selectOption("closed");
    await unfold(page, "Price and contact");
    await page.getByLabel("Price (optional)").fill("5 to 10 €, as you can");
    await page.getByLabel("Telephone").fill("+33 2 99 00 00 00");
    await page.getByLabel("People to ask").fill(`@${ada.handle}`);
    await page.getByLabel("Does it take place?").selectOption("tentative");
    await unfold(page, "Accessibility and links");
    await page.getByLabel("With a wheelchair").selectOption("partially");
    await page.getByLabel("Sign language").check();
    await page.getByLabel("Shared notes").fill("https://pad.example.org/p/repair");
    await page.getByLabel("More to know").fill("Dress code: something warm");
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByText("Your event is published.")).toBeVisible();
  });
  const path = new URL(page.url()).pathname;

  await test.step("a visitor reads all of it", async () => {
    await visitor.goto(path);
    for (const text of ["5 to 10 €, as you can", "Partly accessible", "Sign language", "something warm"])
      await expect(visitor.getByText(text).first()).toBeVisible();
    await expect(visitor.getByText("Not certain yet")).toBeVisible();
    await expect(visitor.getByRole("link", { name: "+33 2 99 00 00 00" })).toHaveAttribute(
      "href",
      /^tel:\+33/,
    );
    await expect(visitor.getByRole("link", { name: "pad.example.org" })).toBeVisible();
    await expect(visitor.getByRole("link", { name: "Sign up on tickets.example.org" })).toHaveAttribute(
      "href",
      "https://tickets.example.org/repair",
    );
    await look(visitor);
  });

  await test.step("the form holds it again, and a change is seen at once", async () => {
    await page.goto(`${path}/edit`);
    await expect(page.getByLabel("More to know")).toHaveValue("Dress code: something warm");
    await expect(page.getByLabel("With a wheelchair")).toHaveValue("partially");
    await expect(page.getByLabel("People to ask")).toHaveValue(`@${ada.handle}`);
    await look(page);
    await page.getByLabel("Does it take place?").selectOption("confirmed");
    await page.getByLabel("Price (optional)").fill("Free");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByText("Your changes are saved")).toBeVisible();
    await visitor.reload();
    await expect(visitor.getByText("Free", { exact: true })).toBeVisible();
    await expect(visitor.getByText("Not certain yet")).toBeHidden();
  });
});

test("a hidden address is for those who are in @nojs", async ({ page, newPerson }) => {
  const [visitor, guest] = [await newPerson(), await newPerson()];
  await signUp(page, somebody("Ada Marchand"));
  await signUp(guest, somebody("Grace Hopper"));
  await page.goto("/events/new");
  await fillEvent(page, { title: "Soup at home" });
  await page.getByLabel("Only people who take part learn where exactly").check();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("6 cours des Alliés").first()).toBeVisible();
  const path = new URL(page.url()).pathname;

  for (const reader of [visitor, guest]) {
    await reader.goto(path);
    await expect(reader.getByText("Whoever takes part sees the address here.")).toBeVisible();
    expect(await reader.content()).not.toContain("cours des Alliés");
  }
  expect(await (await visitor.request.get(`${path}/event.ics`)).text()).not.toContain("cours des Alliés");

  await guest.getByRole("button", { name: "Take part" }).click();
  await expect(guest.getByText("6 cours des Alliés").first()).toBeVisible();
});

test("what cannot be is refused in words, and all that was typed is kept @nojs", async ({ page }) => {
  await signUp(page, somebody("Ada Marchand"));
  await page.goto("/events/new");
  await fillEvent(page, { title: "مقهى الإصلاح 🎉" });
  await page.getByLabel("Starts").fill("2027-03-28T02:30");
  await page.getByLabel("Ends").fill("2027-03-28T05:00");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("This time does not exist").first()).toBeVisible();
  await expect(page.getByText("2027-03-28 03:00")).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("مقهى الإصلاح 🎉");

  await page.getByLabel("Starts").fill("2027-03-28T06:00");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("The end must be later than the start.").first()).toBeVisible();
  await expect(page.getByLabel("Description (optional)")).toHaveValue("Bring what is **broken**.");
});

test("a description is written without knowing any signs", async ({ page }) => {
  await signUp(page, somebody("Ada Marchand"));
  const path = await announce(page, { title: "Repair café", description: "Bring **lamps**." });
  await page.goto(`${path}/edit`);
  await page.getByRole("button", { name: "Format the text" }).click();
  const editor = page.getByRole("textbox", { name: "Description" });
  await expect(editor.locator("strong")).toHaveText("lamps");
  await look(page);

  await editor.press("ControlOrMeta+End");
  await editor.press("Enter");
  await page.getByRole("button", { name: "List", exact: true }).click();
  await expect(editor.locator("li")).toHaveCount(1);
  await page.keyboard.type("Toasters");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+I");
  await page.keyboard.type("Bicycles");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.locator(".e-content li")).toHaveText(["Toasters", "Bicycles"]);
  await expect(page.locator(".e-content em")).toHaveText("Bicycles");
});
