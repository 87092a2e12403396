"use server";

import { listPreviewPath } from "@/lib/core/moderation-paths";
import { paths } from "@/lib/core/paths";
import { setFederationMode } from "@/lib/instance/federation";
import { federationModeInput, serverListInput } from "@/lib/instance/input";
import { keepList } from "@/lib/instance/kept-list";
import { action } from "@/lib/web/action";

export const setFederationModeAction = action(
  federationModeInput,
  async (ctx, input) => {
    await setFederationMode(ctx, input);
    return { to: `${paths.serverLists}?notice=federation_saved` };
  },
  { as: "account" },
);

export const keepListAction = action(
  serverListInput,
  async (ctx, input) => ({ to: listPreviewPath(await keepList(ctx, input)) }),
  { as: "account", limit: { name: "keep list", max: 60, minutes: 60 } },
);
