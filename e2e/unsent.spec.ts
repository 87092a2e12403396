import { announce } from "./support/events";
import { look } from "./support/look";
import { signIn, signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

test("what somebody writes while their session ends is not lost, and is shown to nobody else @nojs", async ({
  page,
  newPerson,
  javaScriptEnabled,
}) => {
  const [ada, grace] = [somebody("Ada"), somebody("Grace")];
  await signUp(page, ada);
  const path = await announce(page, { title: "Seed swap" });
  const reader = await newPerson();
  await signUp(reader, grace);
  await reader.goto(path);
  const words = "A question that took me all evening to find the words for.";
  const field = reader.getByLabel("Your comment");
  const publish = reader.getByRole("button", { name: "Publish the comment" });
  await field.fill(words);
  await reader.context().clearCookies({ name: "carillon_session" });
  await publish.click();

  if (javaScriptEnabled !== false) {
    await expect(reader.getByText("Sign in first").first()).toBeVisible();
    await expect(field).toHaveValue(words);
    await signIn(await reader.context().newPage(), grace);
    await publish.click();
    await expect(field).toHaveValue("");
    await expect(reader.getByText(words)).toBeVisible();
    return;
  }
  await expect(reader.getByText("What you wrote is kept")).toBeVisible();
  await look(reader);
  await signIn(reader, ada);
  await reader.goto(path);
  await expect(reader.getByText(words)).toHaveCount(0);
  await reader.context().clearCookies({ name: "carillon_session" });
  await signIn(reader, grace);
  await reader.goto(path);
  const kept = reader.getByLabel("What you wrote (1)");
  await expect(kept).toHaveValue(words);
  await look(reader);
  await reader.getByRole("button", { name: "Throw it away" }).click();
  await expect(kept).toHaveCount(0);
});
