import fc from "fast-check";
import { expect, test } from "vitest";
import { html, lines } from "./html";

test("escapes texts and leaves markup", () => {
  const inner = html`<em>${"a < b"}</em>`;
  expect(html`<p title="${`"'`}">${inner}${[inner, inner]}${undefined}${3}</p>`.html).toBe(
    '<p title="&quot;&#39;"><em>a &lt; b</em><em>a &lt; b</em><em>a &lt; b</em>3</p>',
  );
});

test("a text of several lines is broken where it was", () => {
  expect(html`${lines("a\n\n<b>")}`.html).toBe("a<br><br>&lt;b&gt;");
});

test("no text opens or closes anything", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => !/[<>"']/.test(html`${text}`.html)));
});
