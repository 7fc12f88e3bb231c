// Every place of the page has an address: #home, #make, #album, #teach, #account. A link to one goes there, Back goes
// back, and a reload stays. Three are gradio's tabs; the others are sheets over them, and who closes one is where she was
// before. The tabs may come after this.
// No element may be called as a place is: Back would put the focus at it, away from where she was.
const SHEETS = ["teach", "account"];
const tabs = () => [...document.querySelectorAll('#tabs button[role="tab"]')];
const tabOf = (place) => tabs().find(({ dataset }) => dataset.tabId === place);
const asked = () => {
  const place = location.hash.slice(1).split("/")[0];
  return SHEETS.includes(place) || tabOf(place) ? place : "home";
};
let shown = null, under = "home"; // the tab that a sheet lies over
const show = () => {
  const place = asked(), tab = tabOf(place);
  if (tab && tab.getAttribute("aria-selected") !== "true") tab.click();
  if (place === shown || (!tab && !SHEETS.includes(place))) return;
  const isFirst = shown === null;
  shown = document.documentElement.dataset.place = place;
  document.dispatchEvent(new Event("place-changed"));
  if (!SHEETS.includes(place)) under = place;
  if (isFirst) return;
  scrollTo({ top: 0, behavior: "instant" });
  if (SHEETS.includes(place)) document.querySelector(`#${place}-head h2`)?.focus({ preventScroll: true });
};
const go = (place) => {
  if (asked() !== place) history.pushState(history.state, "", `#${place}`);
  show();
};
addEventListener("hashchange", show);
addEventListener("popstate", show);
document.addEventListener("click", (event) => {
  const tab = event.target.closest?.('#tabs button[role="tab"]');
  if (tab) go(tab.dataset.tabId);
  if (!event.target.closest?.(".sheet-close")) return;
  event.preventDefault();
  go(under);
});
document.addEventListener("keydown", ({ key, defaultPrevented }) => {
  if (key === "Escape" && !defaultPrevented && SHEETS.includes(shown) && !document.querySelector("dialog[open]")) go(under);
});
const look = () => {
  if (shown === null) show();
  const to = document.querySelector("#place-to-go [data-to]");
  if (!to || to.dataset.done) return;
  to.dataset.done = "yes";
  go(to.dataset.to);
};
new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
look();
