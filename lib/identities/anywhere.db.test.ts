import { describe, expect } from "vitest";
import { createIdentity, createRemoteActor } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { findProfileAnywhere } from "./anywhere";

describe("findProfileAnywhere", () => {
  test("finds whoever is of this server by their name, with or without it", async ({ db }) => {
    const ada = await createIdentity(db, { handle: "ada_anywhere" });
    for (const address of ["ada_anywhere", "Ada_Anywhere", "ada_anywhere@localhost:3000"])
      expect(await findProfileAnywhere(db, address)).toMatchObject({ id: ada.id, remote: null });
  });

  test("finds whoever is known of another server, and takes nobody for somebody else", async ({ db }) => {
    const noor = await createRemoteActor(db, { handle: "Noor", domain: "bells.example:8443" });
    await createRemoteActor(db, { handle: "noor", domain: "far.example" });

    const found = await findProfileAnywhere(db, "Noor@Bells.example:8443");
    expect(found).toMatchObject({ id: noor.id, remote: { url: noor.uri } });
    expect(await findProfileAnywhere(db, "noor")).toBeNull();
    expect(await findProfileAnywhere(db, "noor@nowhere.example")).toBeNull();
  });

  test("does not find whoever is gone", async ({ db }) => {
    await createRemoteActor(db, { handle: "gone", domain: "bells.example", deletedAt: new Date() });
    expect(await findProfileAnywhere(db, "gone@bells.example")).toBeNull();
  });
});
