import { describe, expect, test } from "vitest";
import { type BlockList, MAX_LIST_BYTES } from "./input";
import { readBlockList } from "./read-list";

const addresses = (text: string, list: BlockList = "blocked_accounts") =>
  readBlockList(text, list).named.map(({ handle, domain }) => `${handle}@${domain}`);

const refused = (reason: string) => expect.objectContaining({ fieldErrors: { file: [reason] } });

describe("readBlockList", () => {
  test("reads what Mastodon exports, with a byte order mark, quotes and other ends of lines", () => {
    expect(addresses("rosa@bells.example\nAda@Far.Example\n")).toEqual([
      "rosa@bells.example",
      "Ada@far.example",
    ]);
    expect(
      addresses(
        '\uFEFFAccount address,Hide notifications\r\n"rosa@bells.example",true\r\n',
        "muted_accounts",
      ),
    ).toEqual(["rosa@bells.example"]);
    expect(addresses("Bells.Example\r\n\r\nx.example:8443\r\nbells.example", "blocked_domains")).toEqual([
      "@bells.example",
      "@x.example:8443",
    ]);
    expect(addresses("#domain,#severity\na.example,silence\n", "blocked_domains")).toEqual(["@a.example"]);
  });

  test("takes off what people and spreadsheets put before an address", () => {
    expect(addresses("@rosa@bells.example\n'-odd@bells.example\n'=odd@bells.example")).toEqual([
      "rosa@bells.example",
      "-odd@bells.example",
      "=odd@bells.example",
    ]);
  });

  test("names what it cannot read, with its line, and no more of it than a page shows", () => {
    const text = `rosa@bells.example\nnobody\n=HYPERLINK("x")\na b@c.example\nx@y@z.example\nro\0sa@bells.example\n${"x".repeat(300)}\n${"y".repeat(300)}@far.example`;
    const { named, notValid } = readBlockList(text, "blocked_accounts");
    expect(named).toEqual([{ handle: "rosa", domain: "bells.example" }]);
    expect(notValid.map(({ line }) => line)).toEqual([2, 3, 4, 5, 7, 8]);
    expect(Math.max(...notValid.map(({ text }) => text.length))).toBe(60);
    const long = `${"a".repeat(290)}.example`;
    expect(readBlockList(`${long}\n-\n\0\n../etc`, "blocked_domains").named).not.toContainEqual({
      handle: "",
      domain: long,
    });
  });

  test("refuses what is empty, too long, or another list", () => {
    for (const empty of ["", "\n \r\n", "Account address,Hide notifications\n"])
      expect(() => readBlockList(empty, "muted_accounts")).toThrow(refused("block_list_empty"));
    const line = "x".repeat(10 * MAX_LIST_BYTES);
    expect(() => readBlockList(line, "blocked_accounts")).toThrow(refused("block_list_too_long"));
    const many = Array.from({ length: 5001 }, (_, n) => `a${n}@far.example`).join("\n");
    expect(() => readBlockList(many, "blocked_accounts")).toThrow(refused("block_list_too_long"));
    expect(addresses(many.slice(0, many.lastIndexOf("\n")))).toHaveLength(5000);
    for (const [head, list] of [
      ["Account address,Hide notifications", "blocked_accounts"],
      ["Account address,Show boosts,Notify on new posts,Languages", "muted_accounts"],
      ["Account address", "blocked_domains"],
      ["#domain", "blocked_accounts"],
    ] as const)
      expect(() => readBlockList(`${head}\na@b.example\n`, list)).toThrow(
        refused("block_list_of_another_kind"),
      );
  });

  test("reads a whole file of quotes that nobody closed", () => {
    const quotes = '"a,""'.repeat(200_000);
    expect(readBlockList(quotes.slice(0, MAX_LIST_BYTES), "blocked_accounts").named).toEqual([]);
    expect(readBlockList('"'.repeat(MAX_LIST_BYTES), "blocked_accounts").named).toEqual([]);
  });
});
