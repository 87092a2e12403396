import type { Context } from "@/lib/core/context";
import { eventRulesInput, retentionBounds, sourcesInput } from "@/lib/instance/defaults/input";
import { setEventRules, setRetention, setSources } from "@/lib/instance/defaults/set-defaults";
import { accentsInput, lookPicturesInput } from "@/lib/instance/look/input";
import { setAccents } from "@/lib/instance/look/set-accents";
import { readInstance } from "@/lib/instance/settings";
import { setLookPictures } from "@/lib/media/look/set-pictures";
import { drawing } from "@/lib/media/testing/pictures";
import { saveDefaultPlace } from "../default-place";

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
  setEventRules: (ctx: Context) =>
    setEventRules(
      ctx,
      eventRulesInput.parse({ eventMakers: "staff", eventMakersDays: "7", pictureMegabytes: "3" }),
    ),
  setDefaultPlace: (ctx: Context) =>
    saveDefaultPlace(ctx, { defaultZone: "Europe/Paris", placeName: "", placeKm: 50 }, "en"),
  setRetention: async (ctx: Context) =>
    setRetention(ctx, { ...(await readInstance(ctx.db)), keepMailDays: retentionBounds.keepMailDays[0] }),
  setSources: (ctx: Context) =>
    setSources(
      ctx,
      sourcesInput.parse({
        maps: "none",
        mapTiles: "",
        mapAttribution: "",
        geocoder: "none",
        geocoderUrl: "",
      }),
    ),
};
