import { randomInt } from "node:crypto";

/** No 0, 1, l, o, i: people read these aloud and copy them from paper. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** An unguessable public id. 31 letters: 14 of them are 69 bits, which tell neither time nor order. */
export function randomSlug(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}
