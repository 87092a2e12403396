export type Price = { price: string; priceCurrency?: string };

const free = /^(?:free|free of charge|free entry|gratuit|entrée libre|gratis|kostenlos|eintritt frei)[.!]?$/i;
const currencies: Record<string, string> = { "€": "EUR", "£": "GBP", euro: "EUR", euros: "EUR" };
const unit = "(€|£|euros?|[A-Z]{3})";
const amount = "(\\d{1,6}(?:[.,]\\d{1,2})?)";
const before = new RegExp(`^${unit}\\s?${amount}$`);
const after = new RegExp(`^${amount}\\s?${unit}$`);

/** One plain price out of what the organiser wrote about it; null for anything that needs reading ("5 € to 12 €"). */
export function priceOf(note: string): Price | null {
  const text = note.trim();
  if (free.test(text)) return { price: "0" };
  const [, first, second] = before.exec(text) ?? [];
  const [, value = second, name = first] = after.exec(text) ?? [];
  if (!value || !name) return null;
  return { price: value.replace(",", "."), priceCurrency: currencies[name] ?? name };
}
