import { expect, test } from "vitest";
import { detectLanguage } from "./language";

test.each([
  ["en", "Repair café. Bring what is broken, and we mend it together with you."],
  ["fr", "Café réparation. Apportez ce qui est cassé, et nous le réparons avec vous dans la grande salle."],
  [
    "de",
    "Reparaturcafé. Bringt mit, was kaputt ist, und wir reparieren es zusammen mit euch im großen Saal.",
  ],
  ["es", "Café de reparación. Trae lo que está roto y lo reparamos con todos los vecinos en la sala."],
  [
    "it",
    "Caffè delle riparazioni. Portate quello che è rotto e lo ripariamo insieme con gli altri nella sala.",
  ],
  [
    "nl",
    "Repaircafé. Neem mee wat kapot is, en wij maken het samen met je in de grote zaal van het buurthuis.",
  ],
  ["pt", "Café de reparos. Traga o que não funciona e nós consertamos com você na sala dos vizinhos."],
])("%s is told from what stands there", (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test.each([
  ["nothing", ""],
  ["too little", "Repair café"],
  ["numbers and signs", "19:00 · 20 € 🎉🎉🎉"],
  ["another script", "Ремонтное кафе. Принесите то, что сломано."],
  ["a language that we do not know", "Naprawiamy razem zepsute rzeczy. Przynieście swoje lampy i rowery."],
  [
    "two languages, as long as each other",
    "Bring what is broken and we mend it with you. Apportez ce qui est cassé et nous le réparons avec vous.",
  ],
])("says that it cannot tell: %s", (_what, text) => {
  expect(detectLanguage(text)).toBe("und");
});
