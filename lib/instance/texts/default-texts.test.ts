import { expect, test } from "vitest";
import { defaultTexts } from "./default-texts";
import { documentInput, documentKinds } from "./input";

test.each(documentKinds)("our own %s name the server in both languages, and how to reach it", (kind) => {
  const texts = defaultTexts(kind, {
    name: "Bells *&* co",
    host: "bells.example",
    contact: "us@bells.example",
  });
  for (const { html } of Object.values(texts)) {
    expect(html).toContain("Bells *&amp;* co");
    expect(html).toContain("bells.example");
    expect(html).toContain('href="mailto:us@bells.example"');
    expect(html).not.toMatch(/undefined|\{|<h2/);
  }
  const silent = defaultTexts(kind, { name: "Bells", host: "bells.example", contact: "" });
  expect(silent.fr.html).not.toContain("mailto:");
});

test.each([
  [{ mode: "own" }, "text_en", "document_text_missing"],
  [{ mode: "link" }, "url", "document_link_missing"],
  [{ mode: "link", url: "javascript:alert(1)" }, "url", "document_link_not_valid"],
  [{ kind: "privacy", mode: "none" }, "mode", "choose_one"],
])("a document like %j is refused", (typed, field, reason) => {
  const { error } = documentInput.safeParse({ kind: "terms", ...typed });
  expect(error?.issues).toContainEqual(expect.objectContaining({ path: [field], message: reason }));
});
