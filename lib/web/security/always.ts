/** Headers of every answer, whoever makes it. */
export const always = {
  "X-Content-Type-Options": "nosniff",
  // Other sites learn our address but never a path: links to unlisted events are secrets. Not "same-origin", since
  // map tiles are refused without a referrer; not "no-referrer", since forms would then send "Origin: null".
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy":
    "camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};
