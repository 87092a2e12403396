import { onUndoAnnounce } from "./announce";
import { onUndoInvite } from "./invite";
import type { Listener } from "./listener";
import { onUndoAnswer, onUndoFollow } from "./undo-answers";

/** Who hears that something of this type was taken back: `object` of the activity is what was done, written out. */
export const undoListeners: Record<string, Listener> = {
  Announce: onUndoAnnounce,
  Follow: onUndoFollow,
  Join: onUndoAnswer,
  Accept: onUndoAnswer,
  TentativeAccept: onUndoAnswer,
  Reject: onUndoAnswer,
  Invite: onUndoInvite,
};
