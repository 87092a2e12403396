import { describe, expect, test } from "vitest";
import { choicesFor } from "./decision-choices";

const room = { isCancelled: false, free: 2, canWait: true };

describe("choicesFor", () => {
  test("lets whoever fits in, and puts whoever asked in line where there is one", () => {
    expect(choicesFor("waiting", room, 2)).toEqual({ letIn: "letIn", refuse: "refuse" });
    expect(choicesFor("waiting", room, 3)).toEqual({ letIn: "putInLine", refuse: "refuse" });
    expect(choicesFor("waiting", { ...room, canWait: false }, 3)).toEqual({ letIn: null, refuse: "refuse" });
  });

  test("lets those in line and those who were refused in only where they fit", () => {
    expect(choicesFor("line", room, 2).letIn).toBe("letInNow");
    expect(choicesFor("line", room, 3).letIn).toBeNull();
    expect(choicesFor("refused", room).letIn).toBe("letInAgain");
    expect(choicesFor("refused", { ...room, free: 0 })).toEqual({ letIn: null, refuse: null });
  });

  test("knows that an offered place is held", () => {
    expect(choicesFor("offered", { ...room, free: 0 }, 4)).toEqual({ letIn: "letInNow", refuse: "takeBack" });
  });

  test("lets nobody into what is called off, and still takes places back", () => {
    const cancelled = { ...room, isCancelled: true };
    expect(choicesFor("waiting", cancelled).letIn).toBeNull();
    expect(choicesFor("going", cancelled)).toEqual({ letIn: null, refuse: "takeBack" });
  });

  test("has nothing to decide about those who do not come", () => {
    for (const tab of ["declined", "left"] as const)
      expect(choicesFor(tab, room)).toEqual({ letIn: null, refuse: null });
  });
});
