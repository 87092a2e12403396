import { patterns } from "./patterns";
import { fnv1a, randomFrom } from "./random";

export type Ink = "a" | "b" | "c" | "ground";

export type PosterPath = {
  d: string;
  fill?: Ink;
  stroke?: Ink;
  width?: number;
  dash?: string;
  transform?: string;
};

export type Poster = { palette: number; paths: PosterPath[] };

export const posterSize = { width: 720, height: 302 };

/** Which colours a kind of event wears most of the time: bell, meadow, plum, night, marigold, sky. */
const palettes: Record<string, number> = {
  ARTS: 2,
  AUTO_BOAT_AIR: 5,
  BOOK_CLUBS: 4,
  BUSINESS: 5,
  CAUSES: 2,
  COMEDY: 4,
  COMMUNITY: 0,
  CRAFTS: 4,
  FAMILY_EDUCATION: 1,
  FASHION_BEAUTY: 2,
  FILM_MEDIA: 3,
  FOOD_DRINK: 0,
  GAMES: 5,
  HEALTH: 1,
  LANGUAGE_CULTURE: 4,
  LEARNING: 5,
  LGBTQ: 2,
  MOVEMENTS_POLITICS: 0,
  MUSIC: 3,
  OUTDOORS_ADVENTURE: 1,
  PARTY: 3,
  PERFORMING_VISUAL_ARTS: 2,
  PETS: 1,
  PHOTOGRAPHY: 5,
  SCIENCE_TECH: 5,
  SPIRITUALITY_RELIGION_BELIEFS: 2,
  SPORTS: 1,
  THEATRE: 3,
};

/** The same seed gives the same poster for ever; the category only leans the colours its way. */
export function posterOf(seed: string, category?: string): Poster {
  const random = randomFrom(fnv1a(seed));
  const own = palettes[category ?? ""];
  const any = Math.floor(random() * 6);
  const palette = own === undefined || random() < 0.25 ? any : own;
  const pattern = patterns[Math.floor(random() * patterns.length)];
  return { palette, paths: pattern ? pattern(random) : [] };
}
