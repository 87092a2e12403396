import { describe, expect, test } from "vitest";
import { differencesOf, marksOf, withTyped } from "./differences";

const opened = { title: "Repair café", description: "Bring it.", tags: "repair", isFree: true };

describe("differencesOf", () => {
  test("tells what the one who typed changed from what others did", () => {
    const typed = { ...opened, title: "Repair night", isFree: "on", opened: marksOf(opened) };
    const saved = { ...opened, description: "Bring it along." };
    expect(differencesOf(typed, saved)).toEqual([
      { name: "title", mine: "Repair night", saved: "Repair café", isMine: true },
      { name: "description", mine: "Bring it.", saved: "Bring it along.", isMine: false },
    ]);
  });

  test("leaves out what was not on the form", () => {
    expect(differencesOf({ title: "Choir" }, { title: "Choir", focusX: "50" })).toEqual([]);
    expect(withTyped({ title: "", focusX: "50" }, { title: "Choir" }, ["title", "focusX"])).toEqual({
      title: "Choir",
      focusX: "50",
    });
  });

  test("takes the line ends of browsers and boxes that are not ticked for what they are", () => {
    const typed = { text: "one\r\ntwo" };
    expect(differencesOf(typed, { text: "one\ntwo", isHidden: false, list: [] })).toEqual([]);
  });
});

test("withTyped takes over the chosen fields, and no others", () => {
  const typed = { title: "Mine", tags: ["a", "b"], as: "ada" };
  const saved = { title: "Saved", description: "Saved", tags: ["c"], isFree: true };
  const values = withTyped(saved, typed, ["title", "tags", "isFree", "as"]);
  expect(values).toEqual({ title: "Mine", description: "Saved", tags: ["a", "b"], isFree: false });
});
