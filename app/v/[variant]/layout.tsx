import "@/app/globals.css";
import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DemoBanner } from "@/components/demo/demo-banner";
import { fontClasses } from "@/components/layout/fonts";
import { Footer } from "@/components/layout/footer";
import { Header } from "@/components/layout/header";
import { LookLink } from "@/components/layout/look-link";
import { PageShell } from "@/components/layout/page-shell";
import { siteMetadata, siteViewport } from "@/components/layout/site-metadata";
import { paths } from "@/lib/core/paths";
import { INSTANCE } from "@/lib/journal/tags";
import { readInstanceFrame } from "@/lib/web/instance-reading";
import { tagPage } from "@/lib/web/visitor/tag-page";
import { parseVariant } from "@/lib/web/visitor/variants";

export async function generateMetadata({ params }: LayoutProps<"/v/[variant]">): Promise<Metadata> {
  const locale = parseVariant((await params).variant)?.locale ?? "en";
  return siteMetadata(await readInstanceFrame(), locale);
}

export async function generateViewport(): Promise<Viewport> {
  return siteViewport(await readInstanceFrame());
}

/** The frame of pages for visitors. They are kept, so nothing here may depend on who asks. */
export default async function VisitorLayout({ params, children }: LayoutProps<"/v/[variant]">) {
  const { locale, theme } = parseVariant((await params).variant) ?? notFound();
  setRequestLocale(locale);
  const [t, frame] = await Promise.all([getTranslations("layout"), readInstanceFrame(), tagPage([INSTANCE])]);
  const { takesAccounts, look } = frame;
  return (
    <html lang={locale} className={fontClasses} data-theme={theme ?? undefined}>
      <body>
        <LookLink look={look} />
        <NextIntlClientProvider messages={null}>
          <PageShell
            header={
              <>
                <DemoBanner />
                <Header
                  siteName={frame.name}
                  look={look}
                  theme={theme ?? "system"}
                  links={[{ href: paths.front, label: t("events") }]}
                  signInHref={paths.signIn}
                  signUpHref={takesAccounts ? paths.signUp : undefined}
                />
              </>
            }
            footer={<Footer locale={locale} theme={theme ?? "system"} frame={frame} />}
          >
            {children}
          </PageShell>
        </NextIntlClientProvider>
        <script type="module" src="/enhance.js" async />
      </body>
    </html>
  );
}
