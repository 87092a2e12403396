import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { questionInput } from "./input";

const sent = (values: Record<string, string>) => ({
  eventId: randomUUID(),
  questionId: randomUUID(),
  kind: "text",
  label: "What do you eat?",
  ...values,
});

test.each([
  [{ label: " " }, "label: question_missing"],
  [{ label: "x".repeat(201) }, "label: question_too_long"],
  [{ kind: "photo" }, "kind: choose_one"],
  [{ kind: "choice" }, "choices: too_few_choices"],
  [{ kind: "choice", choices: "Soup\n\n soup \nSoup".replace("soup", "Soup") }, "choices: too_few_choices"],
  [
    { kind: "several", choices: Array.from({ length: 21 }, (_, n) => `${n}`).join("\n") },
    "choices: too_many_choices",
  ],
  [{ kind: "several", choices: `Soup\n${"x".repeat(101)}` }, "choices: choice_too_long"],
])("refuses %j", (values, reason) => {
  const issues = questionInput.safeParse(sent(values)).error?.issues ?? [];
  expect(issues.map(({ path, message }) => `${String(path[0])}: ${message}`)).toEqual([reason]);
});

test("reads choices by line, each once, and none where there are none", () => {
  expect(
    questionInput.parse(sent({ kind: "choice", choices: " Soup\r\nSalad  bowl\n\nSoup" })),
  ).toMatchObject({
    choices: ["Soup", "Salad bowl"],
    isRequired: false,
  });
  expect(questionInput.parse(sent({ choices: "Soup", isRequired: "on" }))).toMatchObject({
    choices: [],
    isRequired: true,
  });
});
