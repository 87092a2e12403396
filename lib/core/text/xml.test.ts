import fc from "fast-check";
import { parseDocument } from "htmlparser2";
import { expect, test } from "vitest";
import { escapeXml } from "./xml";

test("escapeXml keeps text, and leaves out what XML cannot write", () => {
  expect(escapeXml(`Fish & <chips> "now" at Ada's`)).toBe(
    "Fish &amp; &lt;chips&gt; &quot;now&quot; at Ada&#39;s",
  );
  expect(escapeXml("\u0000a\u000bb\ufffec\ud800d\u{1f389}")).toBe("abcd\u{1f389}");
});

test("whatever people write, nothing of it becomes an element", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const [root] = parseDocument(`<a>${escapeXml(text)}</a>`, { xmlMode: true }).children;
      const children = root && "children" in root ? root.children : [];
      expect(children.every(({ type }) => type === "text")).toBe(true);
    }),
  );
});
