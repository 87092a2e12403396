import { staffPaths } from "./staff-paths";

/** Addresses that people see. Whether a visitor or a member asks, and in which language, is not in them. */
export const paths = {
  front: "/",
  search: "/search",
  signIn: "/sign-in",
  signUp: "/sign-up",
  checkMail: "/sign-up/check-your-mail",
  /** Somebody came from an OIDC provider and chooses a name. */
  finishSignUp: "/sign-up/finish",
  /** The address is confirmed, and a moderator has to decide. */
  waiting: "/sign-up/waiting",
  newEvent: "/events/new",
  myEvents: "/my/events",
  follows: "/my/follows",
  /** Whom the acting identity blocks and mutes. */
  blocks: "/my/blocks",
  /** What those whom the acting identity follows announce. */
  feed: "/my/feed",
  myIdentities: "/my/identities",
  newIdentity: "/my/identities/new",
  settings: "/my/settings",
  security: "/my/security",
  secondFactor: "/my/security/second-factor",
  recoveryCodes: "/my/security/second-factor/codes",
  secondFactorOff: "/my/security/second-factor/off",
  notifications: "/my/notifications",
  data: "/my/data",
  welcome: "/welcome",
  forgotPassword: "/forgot-password",
  resendConfirmation: "/resend",
  secondStep: "/sign-in/code",
  ...staffPaths,
  terms: "/terms",
  privacy: "/privacy",
  rules: "/rules",
  /** Where members agree to what was changed, before they go on. */
  agree: "/terms/agree",
  /** Of somebody without an account, nothing is known any more. */
  answersForgotten: "/answers/forgotten",
  about: "/about",
  sitemap: "/sitemap.xml",
  /** Where the source code of this server is told: AGPL, section 13. */
  source: "/about#source",
} as const;

export function eventPath(slug: string): string {
  return `/events/${slug}`;
}

export function editEventPath(slug: string): string {
  return `/events/${slug}/edit`;
}

/** The form of a new event that says what this one says. */
export function copyEventPath(slug: string): string {
  return `${paths.newEvent}?copy=${slug}`;
}

/** Where what somebody typed is compared with what was saved meanwhile. */
export function changedMeanwhilePath(slug: string): string {
  return `${editEventPath(slug)}/changed`;
}

/** Who looks after an event; where those who are asked to answer. */
export function hostsPath(slug: string): string {
  return `/events/${slug}/hosts`;
}

/** One comment: for whoever may change something about it; others are led to where it stands. */
export function commentPath(slug: string, commentId: string): string {
  return `/events/${slug}/comments/${commentId}`;
}

/** Where a comment stands under its event, on whichever page of them. */
export function commentAnchor(slug: string, commentId: string, notice?: string): string {
  const query = new URLSearchParams({ comments: commentId, ...(notice && { notice }) });
  return `${eventPath(slug)}?${query}#comment-${commentId}`;
}

export function calendarFilePath(slug: string): string {
  return `/events/${slug}/event.ics`;
}

/** The picture that is shown beside a link to the event elsewhere. Another version is another picture. */
export function previewPath(slug: string, version: string): string {
  return `/events/${slug}/preview.png?v=${version}`;
}

/** Asks for one's Mastodon server, and leads there with the event. */
export function shareOnMastodonPath(slug: string): string {
  return `/share/mastodon?event=${slug}`;
}

/** The private calendar of an identity or an account: whoever has the secret may read it. */
export function privateCalendarPath(token: string): string {
  return `/feeds/private/${token}.ics`;
}

/** Everything with this tag, which is folded. */
export function tagPath(tag: string): string {
  return `/tags/${encodeURIComponent(tag)}`;
}

/** What is on at a place that has a name here. */
export function placePath(slug: string): string {
  return `/places/${slug}`;
}

export function categoryPath(code: string): string {
  return `/categories/${encodeURIComponent(code)}`;
}

/** A part of the sitemap. */
export function sitemapPath(name: string): string {
  return `/sitemaps/${name}.xml`;
}

export function identityPath(handle: string): string {
  return `/@${handle}`;
}

type Named = { handle: string; domain: string | null };

/** "ada", or "rosa@bells.example" for somebody of another server: how addresses and forms name them. */
export function addressOf({ handle, domain }: Named): string {
  return domain ? `${handle}@${domain}` : handle;
}

/** The page here of anybody, of this server or of another. */
export function facePath(face: Named): string {
  return identityPath(addressOf(face));
}

export function editIdentityPath(handle: string): string {
  return `/my/identities/${handle}`;
}

/** Where an invitation leads: the form, with the code in it. */
export function invitationPath(code: string): string {
  return `${paths.signUp}?invitation=${encodeURIComponent(code)}`;
}

export function deleteIdentityPath(handle: string): string {
  return `/my/identities/${handle}/delete`;
}

/** The copy of an account's data, for its own sessions. */
export function exportPath(id: string): string {
  return `/my/data/${id}.zip`;
}

/** Where the mailed link takes the wish to be deleted back; without a token: that it was. */
export function keepAccountPath(token?: string): string {
  return token ? `/keep-account/${token}` : "/keep-account";
}

/** Where newcomers set up their account, at one of its steps. */
export function welcomePath(step: string): string {
  return `/welcome?step=${step}`;
}

/** Where a mail leads whoever wants no more of its kind. */
export function unsubscribePath(token: string): string {
  return `/unsubscribe/${token}`;
}

/** Where mail programs send one POST for it (RFC 8058). */
export function oneClickPath(token: string): string {
  return `${unsubscribePath(token)}/one-click`;
}

/** Sign in first, then come back to where one was. */
export function signInPath(back: string): string {
  return `${paths.signIn}?back=${encodeURIComponent(back)}`;
}

/** Asks before a login elsewhere opens the account no more. */
export function unlinkPath(issuer: string): string {
  return `/my/security/unlink?${new URLSearchParams({ issuer })}`;
}

/** Leads on to an OIDC provider, to sign in there. With the proof of a session, what is found there is linked to its account. */
export function providerPath(id: string, query: { back: string } | { link: string }): string {
  return `/api/auth/start/${id}?${new URLSearchParams(query)}`;
}

/**
 * The path to go back to if it is one of this server, else the front page: "//host", "/\host" and absolute
 * addresses would lead away.
 */
export function safePath(path: unknown): string {
  return typeof path === "string" && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : paths.front;
}
