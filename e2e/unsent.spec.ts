import { announce } from "./support/events";
import { look } from "./support/look";
import { signIn, signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

test("what somebody writes while their session ends is there when they are back, and for nobody else @nojs", async ({
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
  await reader.getByLabel("Your comment").fill(words);
  await reader.context().clearCookies({ name: "carillon_session" });
  await reader.getByRole("button", { name: "Publish the comment" }).click();

  if (javaScriptEnabled === false) {
    await expect(reader.getByText("What you wrote is kept")).toBeVisible();
    await look(reader);
  } else await expect(reader.getByLabel("Your comment")).toHaveValue(words);

  await signIn(reader, ada);
  await reader.goto(path);
  await expect(reader.getByText(words)).toHaveCount(0);
  await reader.context().clearCookies({ name: "carillon_session" });
  await signIn(reader, grace);
  await reader.goto(path);
  await expect(reader.getByLabel("What you wrote (1)")).toHaveValue(words);
  await look(reader);
  await reader.getByRole("button", { name: "Throw it away" }).click();
  await expect(reader.getByLabel("What you wrote (1)")).toHaveCount(0);
});
