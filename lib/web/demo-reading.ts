import { isDemo } from "@/lib/core/demo";
import { eventPath, paths } from "@/lib/core/paths";
import { demoRoles, readyMade } from "@/lib/demo/roles";
import { later } from "@/lib/demo/town/later";
import { townspeople } from "@/lib/demo/town/people";
import { fixedSlug } from "@/lib/demo/town/plant";
import { soon } from "@/lib/demo/town/soon";
import { countShownPages, findShownMail, listShownMails } from "@/lib/mail/shown";
import { pageFrom } from "./page-number";
import { currentViewer } from "./viewer";

/** Whom one can be, whom this browser is, and where one begins as each; null where this is no demonstration. */
export async function readDemo() {
  if (!isDemo()) return null;
  const viewer = await currentViewer();
  const own = new Set(viewer?.identities.map(({ handle }) => handle));
  const current = demoRoles.find((role) => own.has(readyMade[role].handle));
  return {
    current: viewer ? (current ?? ("other" as const)) : null,
    mayWipe: viewer?.session.role === "administrator",
    visitor: { tries: triesOf([pathOf("Repair café: bring"), paths.search, `${paths.search}?q=repair`]) },
    cards: demoRoles.map((role) => ({ role, name: nameOf(role), tries: triesOf(begin[role]()) })),
  };
}

/** One page of the mails that were shown instead of sent; null where this is no demonstration. */
export async function readShownMails(asked: string | string[] | undefined) {
  if (!isDemo()) return null;
  const { total } = await listShownMails(1);
  const { page } = pageFrom(asked, { total: countShownPages(total), size: 1 });
  return { mails: (await listShownMails(page)).mails, page, pageCount: countShownPages(total) };
}

/** Null also where this is no demonstration. */
export async function readShownMail(id: string) {
  return isDemo() ? findShownMail(id) : null;
}

/** In the order of the sentences about them. */
const begin = {
  member: () => [pathOf("Grande tablée"), paths.newIdentity, paths.myEvents],
  organizer: () => [`${pathOf("Grande tablée")}/participants`, paths.newEvent, paths.myEvents],
  moderator: () => [paths.reports, paths.moderationLog, paths.applications],
  administrator: () => [paths.dashboard, paths.federation, paths.accounts],
};

function triesOf(hrefs: string[]) {
  return (["a", "b", "c"] as const).map((key, index) => ({ key, href: hrefs[index] ?? paths.front }));
}

function nameOf(role: keyof typeof readyMade): string {
  const { handle } = readyMade[role];
  const face = townspeople.flatMap(({ identities }) => identities).find((known) => known.handle === handle);
  return face?.name ?? handle;
}

function pathOf(beginning: string): string {
  const event = [...soon, ...later].find(({ title }) => title.startsWith(beginning));
  return eventPath(fixedSlug(`event ${event?.title}`, 14));
}
