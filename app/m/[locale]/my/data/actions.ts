"use server";

import { z } from "zod";
import { startLeaving } from "@/lib/accounts/leaving";
import { paths } from "@/lib/core/paths";
import { leaveInput } from "@/lib/departure/input";
import { requestExport } from "@/lib/departure/request-export";
import { action } from "@/lib/web/action";
import { passwordAgain } from "@/lib/web/limits";
import { cookieSessionId } from "@/lib/web/viewer";

export const requestExportAction = action(
  z.object({}),
  async (ctx) => {
    await requestExport(ctx);
    return undefined;
  },
  { as: "account", limit: { name: "request export", max: 10, minutes: 60 }, beforeAgreeing: true },
);

export const startLeavingAction = action(
  leaveInput,
  async (ctx, proof) => {
    await startLeaving(ctx, { proof, sessionId: (await cookieSessionId()) ?? undefined });
    return { to: `${paths.data}?notice=account_leaving` };
  },
  { as: "account", limit: passwordAgain, beforeAgreeing: true },
);
