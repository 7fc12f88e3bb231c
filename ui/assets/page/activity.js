// The drawer of what goes on: the pill opens it, Escape, its own button or a press elsewhere closes it. Both come anew
// with every step of a job, so that what is open is said around them; not as a class, since gradio writes those.
const drawer = element.closest("#jobs");
const isOpen = () => drawer.dataset.open === "yes";
const pill = () => drawer.querySelector(".pill");
const told = { permission: () => globalThis.Notification?.permission, states: new Map() };
const set = (open, focus) => {
  drawer.dataset.open = open ? "yes" : "no";
  pill()?.setAttribute("aria-expanded", String(open));
  if (focus) drawer.querySelector(open ? ".close-activity" : ".pill")?.focus({ preventScroll: true });
};
document.addEventListener("click", (event) => {
  const { target } = event;
  if (!target.isConnected || target.closest?.("dialog")) return; // drawn anew, or a question about a job
  if (target.closest?.("#jobs .pill, [data-opens-activity]")) set(!isOpen(), true);
  else if (target.closest?.("#jobs .close-activity")) set(false, true);
  else if (isOpen() && !target.closest?.("#activity")) set(false, false);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !isOpen() || document.querySelector("dialog[open]")) return;
  event.stopPropagation();
  set(false, true);
}, { capture: true });

// What the tab is called says how it goes, too; and whoever wants it is told when something is done.
const pageTitle = document.title;
const tellButton = make("button", "small-button");
tellButton.type = "button";
tellButton.addEventListener("click", async () => {
  await Notification.requestPermission();
  drawn();
});
const news = () => {
  for (const card of drawer.querySelectorAll(".job")) {
    const { job, state } = card.dataset, before = told.states.get(job);
    told.states.set(job, state);
    const ended = state === "done" || state === "failed";
    if (!before || before === state || !ended || !document.hidden || told.permission() !== "granted") continue;
    new Notification(card.querySelector(".job-title")?.textContent ?? pageTitle, {
      body: card.querySelector(".job-standing")?.textContent ?? "", tag: job,
    });
  }
};
let hadFocus = "";
drawer.addEventListener("focusin", ({ target }) => {
  hadFocus = target.closest(".pill") ? ".pill" : target.closest(".close-activity") ? ".close-activity" : "";
});
const drawn = () => {
  set(isOpen(), false);
  if (hadFocus && document.activeElement === document.body) drawer.querySelector(hadFocus)?.focus({ preventScroll: true });
  const said = drawer.querySelector(".pill.busy")?.textContent;
  document.title = said ? `${said} · ${pageTitle}` : pageTitle;
  const place = drawer.querySelector(".tell-me"), may = told.permission();
  if (place && may && may !== "denied" && !place.childElementCount) {
    if (may === "default") tellButton.textContent = tellMe;
    place.replaceChildren(may === "default" ? tellButton : make("p", "quiet", tellMeOn));
  }
  news();
};
new MutationObserver((records) => {
  if (records.some(({ target }) => !target.closest?.(".tell-me, .pill"))) drawn();
}).observe(drawer, { childList: true, subtree: true });
drawn();
