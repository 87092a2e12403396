// The only script that visitors get. Every page is complete without it: it spares clicks and reloads.

const root = document.documentElement;
/** English as on our pages: 19:00, 26 November. */
const wording = root.lang === "en" ? "en-GB" : root.lang;

document.addEventListener("click", (event) => {
  const target = /** @type {Element} */ (event.target);
  closeMenus(target.closest("details[data-menu]"));
  openDialog(event, target);
  const map = target.closest("[data-show-map]");
  if (map) openMap(map);
  if (target.closest("[data-close]")) target.closest("dialog")?.close();
  if (target instanceof HTMLDialogElement) closeFromBackdrop(event, target);
  const copier = target.closest("[data-copy]");
  if (copier) copy(copier.dataset.copy, copier.dataset.done);
  const sharer = target.closest("[data-share]");
  if (sharer) share(sharer.dataset);
  const way = target.closest("[data-mastodon-server]");
  if (way) rememberServer(way.dataset.mastodonServer);
});

document.addEventListener("keydown", (event) => {
  const menu = document.activeElement?.closest("details[data-menu][open]");
  if (event.key === "Escape") {
    menu?.querySelector("summary").focus();
    closeMenus(null);
  }
  if (menu && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    moveIn(menu, event.key === "ArrowDown" ? 1 : -1);
  }
});

document.addEventListener("focusout", (event) => {
  const menu = event.target.closest?.("details[data-menu][open]");
  if (menu && event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
});

document.addEventListener("submit", (event) => {
  if (event.target.dataset.preference === "theme") switchTheme(event);
});

markTheme(themeNow());
for (const element of document.querySelectorAll("[data-own-time]")) showOwnTime(element);
for (const field of document.querySelectorAll("[data-zone-of-browser]"))
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
if (!navigator.share) for (const button of document.querySelectorAll("[data-share]")) button.hidden = true;
showServer(knownServer());

function closeMenus(except) {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (menu !== except) menu.open = false;
  }
}

function moveIn(menu, step) {
  const stops = [...menu.querySelectorAll("summary, .menu-item")];
  const next = stops.indexOf(document.activeElement) + step;
  stops[(next + stops.length) % stops.length].focus();
}

/** Without scripts the dialog unfolds below its button; here it becomes modal, and gives the focus back at its end. */
function openDialog(event, target) {
  const summary = target.closest("details[data-dialog] > summary");
  const dialog = summary?.parentElement.querySelector("dialog");
  if (!dialog || dialog.open) return;
  event.preventDefault();
  summary.parentElement.open = true;
  dialog.addEventListener(
    "close",
    () => {
      summary.parentElement.open = false;
      summary.focus();
    },
    { once: true },
  );
  dialog.showModal();
}

/** What draws maps comes with the first of them. */
async function openMap(button) {
  const box = button.closest("[data-map]");
  try {
    const { showMap } = await import("/map.js");
    await showMap(button, box);
  } catch {
    box.querySelector("[role=status]").textContent = box.dataset.failed;
    button.removeAttribute("aria-busy");
  }
}

function closeFromBackdrop(event, dialog) {
  const box = dialog.getBoundingClientRect();
  const inside =
    event.clientX >= box.left &&
    event.clientX <= box.right &&
    event.clientY >= box.top &&
    event.clientY <= box.bottom;
  // Enter in a field clicks a button at 0, 0: that is no click beside the dialog.
  if (!inside && event.detail > 0) dialog.close();
}

async function share({ url, title, done }) {
  if (!navigator.share) return copy(url, done);
  try {
    await navigator.share({ url, title });
  } catch {
    // Closed without choosing.
  }
}

/** Whoever shared on Mastodon from here need not say again where they are. It is told to nobody. */
function showServer(server) {
  if (!server) return;
  const field = document.querySelector("[data-mastodon-field]");
  if (field && !field.value) field.value = server;
  for (const link of document.querySelectorAll("[data-mastodon]")) {
    link.href = `https://${server}/share?text=${encodeURIComponent(link.dataset.mastodon)}`;
    link.rel = "external noopener noreferrer";
    link.nextElementSibling.hidden = false;
  }
}

function knownServer() {
  try {
    const server = localStorage.getItem("carillon_mastodon");
    return /^[a-z\d.-]+$/.test(server) ? server : null;
  } catch {
    return null; // No storage here.
  }
}

function rememberServer(server) {
  try {
    localStorage.setItem("carillon_mastodon", server);
  } catch {
    // They will be asked again.
  }
}

async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    // Not allowed: the link stands in the address bar too.
  }
}

/** A confirmation that comes and goes; read aloud once. */
function say(message) {
  if (!message) return;
  let toast = document.querySelector(".toast-float");
  if (!toast) {
    toast = document.createElement("p");
    toast.className = "toast-float";
    toast.setAttribute("role", "status");
    document.body.append(toast);
  }
  toast.textContent = "";
  requestAnimationFrame(() => {
    toast.textContent = message;
  });
  clearTimeout(say.timer);
  say.timer = setTimeout(() => {
    toast.textContent = "";
  }, 4000);
}

function themeNow() {
  return root.dataset.theme ?? document.cookie.match(/(?:^|; )carillon_theme=(light|dark)/)?.[1] ?? "system";
}

function markTheme(theme) {
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const button of document.querySelectorAll('[data-preference="theme"] button')) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
}

function switchTheme(event) {
  const { submitter } = event;
  if (!submitter) return;
  event.preventDefault();
  markTheme(submitter.value);
  // At once, so that the next page is right however soon it comes.
  const life = submitter.value === "system" ? 0 : 31_536_000;
  const secure = location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not there without TLS
  document.cookie = `carillon_theme=${submitter.value}; path=/; max-age=${life}; samesite=lax${secure}`;
  if ("account" in event.target.dataset) tellAccount(event.target.action, submitter.value);
}

/** Signed in, the choice goes along to other devices. Without a connection it holds here all the same. */
async function tellAccount(url, theme) {
  const body = new URLSearchParams({ theme });
  await fetch(url, { method: "POST", body, redirect: "manual", keepalive: true }).catch(() => {});
}

/** When the clock on the wall differs: the same moment where the reader is. */
function showOwnTime(element) {
  const { start, end, zone, template } = element.dataset;
  const first = new Date(start);
  if (sameClock(first, zone)) return;
  const day = { weekday: "short", day: "numeric", month: "short" };
  const shown = { ...(sameDay(first, zone) ? {} : day), hour: "numeric", minute: "2-digit" };
  const format = new Intl.DateTimeFormat(wording, shown);
  const time = end ? format.formatRange(first, new Date(end)) : format.format(first);
  element.textContent = template.replace("{zone}", () => zoneName(first)).replace("{time}", () => time);
  element.hidden = false;
}

function sameClock(date, timeZone) {
  const clock = { dateStyle: "short", timeStyle: "short" };
  return date.toLocaleString("en", clock) === date.toLocaleString("en", { ...clock, timeZone });
}

function sameDay(date, timeZone) {
  return date.toLocaleDateString("en") === date.toLocaleDateString("en", { timeZone });
}

function zoneName(date) {
  const parts = new Intl.DateTimeFormat(wording, { timeZoneName: "longGeneric" }).formatToParts(date);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
}
