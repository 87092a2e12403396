import { follows } from "@/db/schema/follows";
import { createRemoteActor } from "@/db/testing/factories";
import type { Context } from "@/lib/core/context";
import { acceptServerFollower, refuseServerFollower } from "@/lib/federation/administration/answer-follower";
import { forgetServer, retryServer } from "@/lib/federation/administration/servers";
import { followServer, unfollowServer } from "@/lib/federation/follow-server";
import { getServerActor } from "@/lib/federation/server-actor";
import { removeDomainPolicy, setDomainPolicy } from "@/lib/instance/decide-domain";
import { setFederation, setFederationMode } from "@/lib/instance/federation";

/** What administrators do about other servers. */
export const federationActs = {
  setFederation: (ctx: Context) =>
    setFederation(ctx, { authorizedFetch: true, serverFollowers: "ask", serverListFor: "members" }),
  setFederationMode: (ctx: Context) => setFederationMode(ctx, { federationMode: "listed" }),
  followServer: async (ctx: Context) => {
    const { uri } = await createRemoteActor(ctx.db, { kind: "application" });
    await followServer(ctx, uri);
  },
  unfollowServer: (ctx: Context) => unfollowServer(ctx, "far.example"),
  acceptServerFollower: async (ctx: Context) => acceptServerFollower(ctx, await followerAsking(ctx)),
  refuseServerFollower: async (ctx: Context) => refuseServerFollower(ctx, await followerAsking(ctx)),
  retryServer: (ctx: Context) => retryServer(ctx, "far.example"),
  forgetServer: (ctx: Context) => forgetServer(ctx, "far.example"),
  setDomainPolicy: (ctx: Context) =>
    setDomainPolicy(ctx, { domain: "far.example", severity: "suspend", reason: "", note: "" }),
  removeDomainPolicy: (ctx: Context) => removeDomainPolicy(ctx, "far.example"),
};

async function followerAsking({ db }: Context): Promise<string> {
  const [{ id: followedId }, { id: followerId, uri }] = [
    await getServerActor({ db }),
    await createRemoteActor(db),
  ];
  const [follow] = await db
    .insert(follows)
    .values({ followerId, followedId, status: "pending", uri: `${uri}/follow` })
    .returning({ id: follows.id });
  return follow!.id;
}
