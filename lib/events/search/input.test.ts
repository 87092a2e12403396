import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchFields, searchPath } from "./address";
import { everything, isNarrowed, readSearch } from "./input";

describe("readSearch", () => {
  test("passes over what makes no sense, and names it", () => {
    const { query, ignored } = readSearch(
      {
        when: "yesteryear",
        radius: "7",
        from: "2026-02-30",
        at: "91,0",
        category: ["MUSIC", "NOISE"],
        page: "0",
        by: "no one",
        q: "jazz",
        unknown: "x",
      },
      [],
    );
    expect(query).toEqual({ ...everything, words: "jazz" });
    expect(ignored.toSorted()).toEqual(["at", "by", "category", "from", "page", "radius", "when"]);
  });

  test("takes empty fields of a form for nothing, and a range that is the wrong way round for one", () => {
    expect(readSearch({ q: "", from: "", category: ["", ""], when: " " }, [])).toEqual({
      query: everything,
      ignored: [],
    });
    expect(readSearch({ from: "2026-03-02", to: "2026-03-01" }, []).query).toMatchObject({
      from: "2026-03-01",
      to: "2026-03-02",
    });
  });

  test("knows the server's own categories, also where their names hold commas", () => {
    const own = ["Choirs", "Repair, reuse"];
    const read = (category: string[]) => readSearch({ category }, own);
    expect(read(["Repair, reuse", "MUSIC"])).toEqual({
      query: { ...everything, categories: ["MUSIC", "Repair, reuse"] },
      ignored: [],
    });
    expect(read(["MUSIC,ARTS"]).query.categories).toEqual(["ARTS", "MUSIC"]);
    expect(read(["Dropped meanwhile"])).toEqual({ query: everything, ignored: ["category"] });
  });

  test("never throws, and what it read has an address that reads the same", () => {
    const keys = [
      "q",
      "place",
      "at",
      "radius",
      "when",
      "from",
      "to",
      "how",
      "category",
      "tag",
      "by",
      "server",
      "page",
      "date",
    ];
    const values = fc.oneof(
      fc.string(),
      fc.array(fc.string()),
      fc.constantFrom(
        "2026-11-26",
        "48.1,-1.6",
        "weekend",
        "online",
        "MUSIC",
        "Choirs",
        "Repair, reuse",
        "3",
        "50",
        "@ada",
        "@rosa@bells.example",
        "here",
      ),
    );
    const own = ["Choirs", "Repair, reuse"];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), values), (params) => {
        const { query } = readSearch(params, own);
        const again: Record<string, string[]> = {};
        for (const [name, value] of searchFields(query)) again[name] = [...(again[name] ?? []), value];
        expect(readSearch(again, own)).toEqual({ query, ignored: [] });
      }),
    );
  });
});

test("an address names what is asked for alone, and a link goes back to the first page", () => {
  expect(searchPath(everything)).toBe("/search");
  const query = {
    ...everything,
    words: "jazz & co",
    page: 3,
    categories: ["MUSIC", "ARTS"],
  };
  expect(searchPath(query, { view: "month" })).toBe(
    "/search?q=jazz+%26+co&view=month&category=MUSIC&category=ARTS",
  );
  expect(searchPath(query, { page: 4 })).toContain("page=4");
  expect([isNarrowed(everything), isNarrowed(query), isNarrowed({ ...everything, page: 2 })]).toEqual([
    false,
    true,
    false,
  ]);
});
