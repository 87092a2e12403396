import { onAccept } from "./accept";
import { onAnnounce } from "./announce";
import { onBlock } from "./block";
import { onCreate } from "./create";
import { onDelete } from "./delete";
import { onFlag } from "./flag";
import { onFollow } from "./follow";
import { onIdle, onLike, onMove } from "./idle";
import { onIgnore } from "./ignore";
import { onInvite } from "./invite";
import { onJoin } from "./join";
import { onLeave } from "./leave";
import type { Listener } from "./listener";
import { onReject } from "./reject";
import { onTentativeAccept } from "./tentative";
import { onUndo } from "./undo";
import { onUpdate } from "./update";

/** Who hears which type of activity. */
export const listeners: Record<string, Listener> = {
  Flag: onFlag,
  Follow: onFollow,
  Join: onJoin,
  Leave: onLeave,
  Accept: onAccept,
  TentativeAccept: onTentativeAccept,
  Reject: onReject,
  Ignore: onIgnore,
  Invite: onInvite,
  Create: onCreate,
  Update: onUpdate,
  Delete: onDelete,
  Announce: onAnnounce,
  Undo: onUndo,
  Like: onLike,
  Dislike: onLike,
  EmojiReact: onLike,
  Add: onIdle,
  Remove: onIdle,
  Block: onBlock,
  Read: onIdle,
  View: onIdle,
  Move: onMove,
};
