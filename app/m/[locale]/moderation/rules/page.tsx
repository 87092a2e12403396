import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { FormTexts } from "@/components/forms/form-texts";
import { SafetyLimits } from "@/components/moderation/safety-limits";
import { SafetyTemplates } from "@/components/moderation/safety-templates";
import { SafetyTrial } from "@/components/moderation/safety-trial";
import { SafetyWords } from "@/components/moderation/safety-words";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { canAdminister, canModerate } from "@/lib/instance/policy";
import { readInstance } from "@/lib/instance/settings";
import { noticeOf } from "@/lib/web/notice";
import { titledAs } from "@/lib/web/section-title";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { answerMissing } from "@/lib/web/visitor/missing";
import {
  addTemplateAction,
  addWordRuleAction,
  removeTemplateAction,
  removeWordRuleAction,
  setSafetyAction,
  tryRulesAction,
} from "./actions";

type Props = PageProps<"/m/[locale]/moderation/rules">;

export const generateMetadata = titledAs("safety");

/** The rules that keep the place safe by themselves: moderators read them, administrators change them. */
export default async function SafetyPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const staff = await staffFor(paths.safety, canModerate);
  if (!staff) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const [t, settings, counts, notice] = await Promise.all([
    getTranslations("safety"),
    readInstance(staff.db),
    countForStaff(staff),
    noticeOf(searchParams),
  ]);
  const mayChange = canAdminister(staff.actor);
  return (
    <AdminFrame current="safety" role={staff.actor.role} counts={counts} notice={notice}>
      <FormTexts>
        <p className="soft max-w-[66ch]">{t(mayChange ? "lead" : "leadModerators")}</p>
        <SafetyWords
          rules={settings.wordRules}
          actions={mayChange ? { add: addWordRuleAction, remove: removeWordRuleAction } : null}
        />
        <SafetyTrial attempt={tryRulesAction} />
        <SafetyLimits settings={settings} save={mayChange ? setSafetyAction : null} />
        <SafetyTemplates
          templates={settings.messageTemplates}
          actions={mayChange ? { add: addTemplateAction, remove: removeTemplateAction } : null}
        />
      </FormTexts>
    </AdminFrame>
  );
}
