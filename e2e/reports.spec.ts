import type { Page } from "@playwright/test";
import { announce } from "./support/events";
import { look } from "./support/look";
import { linkIn, mailsTo, mailTo } from "./support/mailbox";
import * as moderate from "./support/moderating";
import { type Person, somebody } from "./support/people";
import { fillIn, send, test } from "./support/registration-town";
import { submit } from "./support/submit";
import { expect } from "./support/test";

async function join(page: Page, person: Person) {
  await fillIn(page, person);
  await send(page);
  const link = linkIn(await mailTo(person.email, /confirm/i), "/confirm/");
  await submit(page, link, { token: link.split("/").at(-1)! });
}

/** Opens one of the questions of a case, answers it and sends it. */
async function decide(boss: Page, opener: RegExp, reason: string, notice: string) {
  const question = boss.locator("details.dialog-opener", {
    has: boss.locator("summary", { hasText: opener }),
  });
  await question.locator("summary").first().click();
  await question.getByRole("textbox").fill(reason);
  await question.locator("form button[type=submit]").click();
  await expect(boss).toHaveURL(new RegExp(`notice=${notice}`));
}

const isGone = async (page: Page, path: string) => {
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(404);
};

test("what somebody reports is looked at, taken off, put back; its organiser suspended and back @nojs", async ({
  boss,
  newPerson,
}) => {
  test.setTimeout(240_000);
  const [grace, ken] = [somebody("Grace Hopper"), somebody("Ken Thompson")];
  const [host, reporter, visitor] = [await newPerson(), await newPerson(), await newPerson()];
  await join(host, grace);
  await join(reporter, ken);
  const title = `Cheap shoes ${grace.handle}`;
  const path = await announce(host, { title });

  await test.step("whoever does not announce it reports it, and is thanked", async () => {
    await expect(host.getByRole("link", { name: `Report ${title}` })).toHaveCount(0);
    await visitor.goto(path);
    await visitor.getByRole("link", { name: `Report ${title}` }).click();
    await expect(visitor).toHaveURL(/\/sign-in/);
    await reporter.goto(path);
    await reporter.getByRole("link", { name: `Report ${title}` }).click();
    await expect(reporter.getByRole("heading", { level: 1 })).toHaveText("Report an event");
    await look(reporter);
    await reporter.getByLabel("Something else").check();
    await reporter.getByRole("button", { name: "Send the report" }).click();
    await expect(reporter.getByText("Please say a few words.").first()).toBeVisible();
    await reporter.getByLabel("Spam or advertising").check();
    await reporter.getByLabel("What should we know?").fill("They sell shoes.");
    await reporter.getByRole("button", { name: "Send the report" }).click();
    await expect(
      reporter.getByText("Thank you. Those who look after this server will read it."),
    ).toBeVisible();
    await mailTo(ken.email, /Your report has arrived/);
  });

  await test.step("it stands in the queue, for those alone who look after the server", async () => {
    await isGone(reporter, "/moderation/reports");
    await isGone(reporter, "/moderation/log");
    await boss.goto("/moderation/reports");
    await look(boss);
    await boss.getByRole("link", { name: `Event: ${title}` }).click();
    await expect(boss.getByText("They sell shoes.")).toBeVisible();
    await look(boss);
    await boss.getByRole("button", { name: "I look after it" }).click();
    await expect(boss.getByText("The case is yours now.")).toBeVisible();
  });

  await test.step("taken off, nobody sees it; its host learns why, not who; put back, it is as before", async () => {
    await decide(boss, /^Take it off$/, "Adverts are against our rules", "thing_removed");
    await isGone(visitor, path);
    await isGone(host, path);
    const mail = await mailTo(grace.email, /taken off/);
    expect(mail.text).toContain("Adverts are against our rules");
    expect(`${mail.text} ${mail.html}`).not.toMatch(new RegExp(`${ken.handle}|${ken.name}`, "i"));
    await decide(boss, /^Put it back$/, "It was a gift", "thing_put_back");
    await visitor.goto(path);
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(title);
  });

  await test.step("a suspended identity is seen by nobody and acted as by nobody, until that is lifted", async () => {
    await decide(boss, /^Suspend$/, "Again and again", "identity_hidden");
    await look(boss);
    for (const address of [path, `/@${grace.handle}`]) await isGone(visitor, address);
    await host.goto("/events/new");
    await expect(host.getByText(`${grace.name} is suspended until`)).toBeVisible();
    await host.goto("/my/settings");
    await expect(host.getByText(`${grace.name} is suspended until`)).toBeVisible();
    await decide(boss, /^Lift the suspension$/, "A month is enough", "identity_back");
    await visitor.goto(`/@${grace.handle}`);
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(grace.name);
    await visitor.goto(path);
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(title);
  });

  await test.step("the case is closed with an answer, and all of it stands in the log", async () => {
    const close = boss.locator("details.dialog-opener", {
      has: boss.locator("summary", { hasText: /^Close the case$/ }),
    });
    await close.locator("summary").first().click();
    await close.getByLabel("Your answer to them").fill("Thank you, you were right.");
    await close.locator("form button[type=submit]").click();
    await expect(boss.getByText("The case is closed.")).toBeVisible();
    const answer = await mailTo(ken.email, /was looked at/);
    expect(answer.text).toContain("Thank you, you were right.");
    for (const { text } of await mailsTo(grace.email)) expect(text).not.toContain(ken.name);

    await boss.goto(`/moderation/log?handle=${grace.handle}`);
    await expect(boss.locator(".log > li")).toHaveCount(6);
    await look(boss);
    const file = await boss.context().request.get(`/moderation/log.csv?action=identity.suspended`);
    expect(file.headers()["content-type"]).toContain("text/csv");
    expect(await file.text()).toContain(`identity.suspended,${grace.handle},,Again and again`);
    expect((await reporter.context().request.get("/moderation/log.csv")).status()).toBe(404);
  });
});

