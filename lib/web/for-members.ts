/**
 * Whether a path is for members alone, who agree to what was changed before they go on there. Taking one's data along and
 * leaving must always be possible.
 */
export function isForMembers(pathname: string): boolean {
  const isOpen = /^\/my\/(?:data|identities\/[^/]+\/delete)(?:\/|$)/.test(pathname);
  return !isOpen && /^\/(?:my|admin|moderation|welcome|events\/new)(?:\/|$)/.test(pathname);
}
