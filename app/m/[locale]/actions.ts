"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { keepAccount } from "@/lib/accounts/leaving";
import { paths } from "@/lib/core/paths";
import { switchInput } from "@/lib/identities/input";
import { actAs } from "@/lib/web/act-as";
import { action } from "@/lib/web/action";
import { backPath } from "@/lib/web/back-path";
import { forgetUnsent } from "@/lib/web/unsent";

/** From now on this browser acts as another identity of the account; the page stays. */
export const switchIdentityAction = action(
  switchInput,
  async (_ctx, { handle }) => {
    await actAs(handle);
    return { to: backPath(await headers()) };
  },
  { beforeAgreeing: true },
);

/** What could not be sent is done with. */
export const forgetUnsentAction = action(
  z.object({}),
  async () => {
    await forgetUnsent();
    return { to: backPath(await headers()) };
  },
  { beforeAgreeing: true },
);

/** The account stays after all. */
export const keepAccountAction = action(
  z.object({}),
  async (ctx) => {
    await keepAccount(ctx);
    return { to: `${paths.data}?notice=account_kept` };
  },
  { as: "account", beforeAgreeing: true },
);
