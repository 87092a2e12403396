"use server";

import { unlinkExternalLogin } from "@/lib/accounts/external-link";
import { issuerInput } from "@/lib/accounts/input";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/web/action";
import { usableIssuers } from "@/lib/web/oidc/providers";

export const unlinkExternalLoginAction = action(
  issuerInput,
  async (ctx, { issuer }) => {
    await unlinkExternalLogin(ctx, issuer, usableIssuers());
    return { to: `${paths.security}?notice=external_login_unlinked` };
  },
  { as: "account" },
);
