import { ignored, type Listener, unknown } from "./listener";

/** Liked, or not: taken in, and counted nowhere. */
export const onLike: Listener = async () => ignored("counted_nowhere");

/** What changes lists, views and relations that this server does not keep. */
export const onIdle: Listener = async () => ignored("nothing_to_do");

/** Whoever moved is followed under their new address by their followers' own wish alone. */
export const onMove: Listener = async () => unknown("actor_moved");
