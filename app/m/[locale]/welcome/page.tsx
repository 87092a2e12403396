import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FormTexts } from "@/components/forms/form-texts";
import { WelcomeFrame } from "@/components/settings/welcome-frame";
import { IdentityStep, MailsStep, PlaceStep } from "@/components/settings/welcome-steps";
import { findHome } from "@/lib/accounts/home";
import { type OnboardingStep, onboardingSteps } from "@/lib/accounts/onboarding";
import { connection } from "@/lib/core/database";
import { asLocale } from "@/lib/core/locale";
import { paths, signInPath } from "@/lib/core/paths";
import { getIdentity } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import { accountContext } from "@/lib/web/context";
import { readMailReaders } from "@/lib/web/mail-readers";
import { noticeOf } from "@/lib/web/notice";
import { currentViewer, type Viewer } from "@/lib/web/viewer";
import {
  chooseFirstMailsAction,
  completeIdentityAction,
  endOnboardingAction,
  finishStepAction,
  settleInAction,
} from "./actions";

type Props = PageProps<"/m/[locale]/welcome">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: asLocale((await params).locale), namespace: "onboarding" });
  return { title: t("title") };
}

/** Where a newcomer comes in, and comes back to what is left; whoever is done goes on to the front page. */
export default async function WelcomePage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const [viewer, search] = await Promise.all([currentViewer(), searchParams]);
  if (!viewer) redirect(signInPath(paths.welcome));
  const reached = viewer.session.onboarding;
  if (!reached) redirect(search.notice === "welcome" ? `${paths.front}?notice=welcome` : paths.front);
  const step = stepIn(search.step, reached);
  return (
    <FormTexts>
      <WelcomeFrame
        steps={onboardingSteps}
        step={step}
        reached={reached}
        notice={await noticeOf(searchParams)}
        skipStep={finishStepAction}
        skipAll={endOnboardingAction}
      >
        {await formOf(step, viewer)}
      </WelcomeFrame>
    </FormTexts>
  );
}

/** The one that was asked for, but none that they have not got to. */
function stepIn(asked: string | string[] | undefined, reached: OnboardingStep): OnboardingStep {
  const found = onboardingSteps.find((step) => step === asked) ?? reached;
  return onboardingSteps.indexOf(found) <= onboardingSteps.indexOf(reached) ? found : reached;
}

async function formOf(step: OnboardingStep, viewer: Viewer) {
  if (step === "notifications")
    return <MailsStep readers={await readMailReaders(viewer)} save={chooseFirstMailsAction} />;
  if (step === "place") {
    const { locale, zone } = viewer.session;
    const home = await findHome(await accountContext());
    return <PlaceStep {...{ locale, zone, home }} now={new Date()} save={settleInAction} />;
  }
  // The default one stands first.
  const face = viewer.identities[0] ?? viewer.identity;
  const identity = await getIdentity(connection().db, face.id);
  return (
    <IdentityStep identity={identity} picture={pictureSources(face.avatar)} save={completeIdentityAction} />
  );
}
