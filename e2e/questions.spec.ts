import type { Page } from "@playwright/test";
import { announce, fillEvent, unfold } from "./support/events";
import { look } from "./support/look";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

type Question = { label: string; kind: string; choices?: string[]; required?: boolean };

const questions: Question[] = [
  { label: "What do you eat?", kind: "Words", required: true },
  { label: "Which size?", kind: "One of several choices", choices: ["S", "M", "L"] },
  { label: "What do you bring?", kind: "Any of several choices", choices: ["Tools", "Cake", "Chairs"] },
  { label: "How many bicycles?", kind: "A number" },
  { label: "I agree that photos are taken.", kind: "A box to tick: I agree", required: true },
];

test("hosts ask what they need to know, those who come answer, hosts alone read it @nojs", async ({
  page: host,
  newPerson,
}) => {
  test.setTimeout(180_000);
  const [guest, other] = [await newPerson(), await newPerson()];
  const [ada, grace] = [somebody("Ada Marchand"), somebody("Grace Hopper")];
  await signUp(host, ada);
  await signUp(guest, grace);
  await signUp(other, somebody("Rosa Parks"));
  const path = await announce(host, { title: `Repair café ${ada.handle}` });
  const row = (label: string) => host.locator(".questions > li", { hasText: label });

  await test.step("the host writes one of each kind; what is not whole stays typed", async () => {
    await host.getByRole("link", { name: "Questions", exact: true }).click();
    await expect(host.getByRole("heading", { level: 1 })).toHaveText("Questions to those who come");
    await ask(host, { label: "Which size?", kind: "One of several choices", choices: ["S"] });
    await expect(host.getByText("At least two choices, one a line.").first()).toBeVisible();
    await expect(host.getByLabel("Question", { exact: true })).toHaveValue("Which size?");
    await look(host);
    await host.goto(`${path}/questions`);
    for (const [index, question] of questions.entries()) {
      await ask(host, question);
      await expect(host.locator(".questions > li")).toHaveCount(index + 1);
    }
    await look(host);
  });

  await test.step("changes their order and their words", async () => {
    await host.getByRole("button", { name: "Move up “Which size?”" }).click();
    await expect(host.locator(".questions > li").first()).toContainText("Which size?");
    await host.getByRole("link", { name: "Change “How many bicycles?”" }).click();
    await look(host);
    await host.getByLabel("Question", { exact: true }).fill("How many bicycles do you bring?");
    await host.getByRole("button", { name: "Save the question" }).click();
    await expect(row("How many bicycles do you bring?")).toBeVisible();
  });

  await test.step("who comes must answer what is required, and loses nothing that was typed", async () => {
    expect((await guest.goto(`${path}/questions`))?.status()).toBe(404);
    await guest.goto(path);
    await look(guest);
    // A blank is an answer to browsers, and none to us.
    await guest.getByLabel("What do you eat?").fill(" ");
    await guest.getByLabel("M", { exact: true }).check();
    await guest.getByLabel("Chairs").check();
    await guest.getByLabel("Tools").check();
    await guest.getByLabel("How many bicycles do you bring?").fill("two");
    await guest.getByLabel("I agree that photos are taken.").check();
    await guest.getByRole("button", { name: "Take part", exact: true }).click();
    await expect(guest.getByText("This question needs an answer.").first()).toBeVisible();
    await expect(guest.getByText("A number, such as 3 or 2.5.").first()).toBeVisible();
    for (const label of ["M", "Chairs", "Tools", "I agree that photos are taken."])
      await expect(guest.getByLabel(label, { exact: true })).toBeChecked();
    await look(guest);
    await guest.getByLabel("What do you eat?").fill("Everything but nuts");
    await guest.getByLabel("How many bicycles do you bring?").fill("2,5");
    await guest.getByRole("button", { name: "Take part", exact: true }).click();
    await expect(guest.getByRole("heading", { name: "You are going" })).toBeVisible();
  });

  await test.step("who cannot come need not answer", async () => {
    await other.goto(path);
    await other.getByRole("button", { name: "Can’t come" }).click();
    await expect(other.getByRole("heading", { name: "You can’t come" })).toBeVisible();
  });

  await test.step("the host reads the answers, nobody else does; an answer may be changed", async () => {
    const answers = ["Everything but nuts", "Tools, Chairs", "2.5"];
    await host.goto(`${path}/participants`);
    for (const answer of answers) await expect(host.getByText(answer)).toBeVisible();
    await other.goto(path);
    expect(await other.content()).not.toContain("but nuts");
    await guest.getByText("Change my answer").click();
    await expect(guest.getByLabel("Chairs")).toBeChecked();
    await guest.getByLabel("What do you eat?").fill("Everything");
    await guest.getByRole("button", { name: "Save", exact: true }).click();
    await expect(guest.getByText("Your answer is changed.")).toBeVisible();
    await host.reload();
    await expect(host.getByText("Everything", { exact: true })).toBeVisible();
  });

  await test.step("a question goes with its answers, once the host knows that", async () => {
    await host.goto(`${path}/questions`);
    await row("What do you eat?").locator("summary").click();
    await expect(row("What do you eat?").getByText("One person answered it.")).toBeVisible();
    await look(host);
    await row("What do you eat?").getByRole("button", { name: "Remove the question" }).click();
    await expect(host.getByText("The question is removed.")).toBeVisible();
    await expect(row("What do you eat?")).toBeHidden();
    await host.goto(`${path}/participants`);
    await expect(host.getByText("2.5")).toBeVisible();
    await expect(host.getByText("Everything", { exact: true })).toBeHidden();
  });

  await test.step("an event that is announced again asks the same", async () => {
    await host.goto(`/events/new?copy=${path.split("/").at(-1)}`);
    await expect(host.getByText("4 questions are asked.")).toBeVisible();
    await host.getByRole("button", { name: "Save the draft and write questions" }).click();
    await expect(host.locator(".questions > li")).toHaveCount(4);
  });
});

