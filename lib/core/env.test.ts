import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readSettings, type Settings, settingNames } from "./env";

describe("readSettings", () => {
  test("needs nothing at all", () => {
    expect(settings({})).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", ORIGIN: "http://localhost:3000" });
  });

  test("takes an empty value for none", () => {
    expect(settings({ PORT: "", DATABASE_URL: "  " })).toMatchObject({ PORT: 3000 });
    expect(settings({ DATABASE_URL: "" }).DATABASE_URL).toBeUndefined();
  });

  test("makes the origin and the sender follow from what is given", () => {
    expect(settings({ PORT: "8080" }).ORIGIN).toBe("http://localhost:8080");
    expect(settings({ ORIGIN: "https://Bells.example.org/" })).toMatchObject({
      ORIGIN: "https://bells.example.org",
      MAIL_FROM: "Carillon <carillon@bells.example.org>",
    });
  });

  test.each([
    ["PORT", "eighty", /"eighty".*1 to 65535/],
    ["PORT", "70000", /1 to 65535/],
    ["ORIGIN", "https://example.org/events", /without a path/],
    ["ORIGIN", "example.org", /https:\/\//],
    ["WORKER", "yes", /on, off/],
    ["GEOCODER", "google", /none, nominatim, photon, addok/],
    ["MAP_TILES", "https://tile.example.org/map.png", /\{z\}\/\{x\}\/\{y\}/],
    ["MAP_TILES", "https://{s}.tile.example.org/{z}/{x}/{y}.png", /\{z\}\/\{x\}\/\{y\}/],
    ["MAIL_FROM", "Carillon", /Carillon <events@example.org>/],
    ["HOST", "http://0.0.0.0", /127\.0\.0\.1/],
  ])("names %s=%s and says what to write", (name, value, advice) => {
    const [problem, ...rest] = problems({ [name]: value });
    expect(rest).toEqual([]);
    expect(problem).toContain(name);
    expect(problem).toMatch(advice);
  });

  test.each(["DATABASE_URL", "SMTP_URL", "SECRET", "RESEND_API_KEY", "METRICS_TOKEN"])(
    "does not repeat the value of %s",
    (name) => {
      const [problem] = problems({ [name]: "hunter2" });
      expect(problem).toContain(name);
      expect(problem).not.toContain("hunter2");
    },
  );

  test("tells everything that is wrong at once", () => {
    expect(problems({ PORT: "x", WORKER: "y" })).toHaveLength(2);
  });
});

test.each(["docs/administration.md", ".env.example"])("%s names every setting, and no other", (file) => {
  const text = readFileSync(file, "utf8");
  const named = text.matchAll(file.endsWith(".md") ? /^\| `([A-Z_]+)`/gm : /^#? ?([A-Z_]+)=/gm);
  expect([...named].map((match) => match[1]).sort()).toEqual([...settingNames].sort());
});

function settings(source: Record<string, string>): Settings {
  const result = readSettings(source);
  if ("problems" in result) throw new Error(result.problems.join("\n"));
  return result.settings;
}

function problems(source: Record<string, string>): string[] {
  const result = readSettings(source);
  return "problems" in result ? result.problems : [];
}
