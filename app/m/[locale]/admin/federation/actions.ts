"use server";

import type { Context } from "@/lib/core/context";
import { paths } from "@/lib/core/paths";
import { acceptServerFollower, refuseServerFollower } from "@/lib/federation/administration/answer-follower";
import { forgetServer, retryServer } from "@/lib/federation/administration/servers";
import { followServer, unfollowServer } from "@/lib/federation/follow-server";
import { removeDomainPolicy, setDomainPolicy } from "@/lib/instance/decide-domain";
import { setFederation } from "@/lib/instance/federation";
import {
  domainInput,
  domainPolicyInput,
  federationInput,
  followServerInput,
  serverFollowerInput,
} from "@/lib/instance/input";
import { action } from "@/lib/web/action";

const back = (notice: string) => ({ to: `${paths.federation}?notice=${notice}` });

type Command = (ctx: Context, what: string) => Promise<void>;

const ofServer = (command: Command, notice: string) =>
  action(domainInput, (ctx, { domain }) => command(ctx, domain).then(() => back(notice)), { as: "account" });

const ofFollower = (command: Command, notice: string) =>
  action(serverFollowerInput, (ctx, { followId }) => command(ctx, followId).then(() => back(notice)), {
    as: "account",
  });

export const setFederationAction = action(
  federationInput,
  async (ctx, input) => {
    await setFederation(ctx, input);
    return back("federation_saved");
  },
  { as: "account" },
);

export const followServerAction = action(
  followServerInput,
  async (ctx, { address }) => {
    await followServer(ctx, address);
    return back("server_followed");
  },
  { as: "account", limit: { name: "follow server", max: 60, minutes: 60 } },
);

export const unfollowServerAction = ofServer(unfollowServer, "server_unfollowed");

export const retryServerAction = ofServer(retryServer, "server_retried");

export const forgetServerAction = ofServer(forgetServer, "server_forgotten");

export const setDomainPolicyAction = action(
  domainPolicyInput,
  async (ctx, input) => {
    await setDomainPolicy(ctx, input);
    return back("policy_saved");
  },
  { as: "account" },
);

export const removeDomainPolicyAction = ofServer(removeDomainPolicy, "policy_removed");

export const acceptServerFollowerAction = ofFollower(acceptServerFollower, "follower_accepted");

export const refuseServerFollowerAction = ofFollower(refuseServerFollower, "follower_refused");
