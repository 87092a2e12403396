import { describe, expect, test } from "vitest";
import { formEntries, typedValues } from "./form-state";

function formOf(...entries: [string, string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

describe("formEntries", () => {
  test("keeps repeated fields as a list and drops what the framework added", () => {
    const form = formOf(["$ACTION_ID_1", ""], ["title", "Choir"], ["days", "mon"], ["days", "tue"]);

    expect(formEntries(form)).toEqual({ title: "Choir", days: ["mon", "tue"] });
  });

  test("takes a file that was not chosen for no file", () => {
    expect(formEntries(formOf(["picture", new File([], "")]))).toEqual({});
  });
});

describe("typedValues", () => {
  test("gives back text, but neither passwords nor files", () => {
    const form = formOf(
      ["email", "a@b.example"],
      ["password", "secret"],
      ["picture", new File(["x"], "x.png")],
    );

    expect(typedValues(form)).toEqual({ email: "a@b.example" });
  });

  test("keeps an emptied field as empty", () => {
    expect(typedValues(formOf(["title", ""]))).toEqual({ title: "" });
  });
});
