import { look } from "./support/look";
import { linkIn, mailTo } from "./support/mailbox";
import { somebody } from "./support/people";
import { fillIn, send, setTerms, test } from "./support/registration-town";
import { expect } from "./support/test";

// They change one server, so they wait for each other.
test.describe.configure({ mode: "default" });

test("a name, rules and terms of its own, and everybody is asked again @nojs", async ({
  page,
  boss,
  newPerson,
}) => {
  await setTerms(boss, "Ring *softly*.");
  const ada = somebody("Ada");
  await fillIn(page, ada);
  await page.getByLabel("I accept the terms").check();
  await send(page);
  await page.goto(linkIn(await mailTo(ada.email, /confirm/i), "/confirm/"));
  await page.getByRole("button", { name: "Confirm my address" }).click();
  await expect(page.locator("summary.who")).toBeVisible();
  await boss.goto("/admin/instance");
  await boss.getByLabel("Name of this server").fill("Bells of Lyon");
  const short = boss.getByRole("group", { name: "In one sentence" });
  await short.getByLabel("English").fill("What rings in Lyon.");
  await short.getByLabel("Français").fill("Ce qui sonne à Lyon.");
  await boss.getByLabel("How to reach you").fill("nowhere");
  await boss.getByRole("button", { name: "Save" }).click();
  await expect(boss.getByText("Write a mail address, or the address of a page").first()).toBeVisible();
  await look(boss);
  await boss.getByLabel("How to reach you").fill("bells@example.org");
  await boss.getByRole("button", { name: "Save" }).click();
  await expect(boss.getByText("It shows everywhere from now on.")).toBeVisible();
  await boss.goto("/admin/texts");
  await look(boss);
  await boss.getByRole("region", { name: "Rules" }).getByLabel("English").fill("## Be kind");
  await boss.getByRole("button", { name: "Save the rules" }).click();
  await expect(boss.getByText("The rules are saved.")).toBeVisible();
  await setTerms(boss, "Ring *loudly*.", { asksAgain: true });

  await page.goto("/my/follows");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What you agreed to has changed");
  await expect(page.getByRole("link", { name: /The text until now/ })).toBeVisible();
  await look(page);
  for (const path of ["/", "/terms?version=1", "/my/data"]) {
    await page.goto(path);
    await expect(page.getByText("Until you agree, you can only read.")).toBeVisible();
  }
  await expect(page.getByRole("button", { name: "Make the file" })).toBeVisible();
  await page.goto("/my/follows");
  await page.getByRole("button", { name: "I agree" }).click();
  await expect(page).toHaveURL(/\/my\/follows/);
  await expect(page.getByText("Until you agree")).toHaveCount(0);
  await boss.goto("/my/follows");
  await expect(boss).toHaveURL(/\/my\/follows/);

  const visitor = await newPerson();
  await visitor.goto("/");
  await expect(visitor.getByText("What rings in Lyon.")).toBeVisible();
  await visitor.getByRole("button", { name: "Français" }).click();
  await expect(visitor).toHaveTitle("Bells of Lyon");
  await expect(visitor.getByText("Ce qui sonne à Lyon.")).toBeVisible();
  const foot = visitor.getByRole("contentinfo");
  await expect(foot.getByRole("link", { name: "Contact" })).toHaveAttribute(
    "href",
    "mailto:bells@example.org",
  );
  await foot.getByRole("link", { name: "Règles" }).click();
  await expect(visitor.getByText("Ce texte n’existe que dans une langue")).toBeVisible();
  await look(visitor);
  await foot.getByRole("link", { name: "Vie privée" }).click();
  await expect(visitor.getByText(/ce que Bells of Lyon .* sait de vous/)).toBeVisible();
  await look(visitor);
  await foot.getByRole("link", { name: "Conditions" }).click();
  await expect(visitor.getByText("loudly")).toBeVisible();
  await visitor.getByRole("link", { name: "Version 1" }).click();
  await expect(visitor.getByText("softly")).toBeVisible();
  await expect(visitor.getByText("Cette version n’est plus en vigueur.")).toBeVisible();
  await look(visitor);

  // Others find the server as it was.
  await setTerms(boss, "");
  await boss.goto("/admin/instance");
  await boss.getByLabel("Name of this server").fill("");
  await boss.getByRole("button", { name: "Save" }).click();
  await expect(boss.getByText("It shows everywhere from now on.")).toBeVisible();
});
