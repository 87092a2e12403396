"use server";

import { paths } from "@/lib/core/paths";
import { accentsInput, lookPicturesInput } from "@/lib/instance/look/input";
import { setAccents } from "@/lib/instance/look/set-accents";
import { setLookPictures } from "@/lib/media/look/set-pictures";
import { action } from "@/lib/web/action";

export const setAccentsAction = action(
  accentsInput,
  async (ctx, input) => {
    await setAccents(ctx, input);
    return { to: `${paths.look}?notice=colors_saved` };
  },
  { as: "account" },
);

export const setLookPicturesAction = action(
  lookPicturesInput,
  async (ctx, input) => {
    await setLookPictures(ctx, input);
    return { to: `${paths.look}?notice=look_pictures_saved` };
  },
  { as: "account" },
);
