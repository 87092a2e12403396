"use server";

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

export const unfollowServerAction = action(
  domainInput,
  async (ctx, { domain }) => {
    await unfollowServer(ctx, domain);
    return back("server_unfollowed");
  },
  { as: "account" },
);

export const retryServerAction = action(
  domainInput,
  async (ctx, { domain }) => {
    await retryServer(ctx, domain);
    return back("server_retried");
  },
  { as: "account" },
);

export const forgetServerAction = action(
  domainInput,
  async (ctx, { domain }) => {
    await forgetServer(ctx, domain);
    return back("server_forgotten");
  },
  { as: "account" },
);

export const setDomainPolicyAction = action(
  domainPolicyInput,
  async (ctx, input) => {
    await setDomainPolicy(ctx, input);
    return back("policy_saved");
  },
  { as: "account" },
);

export const removeDomainPolicyAction = action(
  domainInput,
  async (ctx, { domain }) => {
    await removeDomainPolicy(ctx, domain);
    return back("policy_removed");
  },
  { as: "account" },
);

export const acceptServerFollowerAction = action(
  serverFollowerInput,
  async (ctx, { followId }) => {
    await acceptServerFollower(ctx, followId);
    return back("follower_accepted");
  },
  { as: "account" },
);

export const refuseServerFollowerAction = action(
  serverFollowerInput,
  async (ctx, { followId }) => {
    await refuseServerFollower(ctx, followId);
    return back("follower_refused");
  },
  { as: "account" },
);
