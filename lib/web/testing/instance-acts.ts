import type { Context } from "@/lib/core/context";
import { accentsInput, lookPicturesInput } from "@/lib/instance/look/input";
import { setAccents } from "@/lib/instance/look/set-accents";
import { setLookPictures } from "@/lib/media/look/set-pictures";
import { drawing } from "@/lib/media/testing/pictures";

const logo = drawing(300, 60).png().toBuffer();

/** What administrators decide about the server itself. */
export const instanceActs = {
  setAccents: (ctx: Context) =>
    setAccents(ctx, accentsInput.parse({ accentLight: "#2a4f8f", accentDark: "" })),
  setLookPictures: async (ctx: Context) =>
    setLookPictures(
      ctx,
      lookPicturesInput.parse({ logo: new File([new Uint8Array(await logo)], "logo.png") }),
    ),
};
