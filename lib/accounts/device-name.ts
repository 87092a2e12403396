/** What a device calls itself, in words that people know; null for what we do not recognise. */
export type DeviceName = { browser: string | null; system: string | null; isHandheld: boolean };

/** The first that matches counts: most browsers also claim to be the ones further down. */
const browsers: [RegExp, string][] = [
  [/\bEdg(A|iOS)?\//, "Edge"],
  [/\b(OPR|OPT|OPiOS)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\bCriOS\/|Chrom(e|ium)\//, "Chrome"],
  [/\bVersion\/[\d.]+.* Safari\//, "Safari"],
];

const systems: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

const handheld = new Set<string | null>(["iPhone", "iPad", "Android"]);

/** Names browser and system from what the browser said of itself when it signed in. Anybody can say anything. */
export function deviceName(userAgent: string): DeviceName {
  const system = firstIn(systems, userAgent);
  return { browser: firstIn(browsers, userAgent), system, isHandheld: handheld.has(system) };
}

function firstIn(names: [RegExp, string][], userAgent: string): string | null {
  return names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
}
