import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AskToBlock } from "@/components/identities/ask-to-block";
import { asLocale } from "@/lib/core/locale";
import { blockPath } from "@/lib/core/moderation-paths";
import { addressOf, signInPath } from "@/lib/core/paths";
import { canBlock } from "@/lib/identities/policy";
import { readProfile } from "@/lib/web/profile-reading";
import { currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";
import { blockDomainAction, blockIdentityAction, muteIdentityAction } from "./actions";

type Props = PageProps<"/m/[locale]/my/blocks/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "blocks" }))("link") };
}

/** Says what blocking and muting does, and asks once. */
export default async function AskToBlockPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const whom = String((await searchParams).whom ?? "");
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(blockPath(whom)));
  const profile = await readProfile(whom, viewer);
  if (!profile || !canBlock({ kind: "identity", actorId: viewer.identity.id }, profile)) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { name, handle, domain } = profile;
  const acts = { block: blockIdentityAction, mute: muteIdentityAction, blockServer: blockDomainAction };
  const address = addressOf({ handle, domain });
  return <AskToBlock by={viewer.identity} name={name} address={address} domain={domain} {...acts} />;
}
