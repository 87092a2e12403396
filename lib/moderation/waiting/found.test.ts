import { describe, expect, test } from "vitest";
import { z } from "zod";
import { safetySettings } from "@/lib/instance/safety-settings";
import { findIn } from "./found";

const settings = z.object(safetySettings).parse({
  mostLinks: 1,
  linksAfterDays: 30,
  wordRules: [
    { id: "a", pattern: "casino*", scope: "all", outcome: "hold" },
    { id: "b", pattern: "raffle", scope: "events", outcome: "hold" },
  ],
});
const links = '<p><a href="https://one.example">one</a> <a href="https://two.example">two</a></p>';

describe("findIn", () => {
  test("names the rules that speak about it, as they were typed", () => {
    const said = {
      text: "A c.a.s.i.n.o and a raffle",
      html: "<p>A c.a.s.i.n.o and a raffle</p>",
      isLocal: true,
    };
    expect(findIn(settings, { ...said, scope: "events" })).toEqual({
      patterns: ["casino*", "raffle"],
      hasLinks: false,
    });
    expect(findIn(settings, { ...said, scope: "comments" }).patterns).toEqual(["casino*"]);
  });

  test("counts links, and tells nothing of how old an account is", () => {
    const said = { scope: "comments" as const, text: "", isLocal: true };
    expect(findIn(settings, { ...said, html: links })).toEqual({ patterns: [], hasLinks: true });
    const one = '<p><a href="https://one.example">one</a></p>';
    expect(findIn(settings, { ...said, html: one })).toEqual({ patterns: [], hasLinks: false });
  });
});
