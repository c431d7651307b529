// Keys, focus, scrolling, copying. Everything else is plain links and forms, which htmx makes quick.
"use strict";

const $ = (id) => document.getElementById(id);
let busy = false; // an answer is awaited: a second press must not decide the same finding again
let looked = null; // finding on the page before the last swap

const writing = (el) => el && (el.matches("input:not([type=checkbox]), textarea, select") || el.isContentEditable);
const single = () => localStorage.getItem("keys") !== "off";
const seen = (el) => el.getClientRects().length > 0;

// Keys

function target(key) {
  const open = $("override")?.open;
  const all = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];
  return all.find((el) => seen(el) && (!el.dataset.within || open));
}

function leave() {
  const open = document.querySelector("details.override[open], details.change[open]");
  if (writing(document.activeElement)) document.activeElement.blur();
  else if (open) open.open = false;
  closeQueue();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || $("help")?.open) return;
  if (event.key === "Escape") {
    event.preventDefault(); // else the browser empties the search
    return leave();
  }
  if (writing(event.target) || (!single() && event.key !== "?")) return;
  const aliases = { ArrowDown: "j", ArrowUp: "k" };
  const arrows = event.key in aliases && (event.target === document.body || event.target.id === "title");
  const el = target(arrows ? aliases[event.key] : event.key.toLowerCase());
  if (!el || event.repeat) return;
  event.preventDefault();
  if (el.id === "help-open") return $("help").showModal();
  if (writing(el)) return el.select ? (el.focus(), el.select()) : el.focus();
  if (el.tagName === "SUMMARY") return toggle(el);
  if (!busy) el.click();
});

function toggle(summary) {
  const details = summary.parentElement;
  details.open = !details.open;
  if (details.open) (details.querySelector("button, input:not([type=hidden])") || summary).focus();
  if (details.open && details.id === "evidence") details.scrollIntoView({ block: "start" });
}

// After each swap: where one looks, what is read out

function centre(el) {
  const box = el?.closest(".article, .rows");
  if (!box || box.scrollHeight <= box.clientHeight) return;
  const place = el.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (place < 60 || place > box.clientHeight - 90) box.scrollTop += place - box.clientHeight / 3;
}

function settle(first) {
  const here = $("finding")?.dataset.id || document.location.pathname;
  if (here !== looked) closeQueue();
  document.querySelectorAll(".article [aria-current], .rows [aria-current]").forEach(centre);
  if ($("keys-on")) $("keys-on").checked = single();
  const told = document.querySelector("[data-said]")?.firstChild?.textContent.trim() || "";
  if (!first && here !== looked && !writing(document.activeElement)) $("title")?.focus({ preventScroll: true });
  if (!first && matchMedia("(max-width: 800px)").matches) window.scrollTo(0, 0);
  looked = here;
  if (told) $("live").textContent = told;
  else if (!first && document.querySelector(".trial")) $("live").textContent = document.querySelector(".trial").textContent;
}

let typed = null; // what stands in the search while an answer replaces it
document.addEventListener("htmx:beforeSwap", () => {
  const search = $("search");
  typed = search && document.activeElement === search ? [search.value, search.selectionStart] : null;
});
document.addEventListener("htmx:afterSwap", () => {
  const search = $("search");
  if (!typed || !search) return;
  [search.value] = typed;
  search.focus();
  search.setSelectionRange(typed[1], typed[1]);
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.tagName !== "DATALIST") settle(false);
});
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target.id !== "filters" && event.detail.requestConfig.verb === "post") busy = true;
  $("main")?.setAttribute("aria-busy", "true");
});
document.addEventListener("htmx:afterRequest", () => {
  busy = false;
  $("main")?.removeAttribute("aria-busy");
});
for (const name of ["htmx:sendError", "htmx:timeout"])
  document.addEventListener(name, () => {
    const trouble = $("trouble");
    trouble.textContent = "The server does not answer. Your last key was not recorded; start factcheck review again and press it once more.";
    trouble.hidden = false;
  });
document.addEventListener("htmx:afterOnLoad", () => ($("trouble").hidden = true));

// Buttons that need no server

function closeQueue() {
  document.body.classList.remove("queue-open");
  $("queue-open")?.setAttribute("aria-expanded", "false");
}

async function copy(button) {
  const words = $(button.dataset.copy).textContent;
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    const range = document.createRange();
    range.selectNodeContents($(button.dataset.copy));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    document.execCommand("copy");
  }
  $("live").textContent = "Correction copied.";
  button.classList.add("done");
  setTimeout(() => button.classList.remove("done"), 1500);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.copy) copy(button);
  if (button.id === "help-open") $("help").showModal();
  if (button.id === "theme") {
    const dark = getComputedStyle(document.documentElement).colorScheme === "dark";
    document.documentElement.dataset.theme = dark ? "light" : "dark";
    localStorage.setItem("theme", document.documentElement.dataset.theme);
  }
  if (button.id === "queue-open") {
    const open = document.body.classList.toggle("queue-open");
    button.setAttribute("aria-expanded", String(open));
    if (open) centre(document.querySelector(".rows [aria-current]"));
  }
});
document.addEventListener("change", (event) => {
  if (event.target.id === "keys-on") localStorage.setItem("keys", event.target.checked ? "on" : "off");
});

settle(true);
document.documentElement.classList.add("ready"); // from here on keys are heard
