/** Everything that can happen and that somebody may have to be told. Payloads hold ids, never texts. */
export type Fact =
  | { kind: "account.created"; accountId: string }
  /** Somebody tried to sign up with the address of an account that exists. */
  | { kind: "account.claimed"; accountId: string }
  /** They want another mail with a link to confirm the address. */
  | { kind: "account.confirmation_asked"; accountId: string }
  | { kind: "account.confirmed"; accountId: string }
  /** The address is theirs, and now they wait for a moderator. */
  | { kind: "account.applied"; accountId: string }
  | { kind: "account.admitted"; accountId: string }
  | { kind: "account.turned_down"; accountId: string }
  /** Null: nobody has the address that was typed; recorded all the same, so that the answer takes as long. */
  | { kind: "account.password_forgotten"; accountId: string | null }
  | { kind: "account.password_changed"; accountId: string }
  | { kind: "account.new_email_asked"; accountId: string }
  | { kind: "account.email_changed"; accountId: string }
  /** There is one more way in: a login elsewhere. */
  | { kind: "account.external_login_linked"; accountId: string }
  | { kind: "account.second_factor_changed"; accountId: string; isOn: boolean }
  | { kind: "account.recovery_code_used"; accountId: string }
  /** They asked for the account to be deleted, and may still take it back. */
  | { kind: "account.leaving"; accountId: string }
  | { kind: "account.kept"; accountId: string }
  /** Nobody signs in to it any more; `logId`: where the reason stands. */
  | { kind: "account.suspended"; accountId: string; logId: number }
  /** `wasHidden`: its identities were out of sight with it, and are back. */
  | { kind: "account.opened"; accountId: string; wasHidden: boolean }
  | { kind: "export.ready"; accountId: string; exportId: string }
  | { kind: "instance.updated" }
  | { kind: "identity.created"; actorId: string }
  | { kind: "identity.updated"; actorId: string }
  | { kind: "identity.deleted"; actorId: string }
  /** All that it had here is gone, and nothing more comes from it. */
  | { kind: "identity.erased"; actorId: string }
  /** `actorId`: whom. Who did is the fact's own actor. */
  | { kind: "identity.followed"; actorId: string; followId: string }
  | { kind: "identity.unfollowed"; actorId: string; uri: string }
  /** `actorId`: whom. The fact's own actor is whom they wanted to follow. */
  | { kind: "identity.follow_accepted"; actorId: string; followId: string }
  | { kind: "identity.follow_rejected"; actorId: string; uri: string }
  /** `hostIds` of what happened to an event: who else is told as one of those who announce it. */
  | { kind: "event.published"; eventId: string; organizerId: string; hostIds?: string[] }
  | { kind: "event.updated"; eventId: string; organizerId: string; hostIds?: string[]; changed: string[] }
  /** What of it people look forward to differs from what they were told: all edits of half an hour. */
  | { kind: "event.changes_gathered"; eventId: string; changed: string[] }
  | { kind: "event.cancelled"; eventId: string; organizerId: string; hostIds?: string[] }
  | { kind: "event.deleted"; eventId: string; organizerId: string; hostIds?: string[]; uri: string }
  /** Deleted a moment ago, and it may be taken back. */
  | { kind: "event.hidden"; eventId: string; organizerId: string; hostIds?: string[] }
  | { kind: "event.restored"; eventId: string; organizerId: string; hostIds?: string[] }
  /** It was to publish itself; `reasons`: slugs of what hindered it. */
  | {
      kind: "event.not_published";
      eventId: string;
      organizerId: string;
      hostIds?: string[];
      reasons: string[];
    }
  /** What those who take part are asked. */
  | { kind: "event.questions_changed"; eventId: string }
  | { kind: "event.host_invited"; eventId: string; actorId: string }
  | { kind: "event.host_accepted"; eventId: string; actorId: string }
  | { kind: "event.host_declined"; eventId: string; actorId: string }
  | { kind: "event.host_left"; eventId: string; actorId: string }
  /** `hasHosted`: not just an invitation that was taken back. */
  | { kind: "event.host_removed"; eventId: string; actorId: string; hasHosted: boolean }
  /** `actorId`: who was asked to come. */
  | { kind: "event.invited"; eventId: string; actorId: string; invitationId: string }
  /** What nobody had answered was taken back; `uri`: the id that the Invite had, `inviterId`: who had asked. */
  | { kind: "event.uninvited"; eventId: string; actorId: string; uri: string; inviterId: string | null }
  | { kind: "event.handed_over"; eventId: string; organizerId: string; formerId: string }
  /** By e-mail, and the address must be shown to be theirs first. */
  | { kind: "participation.registered"; eventId: string; participationId: string }
  | { kind: "participation.requested"; eventId: string; participationId: string }
  /** `wasWaiting`: a place became free, and it was their turn. */
  | { kind: "participation.approved"; eventId: string; participationId: string; wasWaiting?: boolean }
  | { kind: "participation.rejected"; eventId: string; participationId: string }
  /** `uri`: what the event's server, if it is another, knows their answer by. */
  | { kind: "participation.left"; eventId: string; participationId: string; uri?: string }
  | { kind: "participation.waitlisted"; eventId: string; participationId: string }
  | { kind: "participation.offered"; eventId: string; participationId: string }
  /** They did not take the offered place in time. */
  | { kind: "participation.offer_lapsed"; eventId: string; participationId: string }
  /** The server of the event takes no answers: nobody there knows of them. */
  | { kind: "participation.unheard"; eventId: string; participationId: string }
  | { kind: "participation.undecided"; eventId: string; participationId: string; uri?: string }
  | { kind: "participation.declined"; eventId: string; participationId: string; uri?: string }
  /** `changed`: names of columns. */
  | { kind: "participation.changed"; eventId: string; participationId: string; changed: string[] }
  /** A host took back what they had decided: `was`, where that had put them, and when. */
  | {
      kind: "participation.reconsidered";
      eventId: string;
      participationId: string;
      was: "approved" | "waitlisted" | "rejected";
      decidedAt: string;
    }
  /** A host gave them another turn in the line. */
  | { kind: "participation.moved"; eventId: string; participationId: string }
  /** Who is told is settled: they are in `announcement_recipients`. */
  | { kind: "announcement.sent"; eventId: string; announcementId: string }
  | { kind: "comment.added"; eventId: string; commentId: string }
  /** It waits for a host. */
  | { kind: "comment.submitted"; eventId: string; commentId: string }
  /** `mentioned`: whom it did not name before. */
  | { kind: "comment.edited"; eventId: string; commentId: string; mentioned: string[] }
  | { kind: "comment.deleted"; eventId: string; commentId: string; authorId?: string; uri: string }
  | { kind: "comment.approved"; eventId: string; commentId: string }
  | { kind: "comment.refused"; eventId: string; commentId: string }
  | { kind: "comment.pinned"; eventId: string; commentId: string }
  | { kind: "comment.unpinned"; eventId: string; commentId: string }
  /** Somebody said that something should be looked at. `isFirst`: nobody else had. */
  | { kind: "report.filed"; caseId: string; reportId: string; isFirst: boolean }
  | { kind: "report.closed"; caseId: string }
  /** What moderators did; `logId`: where its reason stands. */
  | { kind: "event.removed"; eventId: string; organizerId: string; hostIds?: string[]; logId: number }
  | { kind: "event.put_back"; eventId: string; organizerId: string; hostIds?: string[] }
  | { kind: "comment.removed"; eventId: string; commentId: string; logId: number }
  | { kind: "comment.put_back"; eventId: string; commentId: string }
  | { kind: "identity.warned"; actorId: string; logId: number }
  | { kind: "identity.limited"; actorId: string; logId: number }
  | { kind: "identity.unlimited"; actorId: string }
  /** `wasHidden`: those who were to come know already. */
  | { kind: "identity.suspended"; actorId: string; logId: number; wasHidden?: true }
  /** With its account, whose owner is told once; nothing here leads to the others that went with it. */
  | { kind: "identity.suspended"; actorId: string; withAccount: true }
  | { kind: "identity.unsuspended"; actorId: string; withAccount?: true }
  /** Both wait for moderators. */
  | { kind: "comment.held"; eventId: string; commentId: string }
  | { kind: "event.held"; eventId: string; organizerId: string; hostIds?: string[] }
  | { kind: "event.let_through"; eventId: string; organizerId: string; hostIds?: string[]; logId: number }
  | { kind: "event.turned_back"; eventId: string; organizerId: string; hostIds?: string[]; logId: number }
  /** The server's rules found something that moderators should look at; `ruleId`: one about words. */
  | {
      kind: "conduct.noticed";
      actorId: string;
      thing: "event" | "comment" | "identity";
      thingId: string;
      why: "words" | "same_words" | "many_comments" | "many_events" | "many_follows";
      ruleId?: string;
    }
  | { kind: "media.ready"; mediaId: string };

export type FactKind = Fact["kind"];
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;

/** A fact as the journal keeps it. */
export type Recorded<F extends Fact = Fact> = F & {
  factId: number;
  origin: "local" | "remote";
  at: Date;
  /** Who did it; null: the server itself, or somebody who is gone. */
  doerId: string | null;
};
