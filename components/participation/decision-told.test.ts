import { describe, expect, test } from "vitest";
import { decidedPath, decisionToldFrom } from "./decision-told";

const list = "/events/abc/participants?tab=waiting";

function searchIn(path: string) {
  return Object.fromEntries(new URL(path, "http://localhost").searchParams);
}

describe("decidedPath", () => {
  test("comes back to the list with what was decided, and to the row that follows", () => {
    const told = { approved: 4, waitlisted: 2, rejected: 0, full: 1 };
    const path = decidedPath(`${list}#p-1`, {
      notice: "participants_decided",
      decidedAt: 1795435200000,
      told,
    });
    expect(path).toBe(`${list}&notice=participants_decided&decided=1795435200000&told=4-2-0-1#p-1`);
    expect(decisionToldFrom(searchIn(path))).toEqual({ decidedAt: 1795435200000, told });
  });

  test("leads nowhere else", () => {
    expect(decidedPath("https://elsewhere.example/", { notice: "decision_undone" })).toBe(
      "/?notice=decision_undone",
    );
  });
});

describe("decisionToldFrom", () => {
  test("knows a decision about one, which has a sentence of its own", () => {
    expect(decisionToldFrom({ decided: "1795435200000" })).toEqual({ decidedAt: 1795435200000, told: null });
  });

  test("finds nothing to take back in what is no moment", () => {
    for (const decided of [undefined, "", "-1", "1.5", "soon", ["1", "2"], "1e400"])
      expect(decisionToldFrom({ decided })).toBeNull();
  });
});
