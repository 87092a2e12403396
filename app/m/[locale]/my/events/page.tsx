import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { MyEventsEmpty } from "@/components/events/my-events-empty";
import { MyEventsList } from "@/components/events/my-events-list";
import { asMyEventTab, myEventsPath, myEventTabs } from "@/components/events/my-events-tabs";
import { UndoDelete } from "@/components/events/undo-delete";
import { CombinedCalendar } from "@/components/identities/combined-calendar";
import { Asked } from "@/components/participation/my-events-asked";
import { OnboardingReminder } from "@/components/settings/onboarding-reminder";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { Toast } from "@/components/ui/toast";
import { connection } from "@/lib/core/database";
import { asLocale } from "@/lib/core/locale";
import { signInPath } from "@/lib/core/paths";
import { PAGE_SIZE } from "@/lib/events/cards";
import { listJustDeleted } from "@/lib/events/delete";
import { countMyEvents, countWaiting } from "@/lib/participation/my-events";
import { listStandings } from "@/lib/participation/standings";
import { readCalendarAddresses } from "@/lib/web/calendar-reading";
import { readAsked, readMyEvents } from "@/lib/web/my-events-reading";
import { noticeOf } from "@/lib/web/notice";
import { pageFrom } from "@/lib/web/page-number";
import { currentViewer } from "@/lib/web/viewer";
import {
  acceptMyHostingAction,
  answerInvitationAction,
  declineMyHostingAction,
  dismissInvitationAction,
  neverMindAction,
  renewCombinedCalendarAction,
  restoreEventAction,
} from "./actions";

type Props = PageProps<"/m/[locale]/my/events">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "myEvents" }))("title") };
}

const answers = {
  reply: answerInvitationAction,
  dismiss: dismissInvitationAction,
  accept: acceptMyHostingAction,
  decline: declineMyHostingAction,
};

export default async function MyEventsPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const [viewer, search] = await Promise.all([currentViewer(), searchParams]);
  const tab = asMyEventTab(search.tab);
  if (!viewer) redirect(signInPath(myEventsPath(tab)));
  const { identity, session } = viewer;
  const { onboarding } = session;
  const { db } = connection();
  const now = new Date();
  const counts = await countMyEvents(db, identity.id);
  const { page, pageCount } = pageFrom(search.page, { total: counts[tab], size: PAGE_SIZE });
  const cards = await readMyEvents(db, { tab, actorId: identity.id, now, page });
  const ids = cards.map(({ event }) => event.id);
  const asked = await readAsked(db, identity.id, now);
  const waiting = await countWaiting(db, tab === "organizing" ? ids : []);
  const standings = await listStandings(db, identity.id, ids);
  const { accountId } = session;
  const ownIds = viewer.identities.map(({ id }) => id);
  const deleted = await listJustDeleted(db, ownIds, now);
  const addressOf = await readCalendarAddresses({ accountId });
  const t = await getTranslations("myEvents");
  return (
    <section className="section">
      <Toast message={await noticeOf(searchParams)} />
      <UndoDelete deleted={deleted} restore={restoreEventAction} />
      {onboarding && <OnboardingReminder step={onboarding} neverMind={neverMindAction} />}
      <h1>{t("of", { name: identity.name })}</h1>
      {viewer.identities.length > 1 && <p className="soft mt-2">{t("ofHint")}</p>}
      <Asked {...{ identity, asked, answers }} zone={session.zone} />
      <Tabs
        label={t("tabs")}
        tabs={myEventTabs.map((each) => ({
          href: myEventsPath(each),
          label: t(each),
          count: counts[each],
          current: each === tab,
        }))}
      />
      {cards.length > 0 ? (
        <MyEventsList {...{ tab, cards, waiting, standings, now }} actorId={identity.id} />
      ) : (
        <MyEventsEmpty tab={tab} name={identity.name} />
      )}
      <Pager page={page} pageCount={pageCount} hrefOf={(number) => myEventsPath(tab, number)} />
      <CombinedCalendar address={addressOf(accountId)} renew={renewCombinedCalendarAction} />
    </section>
  );
}
