"use server";

import { publishDocument } from "@/lib/accounts/administration/publish-document";
import { paths } from "@/lib/core/paths";
import { setRules } from "@/lib/instance/texts/describe";
import { documentInput, rulesInput } from "@/lib/instance/texts/input";
import { action } from "@/lib/web/action";

export const setRulesAction = action(
  rulesInput,
  async (ctx, input) => {
    await setRules(ctx, input);
    return { to: `${paths.instanceTexts}?notice=rules_saved` };
  },
  { as: "account" },
);

export const publishDocumentAction = action(
  documentInput,
  async (ctx, input) => {
    await publishDocument(ctx, input);
    const notice = input.asksAgain && input.mode !== "none" ? "document_asks" : "document_saved";
    return { to: `${paths.instanceTexts}?notice=${notice}` };
  },
  { as: "account" },
);
