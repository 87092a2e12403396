import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Federation } from "@/components/admin/federation";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { canAdminister } from "@/lib/instance/policy";
import { readFederation } from "@/lib/web/federation-reading";
import { noticeOf } from "@/lib/web/notice";
import { titledAs } from "@/lib/web/section-title";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { answerMissing } from "@/lib/web/visitor/missing";
import {
  acceptServerFollowerAction,
  followServerAction,
  forgetServerAction,
  refuseServerFollowerAction,
  removeDomainPolicyAction,
  retryServerAction,
  setDomainPolicyAction,
  setFederationAction,
  unfollowServerAction,
} from "./actions";

type Props = PageProps<"/m/[locale]/admin/federation">;

export const generateMetadata = titledAs("federation");

const actions = {
  save: setFederationAction,
  follow: followServerAction,
  unfollow: unfollowServerAction,
  acceptFollower: acceptServerFollowerAction,
  refuseFollower: refuseServerFollowerAction,
  retry: retryServerAction,
  forget: forgetServerAction,
  decide: setDomainPolicyAction,
  undecide: removeDomainPolicyAction,
};

export default async function FederationPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const staff = await staffFor(paths.federation, canAdminister);
  if (!staff) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const reading = await readFederation(staff, await searchParams);
  const [counts, notice] = await Promise.all([countForStaff(staff), noticeOf(searchParams)]);
  return (
    <AdminFrame current="federation" role={staff.actor.role} counts={counts} notice={notice}>
      <Federation reading={reading} actions={actions} />
    </AdminFrame>
  );
}
