import type { Page } from "@playwright/test";
import { announce } from "./support/events";
import { look } from "./support/look";
import { mailTo } from "./support/mailbox";
import { type Person, signUp, somebody } from "./support/people";
import { submit } from "./support/submit";
import { expect, test } from "./support/test";

test("a host decides about many, takes it back, orders the line, and takes the list along @nojs", async ({
  newPerson,
}, { project }) => {
  test.setTimeout(240_000);
  const [ada, grace, rosa, amir, lin] = [
    "Ada Marchand",
    "Grace Hopper",
    "Rosa Delmas",
    "Amir Saïd",
    "Lin Chen",
  ].map(somebody) as [Person, Person, Person, Person, Person];
  const host = await newPerson();
  await signUp(host, ada);
  const path = await announce(host, { title: `Repair café ${ada.handle}`, approval: true, capacity: 2 });
  const list = `${path}/participants`;
  let stranger = host;
  for (const person of [grace, rosa, amir, lin]) {
    stranger = await newPerson();
    await signUp(stranger, person);
    await submit(stranger, path, { answer: "going", message: `=1+1, says ${person.handle}` });
  }
  const names = () => host.locator(".participants strong").allTextContents();
  const rowOf = ({ name }: Person) => host.locator(".participants > li", { hasText: name });

  await test.step("lets four in at once, as far as places and the waiting list reach", async () => {
    await host.goto(list);
    await expect(host.getByText("Nobody is chosen", { exact: false })).toHaveCount(0);
    await host.getByRole("button", { name: "Let the chosen in" }).click();
    await expect(host.getByText("Nobody is chosen.", { exact: false })).toBeVisible();
    await chooseAll(host, [grace, rosa, amir, lin], project.name === "js");
    await host.getByRole("button", { name: "Let the chosen in" }).click();
    await expect(host.getByText("2 let in, 2 put on the waiting list.")).toBeVisible();
    await look(host);
  });

  await test.step("takes it back, and decides again", async () => {
    await host.getByRole("button", { name: "Undo" }).click();
    await expect(host.getByText("Taken back: it is as it was before.")).toBeVisible();
    expect(await names()).toEqual([grace, rosa, amir, lin].map(({ name }) => name));
    await chooseAll(host, [grace, rosa, amir, lin], false);
    await host.getByRole("button", { name: "Let the chosen in" }).click();
    await expect(host.getByText("2 let in, 2 put on the waiting list.")).toBeVisible();
  });

  await test.step("orders the line", async () => {
    await host.goto(`${list}?tab=line`);
    expect(await names()).toEqual([amir.name, lin.name]);
    await expect(rowOf(lin)).toContainText("2nd in line");
    await expect(rowOf(lin).getByRole("button", { name: /Let .* in/ })).toHaveCount(0);
    await host.getByRole("button", { name: `Move ${lin.name} up` }).click();
    await expect(host.getByText("The order of the waiting list is changed.")).toBeVisible();
    expect(await names()).toEqual([lin.name, amir.name]);
    await look(host);
  });

  await test.step("takes a place back with the reason; the next in line has it", async () => {
    await host.goto(`${list}?tab=going`);
    const row = rowOf(grace);
    await row.locator("summary").click();
    await row.getByLabel("Why").fill("The other evening is for you.");
    if (project.name === "js") await look(host);
    await row.getByRole("button", { name: "Yes, take it back" }).click();
    await expect(host.getByText("Refused. They are told by mail.")).toBeVisible();
    expect(await names()).toEqual([rosa.name, lin.name]);
    await host.goto(`${list}?tab=refused`);
    await expect(rowOf(grace)).toContainText("You wrote: “The other evening is for you.”");
    await mailTo(lin.email, new RegExp(ada.handle));
  });

  await test.step("takes that back too late: somebody else has the place", async () => {
    await host.goto(`${list}?tab=going`);
    await rowOf(lin).locator("summary").click();
    await rowOf(lin).getByRole("button", { name: "Yes, take it back" }).click();
    await expect(host.getByText("Refused. They are told by mail.")).toBeVisible();
    expect(await names()).toEqual([rosa.name, amir.name]);
    await host.getByRole("button", { name: "Undo" }).click();
    await expect(host.getByText("Not every place was still free", { exact: false })).toBeVisible();
    await host.goto(`${list}?tab=line`);
    expect(await names()).toEqual([lin.name]);
  });

  await test.step("finds people, whatever the case and the accents", async () => {
    await host.goto(`${list}?tab=going&q=amir+SAID`);
    expect(await names()).toEqual([amir.name]);
    await host.goto(`${list}?tab=going&q=nobody`);
    await expect(host.getByRole("heading", { name: "Nobody found for “nobody” here" })).toBeVisible();
  });

  await test.step("takes the list along; nobody else can", async () => {
    const { request } = host.context();
    const csv = await request.get(`${list}.csv`);
    expect(csv.headers()["content-type"]).toBe("text/csv; charset=utf-8");
    const text = await csv.text();
    expect(text.startsWith("\ufeffName,Handle,Standing,")).toBe(true);
    expect(text).toContain(`Rosa Delmas,${rosa.handle},going,0,0,"'=1+1, says ${rosa.handle}",`);
    for (const { name, email } of [grace, rosa, amir, lin]) {
      expect(text).toContain(name);
      expect(text).not.toContain(email);
    }
    const going = await (await request.get(`${list}.csv?tab=going&q=amir`)).text();
    expect(going.trim().split("\r\n")).toHaveLength(2);
    const ods = await (await request.get(`${list}.ods?tab=line`)).body();
    expect(ods.subarray(38, 84).toString()).toBe("application/vnd.oasis.opendocument.spreadsheet");
    expect((await stranger.context().request.get(`${list}.csv`)).status()).toBe(404);
    const visitor = await newPerson();
    await visitor.goto(`${list}.csv`);
    expect(new URL(visitor.url()).pathname).toBe("/sign-in");
  });

  await test.step("prints it by name, on a sheet with nothing around", async () => {
    await host.goto(`${list}?tab=going`);
    await host.getByText("Print or save").click();
    await host.getByRole("link", { name: "To print" }).click();
    await expect(host.getByRole("heading", { level: 1 })).toHaveText(`Repair café ${ada.handle}`);
    await look(host);
    expect(await host.locator("tbody th").allInnerTexts()).toEqual([
      expect.stringContaining(amir.name),
      expect.stringContaining(rosa.name),
    ]);
    await host.emulateMedia({ media: "print" });
    await expect(host.locator(".top, .foot")).toHaveCount(2);
    for (const frame of await host.locator(".top, .foot").all()) await expect(frame).toBeHidden();
    await expect(host.getByRole("link", { name: "Back to the list" })).toBeHidden();
    await host.emulateMedia({ media: null });
    expect((await stranger.goto(`${list}/print`))?.status()).toBe(404);
  });
});

async function chooseAll(page: Page, people: Person[], atOnce: boolean): Promise<void> {
  if (atOnce) return page.getByRole("checkbox", { name: "All on this page" }).check();
  for (const { name } of people) await page.getByRole("checkbox", { name: `Choose ${name}` }).check();
}
