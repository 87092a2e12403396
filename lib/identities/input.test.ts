import { describe, expect, test } from "vitest";
import { identityInput } from "./input";

const rowsOf = (rows: [name: string, value: string][]) =>
  Object.fromEntries(
    rows.flatMap(([name, value], index) => [
      [`field${index + 1}Name`, name],
      [`field${index + 1}Value`, value],
    ]),
  );
const parse = (given: Record<string, unknown>) =>
  identityInput.safeParse({ name: "Ada", summary: "", ...given });
const errorsOf = (given: Record<string, unknown>) =>
  parse(given).error?.issues.map(({ path, message }) => [path[0], message]);

describe("the lines of the form", () => {
  test("keep their order, and empty rows are dropped", () => {
    const rows = rowsOf([
      [" Pronouns ", "she/her"],
      ["", " "],
      ["", ""],
      ["Website", "https://ada.example"],
    ]);
    expect(
      parse({ ...rows, field5Name: "", field5Value: "", field6Name: "x", field6Value: "y" }).data?.fields,
    ).toEqual([
      { name: "Pronouns", value: "she/her" },
      { name: "Website", value: "https://ada.example" },
      { name: "x", value: "y" },
    ]);
  });

  test("stay as they are where a form has none, and go when all are emptied", () => {
    expect(parse({}).data?.fields).toBeUndefined();
    expect(parse(rowsOf(Array.from({ length: 6 }, () => ["", ""]))).data?.fields).toEqual([]);
  });

  test("need both halves, beside the one that is missing", () => {
    expect(
      errorsOf(
        rowsOf([
          ["Pronouns", ""],
          ["", "https://ada.example"],
        ]),
      ),
    ).toEqual([
      ["field1Value", "field_value_missing"],
      ["field2Name", "field_name_missing"],
    ]);
  });

  test("have a length", () => {
    expect(parse(rowsOf([["n".repeat(60), "v".repeat(250)]])).success).toBe(true);
    expect(errorsOf(rowsOf([["n".repeat(61), "v".repeat(251)]]))).toEqual([
      ["field1Name", "field_name_too_long"],
      ["field1Value", "field_value_too_long"],
    ]);
  });
});

test("visibility is one of two, or stays", () => {
  expect(parse({}).data?.visibility).toBeUndefined();
  expect(parse({ visibility: "participants" }).data?.visibility).toBe("participants");
  expect(errorsOf({ visibility: "friends" })).toEqual([["visibility", "choose_one"]]);
});
