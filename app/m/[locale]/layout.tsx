import "@/app/globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AgreeBanner } from "@/components/accounts/agree-banner";
import { DemoBanner } from "@/components/demo/demo-banner";
import { LeavingBanner } from "@/components/departure/leaving-banner";
import { fontClasses } from "@/components/layout/fonts";
import { Footer } from "@/components/layout/footer";
import { Header } from "@/components/layout/header";
import { LookLink } from "@/components/layout/look-link";
import { PageShell } from "@/components/layout/page-shell";
import { siteMetadata, siteViewport } from "@/components/layout/site-metadata";
import { Unsent } from "@/components/layout/unsent";
import { SuspendedBanner } from "@/components/moderation/suspended-banner";
import { asLocale, isLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { pictureSources } from "@/lib/media/sources";
import { hasToAgree, isAgreeing, leadToAgreement } from "@/lib/web/agreement";
import { shownTheme } from "@/lib/web/choices";
import { isEventMaker } from "@/lib/web/event-makers";
import { readInstanceFrame } from "@/lib/web/instance-reading";
import { signOutAction } from "@/lib/web/sign-out-action";
import { findUnsent } from "@/lib/web/unsent";
import { currentViewer, type Viewer } from "@/lib/web/viewer";
import { currentPath } from "@/lib/web/visitor/missing";
import { forgetUnsentAction, keepAccountAction, switchIdentityAction } from "./actions";

export async function generateMetadata({ params }: LayoutProps<"/m/[locale]">): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { ...siteMetadata(await readInstanceFrame(), locale), robots: { index: false } };
}

export async function generateViewport(): Promise<Viewport> {
  return siteViewport(await readInstanceFrame());
}

/** The frame of pages that are made for whoever asks: members, and visitors who are about to become one. */
export default async function MemberLayout({ params, children }: LayoutProps<"/m/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const [t, viewer, cookie, frame] = await Promise.all([
    getTranslations("layout"),
    currentViewer(),
    cookies(),
    readInstanceFrame(),
  ]);
  const { takesAccounts, look } = frame;
  const unsent = await findUnsent(viewer);
  const owes = await hasToAgree(viewer);
  if (owes) leadToAgreement();
  const theme = shownTheme(cookie, viewer?.session.theme) ?? undefined;
  const links = [
    { href: paths.front, label: t("events") },
    ...(viewer ? [{ href: paths.myEvents, label: t("myEvents") }] : []),
  ];
  return (
    <html lang={locale} className={fontClasses} data-theme={theme}>
      <body>
        <LookLink look={look} />
        <PageShell
          header={
            <>
              <DemoBanner />
              <Header
                siteName={frame.name}
                look={look}
                theme={theme ?? "system"}
                links={links}
                viewer={viewer ? menuOf(viewer, t) : undefined}
                mayAnnounce={viewer !== null && (await isEventMaker(viewer))}
                signUpHref={takesAccounts ? paths.signUp : undefined}
              />
            </>
          }
          footer={
            <Footer locale={locale} theme={theme ?? "system"} isMember={viewer !== null} frame={frame} />
          }
        >
          {viewer?.session.leavesAt && (
            <LeavingBanner
              leavesAt={viewer.session.leavesAt}
              zone={viewer.session.zone}
              keep={keepAccountAction}
            />
          )}
          {viewer && <SuspendedBanner suspended={viewer.suspended} zone={viewer.session.zone} />}
          {owes && !isAgreeing() && <AgreeBanner path={currentPath() ?? paths.front} />}
          {unsent.length > 0 && <Unsent texts={unsent} forget={forgetUnsentAction} />}
          {children}
        </PageShell>
        <script type="module" src="/enhance.js" async />
      </body>
    </html>
  );
}

function menuOf(
  { session, identity, identities }: Viewer,
  t: Awaited<ReturnType<typeof getTranslations<"layout">>>,
) {
  const faces = identities.map((face) => ({ ...face, picture: pictureSources(face.avatar) }));
  return {
    current: faces.find(({ id }) => id === identity.id)!,
    others: faces.filter(({ id }) => id !== identity.id),
    switchIdentity: switchIdentityAction,
    signOut: signOutAction,
    links: [
      { href: paths.myEvents, label: t("myEvents"), icon: "calendar" as const },
      { href: paths.feed, label: t("feed"), icon: "bell" as const },
      { href: paths.myIdentities, label: t("myIdentities"), icon: "people" as const },
      { href: paths.settings, label: t("settings"), icon: "settings" as const },
      ...administrationOf(session, t),
    ],
  };
}

/** Where those who look after the server begin; nothing for everybody else. */
function administrationOf(
  { role }: Viewer["session"],
  t: Awaited<ReturnType<typeof getTranslations<"layout">>>,
) {
  if (role === "member") return [];
  const href = role === "administrator" ? paths.dashboard : paths.reports;
  return [{ href, label: t("administration"), icon: "shield" as const }];
}
