import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CalendarList } from "@/components/identities/calendar-list";
import { IdentityList } from "@/components/identities/identity-list";
import { ButtonLink } from "@/components/ui/button";
import { Toast } from "@/components/ui/toast";
import { asLocale } from "@/lib/core/locale";
import { paths, signInPath } from "@/lib/core/paths";
import { pictureSources } from "@/lib/media/sources";
import { readCalendarAddresses } from "@/lib/web/calendar-reading";
import { noticeOf } from "@/lib/web/notice";
import { currentViewer } from "@/lib/web/viewer";
import { actAsAction, renewCalendarAction } from "./actions";

export async function generateMetadata({
  params,
}: PageProps<"/m/[locale]/my/identities">): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "identities" }))("title") };
}

export default async function IdentitiesPage({
  params,
  searchParams,
}: PageProps<"/m/[locale]/my/identities">) {
  setRequestLocale(asLocale((await params).locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(paths.myIdentities));
  const t = await getTranslations("identities");
  const identities = viewer.identities.map((face) => ({ ...face, picture: pictureSources(face.avatar) }));
  const addressOf = await readCalendarAddresses({ actorIds: identities.map(({ id }) => id) });
  return (
    <section className="section">
      <Toast message={await noticeOf(searchParams)} />
      <div className="row between">
        <h1 className="text-step-2">{t("title")}</h1>
        <ButtonLink href={paths.newIdentity} variant="primary">
          {t("new")}
        </ButtonLink>
      </div>
      <p className="soft mt-2 mb-5 max-w-[60ch]">{t("explained")}</p>
      <IdentityList identities={identities} acting={viewer.identity.handle} switchIdentity={actAsAction} />
      <CalendarList
        calendars={identities.map((face) => ({ ...face, address: addressOf(face.id) }))}
        renew={renewCalendarAction}
      />
    </section>
  );
}
