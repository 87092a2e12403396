import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { DeleteIdentity, LastIdentity } from "@/components/departure/delete-identity";
import { getOwnCredentials } from "@/lib/accounts/credentials";
import { asLocale } from "@/lib/core/locale";
import { deleteIdentityPath, signInPath } from "@/lib/core/paths";
import { listSharedEvents } from "@/lib/departure/shared-events";
import { countWhatGoes, listEndingEvents } from "@/lib/departure/what-goes";
import { accountContext } from "@/lib/web/context";
import { currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";
import { deleteIdentityAction } from "./actions";

type Props = PageProps<"/m/[locale]/my/identities/[handle]/delete">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, handle } = await params;
  const t = await getTranslations({ locale: asLocale(locale), namespace: "departure.identity" });
  return { title: t("title", { name: `@${handle}` }) };
}

export default async function DeleteIdentityPage({ params }: Props) {
  const { locale, handle } = await params;
  setRequestLocale(asLocale(locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(deleteIdentityPath(handle)));
  const face = viewer.identities.find((own) => own.handle === handle);
  if (!face) {
    await answerMissing();
    return <NotFoundPage />;
  }
  if (viewer.identities.length === 1) return <LastIdentity face={face} />;
  const ctx = await accountContext();
  const [{ hasPassword }, goes, events, shared] = await Promise.all([
    getOwnCredentials(ctx),
    countWhatGoes(ctx.db, [face.id], ctx.now),
    listEndingEvents(ctx.db, face.id, ctx.now),
    listSharedEvents(ctx.db, face.id, ctx.now),
  ]);
  return (
    <DeleteIdentity
      face={face}
      goes={goes.get(face.id)!}
      events={events}
      shared={shared}
      now={ctx.now}
      hasPassword={hasPassword}
      remove={deleteIdentityAction}
    />
  );
}
