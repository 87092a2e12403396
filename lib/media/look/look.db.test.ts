import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { instancePictures } from "@/db/schema/instance-pictures";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Role } from "@/lib/core/context";
import { ourAccents } from "@/lib/core/look/accent";
import { accentsInUse, rememberAccents } from "@/lib/core/look/in-use";
import { readFrame } from "@/lib/instance/frame";
import { accentsInput, lookPicturesInput } from "@/lib/instance/look/input";
import { setAccents } from "@/lib/instance/look/set-accents";
import { hearName } from "@/lib/instance/name";
import { updateInstance } from "@/lib/instance/settings";
import { drawing } from "../testing/pictures";
import { findLookPicture } from "./find-picture";
import { setLookPictures } from "./set-pictures";

async function accountOf(db: Database, role: Role = "administrator") {
  const { id: accountId } = await createAccount(db, { role });
  return { db, actor: { kind: "account", accountId, role } as const, now };
}

const sent = (values: Record<string, unknown>) => lookPicturesInput.parse(values);
const file = (bytes: Uint8Array | string) => new File([bytes as Uint8Array<ArrayBuffer>], "file");
const picture = async (width: number, height: number) => file(await drawing(width, height).png().toBuffer());

describe("setLookPictures", () => {
  test("draws logo and icon anew, once and again, and goes back to ours", async ({ db }) => {
    const vera = await accountOf(db);
    await setLookPictures(vera, sent({ logo: await picture(1200, 300), icon: await picture(300, 200) }));
    const { look } = await readFrame(db);
    expect(look).toMatchObject({ logo: { width: 480, height: 120 }, logoDark: null, icon: { width: 512 } });
    const names = (await db.select().from(instancePictures)).map(({ name }) => name).sort();
    expect(names).toEqual(["icon-180", "icon-192", "icon-32", "icon-512", "logo"]);
    const png = Buffer.from("\x89PNG", "latin1");
    const stored = await findLookPicture(db, "logo", look.logo!.digest);
    expect(stored?.subarray(0, 4)).toEqual(png);

    await setLookPictures(vera, sent({ logo: await picture(90, 90), removeLogo: "on" }));
    expect((await readFrame(db)).look.logo).toMatchObject({ width: 90, height: 90 });
    expect(await findLookPicture(db, "logo", look.logo!.digest)).toBeNull();
    expect((await readFrame(db)).look.icon).toEqual(look.icon);

    await setLookPictures(vera, sent({ removeLogo: "on", removeIcon: "on" }));
    expect((await readFrame(db)).look).toMatchObject({ logo: null, icon: null });
    expect(await db.$count(instancePictures)).toBe(0);
  });

  test("tells what it cannot take, at the field, and changes nothing", async ({ db }) => {
    const vera = await accountOf(db);
    const svg = file('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>');
    const refused = (field: string, reason: string) => ({ fieldErrors: { [field]: [reason] } });
    for (const [field, upload, reason] of [
      ["logo", svg, "picture_is_svg"],
      ["icon", file("hello"), "picture_not_readable"],
      ["logoDark", file(new Uint8Array(10 * 1024 * 1024 + 1)), "picture_too_large"],
    ] as const)
      await expect(setLookPictures(vera, sent({ [field]: upload }))).rejects.toMatchObject(
        refused(field, reason),
      );
    await updateInstance(vera, { pictureMegabytes: 1 });
    await expect(
      setLookPictures(vera, sent({ logo: file(new Uint8Array(1024 * 1024 + 1)) })),
    ).rejects.toMatchObject(refused("logo", "picture_too_large"));
    expect(await db.$count(instancePictures)).toBe(0);
  });

  test("is for administrators alone", async ({ db }) => {
    const logo = await picture(90, 90);
    await expect(setLookPictures(await accountOf(db, "moderator"), sent({ logo }))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

test("administrators choose colours that can be read, and ours again", async ({ db }) => {
  const typed = (accentLight: string, accentDark = "") => accentsInput.safeParse({ accentLight, accentDark });
  const reasons = (result: ReturnType<typeof typed>) => result.error?.issues.map(({ message }) => message);
  expect(reasons(typed("#f2b33d"))).toEqual(["accent_too_light"]);
  expect(reasons(typed("", "#2a4f8f"))).toEqual(["accent_too_dark"]);
  expect(reasons(typed("marigold"))).toEqual(["color_not_valid"]);

  await setAccents(await accountOf(db), typed("2A4F8F").data!);
  expect((await readFrame(db)).look).toMatchObject({ accentLight: "#2a4f8f", accentDark: null });
  await expect(setAccents(await accountOf(db, "member"), typed("").data!)).rejects.toMatchObject({
    code: "forbidden",
  });
  rememberAccents({ accentLight: null, accentDark: null });
  await hearName(db);
  expect(accentsInUse()).toEqual({ light: "#2a4f8f", dark: ourAccents.dark });
  await setAccents(await accountOf(db), typed("").data!);
  expect((await readFrame(db)).look.accentLight).toBeNull();
  expect(accentsInUse()).toEqual(ourAccents);
});
