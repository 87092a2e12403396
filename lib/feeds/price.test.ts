import { expect, test } from "vitest";
import { priceOf } from "./price";

test.each([
  ["5 €", { price: "5", priceCurrency: "EUR" }],
  ["€5", { price: "5", priceCurrency: "EUR" }],
  ["12,50 €", { price: "12.50", priceCurrency: "EUR" }],
  ["CHF 20", { price: "20", priceCurrency: "CHF" }],
  ["8 euros", { price: "8", priceCurrency: "EUR" }],
  ["Free", { price: "0" }],
  ["Entrée libre", { price: "0" }],
])("%j is one price", (note, price) => expect(priceOf(note)).toEqual(price));

test.each(["", "5 € to 12 €", "pay what you can", "$5", "5", "free for members", "1234567 EUR"])(
  "%j needs reading",
  (note) => expect(priceOf(note)).toBeNull(),
);
