import type { Told } from "@/db/schema/pending-updates";

/** Metres. Nearer than that people find it all the same. */
const A_FEW_STEPS = 100;

const METRES_PER_DEGREE = 111_195;

/**
 * Whether people who come must hear that this is another than they knew. A pin or a country that is added says more of
 * the same place; one that is moved or replaced says another.
 */
export function differsInWhatIsTold(name: keyof Told, before: Told, now: Told): boolean {
  if (name === "latitude" || name === "longitude") return metresBetween(before, now) > A_FEW_STEPS;
  if (name === "country")
    return before.country !== "" && now.country !== "" && before.country !== now.country;
  return before[name] !== now[name];
}

/** As the crow flies, near enough for what is near; 0 where one of the two has no pin. */
function metresBetween(one: Told, other: Told): number {
  const degrees = [one.latitude, one.longitude, other.latitude, other.longitude];
  if (degrees.includes(null)) return 0;
  const [north, east, otherNorth, otherEast] = degrees.map(Number) as [number, number, number, number];
  const around = Math.abs(east - otherEast);
  const width = Math.min(around, 360 - around) * Math.cos((((north + otherNorth) / 2) * Math.PI) / 180);
  return Math.hypot(north - otherNorth, width) * METRES_PER_DEGREE;
}
