import { goUnheard } from "@/lib/participation/told-standing";
import { asHost } from "./as-host";
import { findOurJoin } from "./asked";
import { handled, type Listener, refused } from "./listener";

/** The server of an event elsewhere takes no answers (FEP-8a8e): whoever of ours wanted to come is told so. */
export const onIgnore: Listener = async (ctx, activity, sender) => {
  const join = await findOurJoin(ctx, activity.object);
  if (!join) return refused("not_asked");
  const host = await asHost(ctx, join.event, { activity, sender });
  if (!host) return refused("not_host");
  await goUnheard(host, join.participation.id);
  return handled;
};
