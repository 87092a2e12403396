import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FormTexts } from "@/components/forms/form-texts";
import { BlockFiles } from "@/components/identities/block-files";
import { BlockList } from "@/components/identities/block-list";
import { BlockedServers } from "@/components/identities/blocked-servers";
import { MutedWordList } from "@/components/identities/muted-word-list";
import { Toast } from "@/components/ui/toast";
import { connection } from "@/lib/core/database";
import { asLocale } from "@/lib/core/locale";
import { paths, signInPath } from "@/lib/core/paths";
import { listBlocked, listBlockedDomains, listMutedWords } from "@/lib/identities/blocks/queries";
import { noticeOf } from "@/lib/web/notice";
import { currentViewer } from "@/lib/web/viewer";
import {
  blockDomainAction,
  importBlocksAction,
  muteWordAction,
  unblockDomainAction,
  unblockIdentityAction,
  unmuteWordAction,
} from "./actions";

type Props = PageProps<"/m/[locale]/my/blocks">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "blocks" }))("title") };
}

/** Whom the identity that acts blocks and mutes: each identity has its own list. */
export default async function BlocksPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(paths.blocks));
  const t = await getTranslations("blocks");
  const { id, name, handle } = viewer.identity;
  const { db } = connection();
  const [people, servers, words] = await Promise.all([
    listBlocked(db, id),
    listBlockedDomains(db, id),
    listMutedWords(db, id, new Date()),
  ]);
  return (
    <section className="section">
      <Toast message={await noticeOf(searchParams)} />
      <h1 className="text-step-2">{t("title")}</h1>
      <p className="soft mt-2 max-w-[60ch]">{t("explained", { name })}</p>
      <FormTexts>
        <div className="blocked">
          <BlockList by={name} blocked={people} unblock={unblockIdentityAction} />
          <BlockedServers
            as={handle}
            servers={servers}
            block={blockDomainAction}
            unblock={unblockDomainAction}
          />
          <MutedWordList
            as={handle}
            zone={viewer.session.zone}
            words={words}
            mute={muteWordAction}
            unmute={unmuteWordAction}
          />
          <BlockFiles as={handle} take={importBlocksAction} />
        </div>
      </FormTexts>
    </section>
  );
}
