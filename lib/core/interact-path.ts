/** Where other servers send their people with a thing of ours (or of anybody), and where ours are led to theirs. */
export function interactPath(uri: string): string {
  return `/interact?${new URLSearchParams({ uri })}`;
}
