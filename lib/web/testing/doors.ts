/** Who asks at a door: the owner is whoever announced the event and stands behind the identity; the member has nothing to do with either. */
export const askers = ["anonymous", "member", "owner", "moderator", "administrator"] as const;
export type Asker = (typeof askers)[number];

/** A status, or the sign-in page; a number from 300 to 399 leads anywhere else. */
export type Answer = number | "sign-in";
export type Door = Record<Asker, Answer> & {
  /** Where it is, if its parameters as the town fills them in are not enough. */
  at?: string;
  /** What is sent: with POST alone. */
  form?: Record<string, string>;
  headers?: Record<string, string>;
};

const activity = { accept: "application/activity+json" };

const everybody = all(200);
const nobody = all(404);
/** What a link that nobody mailed opens: a page that says so. */
const whoeverHasTheLink = all(200);
const signedIn: Door = { ...everybody, anonymous: "sign-in" };
const owner: Door = { ...all(404), anonymous: "sign-in", owner: 200 };
const moderators: Door = { ...all(404), anonymous: "sign-in", moderator: 200, administrator: 200 };
const administrators: Door = { ...all(404), anonymous: "sign-in", administrator: 200 };
/** Whoever is somebody already has no use for it and is led on. */
const newcomers: Door = { ...all(307), anonymous: 200 };

/**
 * Every page and every method of every route handler, and who is answered what there. A new one needs a row:
 * doors.test.ts looks for it, and e2e/doors.spec.ts asks at each as everybody. Other servers stand for nobody here; what
 * their signature opens is tried in inbox.db.test.ts and documents.db.test.ts.
 */
