/**
 * Takes out of a rendered page what only the framework's scripts need: the scripts, their preloads, the inline
 * payload and React's markers. What is left is complete without a script: HTML, CSS, JSON-LD and our one module.
 * Safe on text, because React and our sanitizer write every `<` of a text or an attribute as `&lt;`.
 */
export function strip(html: string): string {
  return html.replace(removable, (found, script, link) => {
    if (script !== undefined) return isOurs(script) ? found : "";
    if (link !== undefined) return isForScripts(link) ? "" : found;
    return "";
  });
}

/** One pass, so that a comment's opening within JSON-LD is not taken for a comment. */
const removable = /<script\b([^>]*)>[\s\S]*?<\/script>|<link\b([^>]*)>|<!--[\s\S]*?-->/g;

function isOurs(attributes: string): boolean {
  return attributes.includes('type="application/ld+json"') || attributes.includes('src="/enhance.js"');
}

function isForScripts(attributes: string): boolean {
  return attributes.includes('rel="modulepreload"') || attributes.includes('as="script"');
}
