import { globSync, readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { test as base } from "@/db/testing/test";
import type { Act } from "./testing/acts";
import { elsewhere } from "./testing/elsewhere";
import { may, type Role, roles } from "./testing/may";
import { changedBy, fingerprint, tried } from "./testing/may-try";
import { settle } from "./testing/scene";
import { claimless, strangers } from "./testing/strangers";

const refusals = ["forbidden", "unauthenticated", "not_found"];

/** One scene for all of them, in a database that nobody else uses; it must be the same after every act. */
const test = base.extend("stage", { scope: "file" }, async ({ connection: { db } }) => {
  const scene = await settle(db);
  return { db, scene, before: await fingerprint(db) };
});

describe("who may do what", () => {
  for (const act of Object.keys(may) as Act[]) {
    test(`${act}: ${may[act].join(", ")}`, async ({ stage: { db, scene, before } }) => {
      const wrong: Partial<Record<Role, string>> = {};
      for (const role of roles) {
        const outcome = await tried(act, { db, actor: scene.actors[role], scene });
        const isRight = may[act].includes(role) ? outcome === "allowed" : refusals.includes(outcome);
        if (!isRight) wrong[role] = outcome;
      }
      expect(wrong, `only ${may[act].join(", ")} may`).toEqual({});
      expect(await fingerprint(db), "every try was undone").toEqual(before);
    });
  }

  for (const [name, prepare] of Object.entries(strangers)) {
    test(`${name} changes nothing of somebody else's`, async ({ stage: { db, scene } }) => {
      const actors = [scene.actors.anonymous, scene.actors.stranger, scene.actors["moderator's account"]];
      expect(await changedBy(prepare, { db, actors, scene })).toEqual([]);
    });
  }

  test("what is outside the matrix is an act of it, was tried by strangers, or says why not", () => {
    const told = Object.entries(elsewhere).filter(([name, reason]) => {
      const isAct = reason.split(" and ").every((act) => act in may);
      return !isAct && !(name in strangers) && !(name in claimless);
    });
    expect(told).toEqual([]);
  });

  test("every action has a row", () => {
    const files = [...globSync("app/**/actions.ts"), ...globSync("lib/web/*-action.ts")];
    const names = files.flatMap((file) => {
      const source = readFileSync(file, "utf8");
      return [...source.matchAll(/export const (\w+)/g)].map((match) => match[1]!);
    });
    const rows = new Set([...Object.keys(may).map((act) => `${act}Action`), ...Object.keys(elsewhere)]);
    expect(names.filter((name) => !rows.has(name))).toEqual([]);
  });
});