export const doors: Record<string, Door> = {
  "page /": everybody,
  "page /[...rest]": { ...nobody, at: "/nowhere" },
  "page /about": everybody,
  "page /admin": administrators,
  "page /admin/accounts": administrators,
  "page /admin/accounts/[id]": { ...administrators, administrator: 404 },
  "page /admin/applications": moderators,
  "page /admin/defaults": administrators,
  "page /admin/events": administrators,
  "page /admin/federation": administrators,
  "page /admin/federation/lists": administrators,
  "page /admin/federation/lists/preview": administrators,
  "page /admin/jobs": administrators,
  "page /admin/instance": administrators,
  "page /admin/invitations": administrators,
  "page /admin/look": administrators,
  "page /admin/registration": administrators,
  "page /admin/texts": administrators,
  "page /answers/[token]": nobody,
  "page /answers/confirm/[token]": nobody,
  "page /answers/forgotten": everybody,
  "page /answers/sent": everybody,
  "page /categories/[code]": everybody,
  "page /confirm-email/[token]": whoeverHasTheLink,
  "page /confirm/[token]": whoeverHasTheLink,
  "page /demo": nobody,
  "page /demo/mail": nobody,
  "page /demo/mail/[id]": nobody,
  "page /events/[slug]": everybody,
  "page /events/[slug]/comments/[comment]": { ...owner, member: 307, moderator: 307, administrator: 307 },
  "page /events/[slug]/edit": owner,
  "page /events/[slug]/edit/changed": { ...owner, owner: 307 },
  "page /events/[slug]/hosts": owner,
  "page /events/[slug]/invitations": owner,
  "page /events/[slug]/messages": owner,
  "page /events/[slug]/participants": owner,
  "page /events/[slug]/participants/print": owner,
  "page /events/[slug]/people": { ...nobody, owner: 200 },
  "page /events/[slug]/questions": owner,
  "page /events/new": signedIn,
  "page /forgot-password": everybody,
  "page /identities/[handle]": { ...everybody, at: "/@[handle]" },
  "page /interact": { ...all(307), at: "/interact?uri=[origin]/@[handle]" },
  "page /keep-account": everybody,
  "page /keep-account/[token]": whoeverHasTheLink,
  "page /moderation/accounts/[handle]": moderators,
  "page /moderation/log": moderators,
  "page /moderation/rules": moderators,
  "page /moderation/waiting": moderators,
  "page /moderation/reports": moderators,
  "page /moderation/reports/[id]": { ...moderators, at: "/moderation/reports/[case]" },
  "page /my/blocks": signedIn,
  "page /my/blocks/new": { ...signedIn, owner: 404, at: "/my/blocks/new?whom=[handle]" },
  "page /my/data": signedIn,
  "page /my/events": signedIn,
  "page /my/feed": signedIn,
  "page /my/follows": signedIn,
  "page /my/identities": signedIn,
  "page /my/identities/[handle]": owner,
  "page /my/identities/[handle]/delete": owner,
  "page /my/identities/new": signedIn,
  "page /my/notifications": signedIn,
  "page /my/security": signedIn,
  "page /my/security/second-factor": signedIn,
  "page /my/security/second-factor/codes": { ...all(307), anonymous: "sign-in" },
  "page /my/security/second-factor/off": { ...all(307), anonymous: "sign-in" },
  "page /my/security/unlink": { ...all(307), anonymous: "sign-in" },
  "page /my/settings": signedIn,
  "page /places/[slug]": nobody,
  "page /report": { ...signedIn, at: "/report?event=[slug]" },
  "page /resend": everybody,
  "page /reset-password/[token]": whoeverHasTheLink,
  "page /search": everybody,
  "page /share/mastodon": { ...everybody, at: "/share/mastodon?event=[slug]" },
  "page /sign-in": newcomers,
  "page /sign-in/code": newcomers,
  "page /sign-up": newcomers,
  "page /sign-up/check-your-mail": everybody,
  "page /sign-up/finish": newcomers,
  "page /sign-up/waiting": everybody,
  "page /tags/[tag]": everybody,
  "page /privacy": everybody,
  "page /rules": nobody,
  "page /terms": nobody,
  "page /terms/agree": { ...all(307), anonymous: "sign-in" },
  "page /unsubscribe/[token]": nobody,
  "page /upcoming/[page]": { ...everybody, at: "/?page=1" },
  "page /welcome": { ...all(307), anonymous: "sign-in" },
  "page /welcome/[token]": whoeverHasTheLink,

  "GET /.well-known/host-meta": everybody,
  "GET /.well-known/host-meta.json": everybody,
  "GET /.well-known/nodeinfo": everybody,
  "GET /.well-known/webfinger": { ...everybody, at: "/.well-known/webfinger?resource=[origin]/@[handle]" },
  "GET /answers/[token]/event.ics": nobody,
  "GET /ap/[...path]": { ...everybody, at: "/events/[slug]", headers: activity },
  "GET /api/auth/callback/[provider]": nobody,
  "GET /api/auth/start/[provider]": nobody,
  "GET /api/places": { ...everybody, anonymous: 401, at: "/api/places?q=lilas" },
  "GET /events/[slug]/event.ics": everybody,
  "GET /events/[slug]/participants.csv": owner,
  "GET /events/[slug]/participants.ods": owner,
  "GET /events/[slug]/preview.png": everybody,
  "GET /demo/mail/[id]/invite.ics": nobody,
  "GET /demo/mail/[id]/letter.html": nobody,
  "GET /feeds/[file]": { ...everybody, at: "/feeds/all.ics" },
  "GET /feeds/categories/[file]": { ...everybody, at: "/feeds/categories/[code].ics" },
  "GET /feeds/identities/[file]": { ...everybody, at: "/feeds/identities/[handle].ics" },
  "GET /feeds/places/[file]": nobody,
  "GET /feeds/private/[file]": { ...nobody, at: "/feeds/private/[token].ics" },
  "GET /feeds/tags/[file]": { ...everybody, at: "/feeds/tags/[tag].ics" },
  "GET /healthz": everybody,
  "GET /look/[file]": { ...everybody, at: "/look/2-2a4f8f-ff9a6b.css" },
  "GET /manifest.webmanifest": everybody,
  "GET /media/[name]": { ...nobody, at: "/media/nothing.webp" },
  "HEAD /media/[name]": { ...nobody, at: "/media/nothing.webp" },
  "GET /metrics": nobody,
  "GET /admin/federation/servers.csv": { ...administrators, anonymous: 401 },
  "GET /moderation/log.csv": { ...moderators, anonymous: 401 },
  "GET /my/blocks/list.csv": {
    ...{ ...nobody, anonymous: "sign-in", owner: 200 },
    at: "/my/blocks/list.csv?list=blocked_accounts&as=[handle]",
  },
  "GET /my/data/[file]": { ...nobody, anonymous: "sign-in", at: "/my/data/[id].zip" },
  "GET /nodeinfo/2.0": everybody,
  "GET /nodeinfo/2.1": everybody,
  "GET /readyz": everybody,
  "GET /robots.txt": everybody,
  "GET /sitemap.xml": everybody,
  "GET /sitemaps/[file]": { ...everybody, at: "/sitemaps/[sitemap].xml" },
  "GET /unsubscribe/[token]/one-click": all(303),
  "POST /api/pictures": { ...all(400), anonymous: 401, form: {} },
  "POST /autosave": {
    ...all(403),
    ...{ anonymous: 401, owner: 204 },
    form: { eventId: "[draft]", version: "0", title: "Typed" },
  },
  "POST /inbox": { ...all(401), headers: { "content-type": activity.accept } },
  "POST /preferences": { ...all(303), form: { theme: "dark" } },
  "POST /unsubscribe/[token]/one-click": { ...nobody, form: { "List-Unsubscribe": "One-Click" } },
};

function all(answer: Answer): Door {
  return {
    anonymous: answer,
    member: answer,
    owner: answer,
    moderator: answer,
    administrator: answer,
  };
}
