import { describe, expect, test, vi } from "vitest";
import { readSettings, type Settings } from "@/lib/core/env";
import { judgeClock } from "./clock";
import { judgeDatabase } from "./database";
import { judgeRoom } from "./disk";
import { doctor } from "./doctor";
import { type Finding, toldFinding } from "./finding";
import { checkMail } from "./mail";
import { judgeSettings } from "./settings";

function settingsOf(source: Record<string, string>): Settings {
  const result = readSettings(source);
  if ("problems" in result) throw new Error(result.problems.join());
  return result.settings;
}

const states = (found: Finding[]) => found.map(({ state }) => state);
const open = { ORIGIN: "https://events.example.org" };

describe("settings", () => {
  test("are fine for a public server as they are", () => {
    expect(states(judgeSettings(settingsOf(open)))).toEqual(["ok"]);
  });

  test("are told where they make a server that others cannot use, or can misuse", () => {
    expect(states(judgeSettings(settingsOf({})))).toEqual(["warn"]);
    expect(states(judgeSettings(settingsOf({ ORIGIN: "http://events.example.org" })))).toEqual(["fail"]);
    const loose = { ...open, ALLOW_PRIVATE_NETWORK: "on", SIGN_UP_DELAY: "0" };
    expect(states(judgeSettings(settingsOf(loose)))).toEqual(["warn", "warn"]);
  });
});

test("a disk is told before it is full", () => {
  const statesOf = [50e9, 1e9, 0.1e9].map((free) => judgeRoom("/data", free).state);
  expect(statesOf).toEqual(["ok", "warn", "fail"]);
});

test("a database is one that Carillon can live with", () => {
  const good = { version: "17.2 (Debian)", encoding: "UTF8", missing: [], behind: 0 };
  expect(judgeDatabase(good).state).toBe("ok");
  expect(judgeDatabase({ ...good, version: "14.9" })).toMatchObject({
    state: "fail",
    todo: expect.stringContaining("15"),
  });
  expect(judgeDatabase({ ...good, encoding: "SQL_ASCII" }).state).toBe("fail");
  expect(judgeDatabase({ ...good, missing: ["pg_trgm"] })).toMatchObject({ state: "fail" });
  expect(judgeDatabase({ ...good, missing: ["pg_trgm"], behind: 1 })).toMatchObject({ state: "warn" });
});

test("a clock may be a little off, and wants to be kept", () => {
  const judged = (apart: number, isKept: boolean | null) => judgeClock({ apart, isKept }).state;
  expect([judged(100, true), judged(100, null), judged(100, false)]).toEqual(["ok", "ok", "warn"]);
  expect([judged(3_000, true), judged(20_000, true)]).toEqual(["warn", "fail"]);
  const behind = (milliseconds: number) => judgeClock({ apart: 0, isKept: null, behind: milliseconds }).state;
  expect([behind(-1_000), behind(1_000), behind(3_600_000)]).toEqual(["ok", "ok", "fail"]);
});

describe("mail", () => {
  test("needs a way out where others come", async () => {
    expect(await checkMail(settingsOf({}))).toMatchObject({ state: "warn" });
    expect(await checkMail(settingsOf(open))).toMatchObject({ state: "fail" });
    expect(await checkMail(settingsOf({ ...open, RESEND_API_KEY: "re_12345678" }))).toMatchObject({
      state: "ok",
    });
  });

  test("says when nobody listens, and never the password", async () => {
    const found = await checkMail(settingsOf({ ...open, SMTP_URL: "smtp://vera:s3cret@127.0.0.1:1" }));
    expect(found).toMatchObject({ state: "fail", text: expect.stringContaining("127.0.0.1") });
    expect(toldFinding(found)).not.toMatch(/s3cret|vera/);
  });
});

test("a finding is told with what to do, below it", () => {
  const finding: Finding = { about: "disk", state: "warn", text: "It is small.", todo: "Buy one." };
  expect(toldFinding(finding)).toBe("warn  disk       It is small.\n                 → Buy one.");
});

test("settings that cannot be read are told one by one, and nothing is looked at with them", async () => {
  vi.stubEnv("PORT", "0");
  vi.stubEnv("WORKER", "maybe");
  const said: string[] = [];
  const run = { signal: new AbortController().signal, atEnd: () => {} };
  await expect(doctor(run, (text) => said.push(text))).rejects.toThrow("2 things must be put right.");
  expect(said.map((text) => text.slice(0, 14))).toEqual(["fail  settings", "fail  settings"]);
  expect(said.join()).toMatch(/PORT.*WORKER/s);
  vi.unstubAllEnvs();
});
