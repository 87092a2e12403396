import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { doors } from "./testing/doors";

test("every page and every method of every route handler has a row in the table of doors, and no row is left over", () => {
  expect(new Set(Object.keys(doors))).toEqual(new Set([...pages(), ...methods()]));
});

/** A page that is kept for visitors is the same door as that of members at its address. */
function pages(): string[] {
  return filesCalled("page.tsx").map(
    (file) => `page ${addressOf(file).replace(/^\/[mv]\/\[\w+\]/, "") || "/"}`,
  );
}

function methods(): string[] {
  return filesCalled("route.ts").flatMap((file) => {
    const exported = readFileSync(file, "utf8").matchAll(
      /export (?:const|async function|function) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g,
    );
    const names = [...exported].map(([, method]) => `${method} ${addressOf(file)}`);
    if (names.length === 0)
      throw new Error(`${file} exports its methods in a way that this test does not read`);
    return names;
  });
}

/** In folders like `.well-known` as well. */
function filesCalled(name: string): string[] {
  const all = readdirSync("app", { recursive: true, encoding: "utf8" });
  return all.filter((file) => file.endsWith(`/${name}`)).map((file) => `app/${file}`);
}

/** The path that the app router makes of a file: groups of files are not in it. */
function addressOf(file: string): string {
  return file
    .replace(/^app/, "")
    .replace(/\/(?:page\.tsx|route\.ts)$/, "")
    .replace(/\/\([^)]+\)/g, "");
}
