import { expect, test } from "vitest";
import { deviceName } from "./device-name";

const mozilla = "Mozilla/5.0";
const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
const windows = "(Windows NT 10.0; Win64; x64)";
const iPhone = "(iPhone; CPU iPhone OS 18_5 like Mac OS X)";

test.each([
  [`${mozilla} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`, "Firefox", "Linux"],
  [`${mozilla} (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0`, "Firefox", "Android"],
  [`${mozilla} ${windows} ${webkit} Chrome/138.0.0.0 Safari/537.36`, "Chrome", "Windows"],
  [`${mozilla} ${windows} ${webkit} Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0`, "Edge", "Windows"],
  [`${mozilla} ${windows} ${webkit} Chrome/137.0.0.0 Safari/537.36 OPR/121.0.0.0`, "Opera", "Windows"],
  [`${mozilla} (X11; CrOS x86_64 14541.0.0) ${webkit} Chrome/138.0.0.0 Safari/537.36`, "Chrome", "ChromeOS"],
  [`${mozilla} (X11; Linux x86_64) ${webkit} HeadlessChrome/138.0.0.0 Safari/537.36`, "Chrome", "Linux"],
  [
    `${mozilla} (Linux; Android 15; SM-S931B) ${webkit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    "Samsung Internet",
    "Android",
  ],
  [
    `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15`,
    "Safari",
    "macOS",
  ],
  [
    `${mozilla} ${iPhone} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1`,
    "Safari",
    "iPhone",
  ],
  [
    `${mozilla} ${iPhone} AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/138.0.0.0 Mobile/15E148 Safari/604.1`,
    "Chrome",
    "iPhone",
  ],
  [
    `${mozilla} ${iPhone} AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/140.0 Mobile/15E148 Safari/605.1.15`,
    "Firefox",
    "iPhone",
  ],
  ["curl/8.14.1", null, null],
  ["", null, null],
])("%s", (userAgent, browser, system) => {
  const isHandheld = system === "iPhone" || system === "Android";
  expect(deviceName(userAgent)).toEqual({ browser, system, isHandheld });
});
