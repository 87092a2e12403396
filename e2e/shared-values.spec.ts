import { tiesBetween } from "./support/shared-values";
import { expect, test } from "./support/test";

test("finds what would tie them, also where it is hidden", () => {
  const id = "0193b6a4-8c1d-7f3e-9a2b-5d6e7f8091a2";
  const later = "0193b6a4-8c7f-7aaa-8bbb-0123456789ab";
  const planted: [name: string, one: string, other: string, found: string][] = [
    ["an id in a comment", `<b>One</b><!-- ${id} -->`, `<i>Other</i><!--${id}-->`, id],
    ["two ids of one second", `"${id}"`, `"${later}"`, "time 1733936057"],
    ["an ETag", 'etag: "Qm9ubmllLUNseWRlMTIz"', 'etag: W/"Qm9ubmllLUNseWRlMTIz"', "Qm9ubmllLUNseWRlMTIz"],
    ["the name of a file", '<img src="/media/k3v9x2m4-96.webp">', "src=/media/k3v9x2m4-256.webp", "k3v9x2m4"],
    ["an address in base64", btoa("ada@example.org wrote"), btoa("by ada@example.org!"), "ada@example.org"],
    ["a word in hexadecimal", `x=${hex("bell tower")}`, `y=${hex("the bell is here")}`, "bell"],
    ["a zone in a payload", '["zone","Pacific\\u002fChatham"]', "TZID=Pacific/Chatham", "chatham"],
    ["a header of a mail", "X-Account: 4711-0815\r\n", "X-Account: 4711-0815\r\n", "4711-0815"],
    [
      "one moment, told in two ways",
      "DTSTAMP:20261123T081530Z",
      "2026-11-23T09:15:30+01:00",
      "time 1795421730",
    ],
    ["a key", `"${keyOf("Xk2/a+mQ")}"`, `<pre>${keyOf("Xk2/a+mQ")}</pre>`, "Xk2_a_mQfQIDAQAB"],
    ["what an address carries", "?by=ada%40bells.example", "mailto:ada@bells.example", "bells"],
  ];
  for (const [name, one, other, found] of planted) {
    const ties = tiesBetween([{ from: "a", text: one }], [{ from: "b", text: other }], []);
    expect(
      ties.map(({ value }) => value),
      name,
    ).toContain(found.toLowerCase());
    const common = [{ from: "stranger", text: `${one} ${other}` }];
    expect(tiesBetween([{ from: "a", text: one }], [{ from: "b", text: other }], common), name).toEqual([]);
  }
});

test("finds nothing in what is different, or alike by chance", () => {
  const one =
    'id 5b1e3a52-4f4f-4c2a-9d3e-1f2e3d4c5b6a, 1234 of 2026, "/media/k3v9x2m4p7.webp" 33:I["a"] "avatar-3" 2026-11-23T08:15:30.469Z';
  const other =
    'id 6c2f4b63-4f4f-4c2a-8e4f-2a3f4e5d6c7b, 1234 of 2026, "/media/p8q2r5s9t3.webp" 33:I["b"] "avatar-3" 2026-11-23T09:20:41.469Z';
  const ties = tiesBetween(
    [{ from: "a", text: one }],
    [{ from: "b", text: other }],
    [{ from: "c", text: "media webp avatar" }],
  );
  expect(ties).toEqual([]);
  const keys = [keyOf("Xk2/a+mQ"), keyOf("b9Zw+c/r")].map((text) => [{ from: "actor", text }] as const);
  expect(tiesBetween([...keys[0]!], [...keys[1]!], [])).toEqual([]);
});

/** The end of a key in PEM, as JSON has it: the last line of all keys of 2,048 bits is alike but for a byte. */
function keyOf(own: string): string {
  return `-----BEGIN PUBLIC KEY-----\\n${own}\\nfQIDAQAB\\n-----END PUBLIC KEY-----\\n`;
}

function hex(text: string): string {
  return Buffer.from(text).toString("hex");
}