test("where that is wished people without an account report by e-mail; nobody is told of their address", async ({
  boss,
  newPerson,
}) => {
  const [host, visitor, grace] = [await newPerson(), await newPerson(), somebody("Grace Murray")];
  await join(host, grace);
  const path = await announce(host, { title: "Miracle cures" });
  const [slug, word] = [path.split("/").at(-1)!, `witness_${grace.handle}`];
  const report = { kind: "event", name: slug, words: `They lie, says ${word}.` } as const;
  await visitor.goto(`/report?event=${slug}`);
  await expect(visitor).toHaveURL(/\/sign-in/);

  await submit(boss, "/admin/registration#registration", { reportsByMail: "on" });
  const caseId = await moderate.reportThing(visitor, { ...report, email: `${word}@example.org` }, boss);
  await mailTo(`${word}@example.org`, /Your report has arrived/);
  await moderate.decide(boss, caseId, { act: "warn", reason: "Say what is known" });
  await expect
    .poll(async () => (await mailsTo(grace.email)).map(({ text }) => text).join())
    .toContain("Say what is known");
  await moderate.decide(boss, caseId, { act: "close", answer: "They were warned." });
  const answer = await mailTo(`${word}@example.org`, /was looked at/);
  expect(answer.text).toContain("They were warned.");

  const told = await mailsTo(grace.email);
  for (const { text, html } of told) expect(`${text} ${html}`).not.toContain(word);
  for (const seen of [path, `${path}/edit`, `/@${grace.handle}`, "/my/events", "/my/settings"])
    expect(await (await host.request.get(seen)).text(), seen).not.toContain(word);
  const looked = await (await boss.request.get(`/moderation/reports/${caseId}`)).text();
  expect(looked, "the address is forgotten with the case").not.toContain(`${word}@example.org`);
});
