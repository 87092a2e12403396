"use server";

import { admitApplicant, turnDownApplicant } from "@/lib/accounts/application-decide";
import { admitInput, turnDownInput } from "@/lib/accounts/input";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/web/action";

export const admitApplicantAction = action(
  admitInput,
  async (ctx, { accountId }) => {
    await admitApplicant(ctx, accountId);
    return { to: `${paths.applications}?notice=applicant_admitted` };
  },
  { as: "account" },
);

export const turnDownApplicantAction = action(
  turnDownInput,
  async (ctx, { accountId, reason }) => {
    await turnDownApplicant(ctx, accountId, reason);
    return { to: `${paths.applications}?notice=applicant_turned_down` };
  },
  { as: "account" },
);
