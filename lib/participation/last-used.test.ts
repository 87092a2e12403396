import { describe, expect, test } from "vitest";
import { lastUsed } from "./last-used";

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const event = { organizerId: "ada", hostIds: ["rosa"], updatedAt: at(10) };
const joined = (actorId: string, day: number, decided?: number) => ({
  actorId,
  createdAt: at(day),
  decidedAt: decided ? at(decided) : null,
});

describe("lastUsed", () => {
  test("is the identity whose participation changed last", () => {
    const participations = [joined("night", 2, 9), joined("garden", 5)];
    expect(lastUsed(event, { actorIds: ["night", "garden"], participations })).toBe("night");
  });

  test("is the organiser unless another one was used after the event was written", () => {
    const actorIds = ["ada", "night"];
    expect(lastUsed(event, { actorIds, participations: [joined("night", 9)] })).toBe("ada");
    expect(lastUsed(event, { actorIds, participations: [joined("night", 11)] })).toBe("night");
  });

  test("is a host as it is the organiser", () => {
    expect(lastUsed(event, { actorIds: ["rosa", "night"], participations: [joined("night", 9)] })).toBe(
      "rosa",
    );
  });

  test("is nobody where none was used", () => {
    expect(lastUsed(event, { actorIds: ["night"], participations: [] })).toBeNull();
  });
});
