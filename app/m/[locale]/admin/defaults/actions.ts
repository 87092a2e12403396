"use server";

import { getLocale } from "next-intl/server";
import { paths } from "@/lib/core/paths";
import {
  defaultPlaceInput,
  eventRulesInput,
  retentionInput,
  sourcesInput,
} from "@/lib/instance/defaults/input";
import { setEventRules, setRetention, setSources } from "@/lib/instance/defaults/set-defaults";
import { action } from "@/lib/web/action";
import { saveDefaultPlace } from "@/lib/web/default-place";
import { followSources } from "@/lib/web/follow-sources";

const saved = { to: `${paths.defaults}?notice=defaults_saved` };

export const setEventRulesAction = action(
  eventRulesInput,
  async (ctx, input) => {
    await setEventRules(ctx, input);
    return saved;
  },
  { as: "account" },
);

export const setDefaultPlaceAction = action(
  defaultPlaceInput,
  async (ctx, input) => {
    await saveDefaultPlace(ctx, input, await getLocale());
    return saved;
  },
  { as: "account" },
);

export const setRetentionAction = action(
  retentionInput,
  async (ctx, input) => {
    await setRetention(ctx, input);
    return saved;
  },
  { as: "account" },
);

/** From the next page on, maps come from there; other processes hear of it by themselves. */
export const setSourcesAction = action(
  sourcesInput,
  async (ctx, input) => {
    await setSources(ctx, input);
    await followSources();
    return saved;
  },
  { as: "account" },
);
