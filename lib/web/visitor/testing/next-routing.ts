import type { IncomingMessage } from "node:http";
import { modifyRouteRegex } from "next/dist/lib/redirect-status";
import { getPathMatch } from "next/dist/shared/lib/router/utils/path-match";
import { matchHas, prepareDestination } from "next/dist/shared/lib/router/utils/prepare-destination";
import { locales } from "@/lib/core/locale";
import { chooseMemberPage, chooseVisitorPage } from "../rewrites";

export type Asked = {
  cookies?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
};

/** Where Next looks for the page, by its own functions: all rules before files, then the first one after. */
export function innerPath(path: string, { cookies = {}, query = {}, headers = {} }: Asked = {}): string {
  const request = { headers, cookies } as unknown as IncomingMessage;
  const apply = (current: string, rule: ReturnType<typeof chooseVisitorPage>[number]) => {
    const match = getPathMatch(rule.source, {
      removeUnnamedParams: true,
      strict: true,
      regexModifier: (pattern) => modifyRouteRegex(pattern),
    })(current);
    const has = match && matchHas(request as never, query, rule.has, rule.missing);
    if (!has) return current;
    const { newUrl } = prepareDestination({
      appendParamsToQuery: true,
      destination: rule.destination,
      params: { ...match, ...has },
      query,
    });
    return newUrl;
  };
  const inner = chooseVisitorPage(locales).reduce(apply, path);
  return chooseMemberPage(locales).reduce(
    (current, rule) => (current === inner ? apply(current, rule) : current),
    inner,
  );
}