test("hosts say how the line moves, what they set aside, and how long answers are kept @nojs", async ({
  page,
}) => {
  await signUp(page, somebody("Ada Marchand"));
  await page.goto("/events/new");
  await fillEvent(page, { title: "Soup for twenty", capacity: 20 });
  await page.getByLabel("Only for people with an account").check();
  await page.getByLabel("Who sees who comes?").selectOption("participants");
  await unfold(page, "Waiting list, questions and what is kept");
  await expect(page.getByLabel("Hours to accept an offered place")).toBeHidden();
  await page.getByLabel("People wait, and are offered a place").check();
  await page.getByLabel("Hours to accept an offered place").fill("6");
  await page.getByLabel("Last-minute limit").fill("12");
  await page.getByLabel("How long answers are kept").selectOption("7");
  await page.getByLabel("Places you set aside").fill("21");
  await page.getByRole("button", { name: "Publish" }).first().click();
  await expect(page.getByText("more places than there are").first()).toBeVisible();
  await expect(page.getByLabel("Hours to accept an offered place")).toHaveValue("6");
  await look(page);
  await page.getByLabel("Places you set aside").fill("4");
  await page.getByRole("button", { name: "Save the draft and write questions" }).click();
  await expect(page.getByText("7 days after the end they are deleted")).toBeVisible();
  await page.getByRole("link", { name: "Back to the draft" }).click();
  await expect(page.getByLabel("People wait, and are offered a place")).toBeChecked();
  await expect(page.getByLabel("Last-minute limit")).toHaveValue("12");
  await expect(page.getByLabel("Places you set aside")).toHaveValue("4");
  await expect(page.getByLabel("Only for people with an account")).toBeChecked();
  await expect(page.getByLabel("Who sees who comes?")).toHaveValue("participants");
});

async function ask(page: Page, { label, kind, choices, required }: Question) {
  await page.getByLabel("Question", { exact: true }).fill(label);
  await page.getByLabel("Answer", { exact: true }).selectOption({ label: kind });
  if (choices) await page.getByLabel("Choices").fill(choices.join("\n"));
  if (required) await page.getByLabel("An answer is required").check();
  await page.getByRole("button", { name: "Ask this" }).click();
}
