// Whoever opens something sees it: a press brings what it opens into sight, and closing it goes back to where she was.
// `from`: what is pressed; `shows`: what then has to be seen.
const OPENINGS = [
  { from: "#subjects button[data-name]", shows: "#subject-panel" },
];
const PATIENCE_MS = 8000, LOOK_MS = 250, GAP = 8;

const isShown = (node) => Boolean(node && node.getClientRects().length);
const bring = (node) => {
  const { top, bottom } = node.getBoundingClientRect(), above = GAP;
  const isTall = bottom - top > innerHeight - above;
  const isSeen = top >= above - GAP && (bottom <= innerHeight || (isTall && top <= above + GAP));
  if (!isSeen) scrollBy({ top: top - above, behavior: "instant" });
};

let opened = null; // {opening, y, place: which of the presses, until: when it is given up}
const numberOf = (opening, button) => [...document.querySelectorAll(opening.from)].indexOf(button);
const goBack = () => {
  if (!opened) return;
  const { opening, y, place } = opened;
  opened = null;
  scrollTo({ top: y, behavior: "instant" });
  document.querySelectorAll(opening.from)[place]?.focus({ preventScroll: true });
};

// It comes when the server has answered, and grows when the picture has loaded.
const follow = () => {
  if (!opened) return;
  const node = document.querySelector(opened.opening.shows), isNew = performance.now() < opened.until;
  if (isShown(node)) {
    opened.wasShown = true;
    if (isNew) bring(node);
  } else if (opened.wasShown) {
    goBack();
    return;
  }
  if (isNew) requestAnimationFrame(follow);
  else setTimeout(follow, LOOK_MS);
};
document.addEventListener("click", (event) => {
  const opening = OPENINGS.find(({ from }) => event.target.closest?.(from));
  if (!opening) return;
  const isFollowed = opened !== null;
  const place = numberOf(opening, event.target.closest(opening.from));
  opened = { opening, place, y: scrollY, until: performance.now() + PATIENCE_MS, wasShown: false };
  if (!isFollowed) requestAnimationFrame(follow);
}, { capture: true });
// The question before something is deleted has the focus on the answer that keeps it, which Escape gives, too.
const focusSoon = (id, until = performance.now() + 2000) => {
  const node = document.getElementById(id);
  if (isShown(node)) node.focus({ preventScroll: true });
  else if (performance.now() < until) requestAnimationFrame(() => focusSoon(id, until));
};
const refuse = () => {
  const keep = document.activeElement?.closest(".sure")?.querySelector('button[id$="-no"]');
  keep?.click();
  return Boolean(keep);
};
document.addEventListener("click", (event) => {
  const id = event.target.closest?.('button[id^="delete-"]')?.id;
  if (id?.endsWith("-no")) focusSoon(id.slice(0, -3));
  else if (id && !id.endsWith("-yes")) focusSoon(`${id}-no`);
});
// From then on she is the one who scrolls, and what she presses stays where it is.
for (const type of ["wheel", "touchmove", "pointerdown", "keydown"]) {
  document.addEventListener(type, (event) => {
    if (opened && isShown(document.querySelector(opened.opening.shows))) opened.until = 0;
    if (event.key === "Escape") refuse();
  }, { passive: true, capture: type === "pointerdown" });
}

// Who goes to another place has nothing open any more.
document.addEventListener("place-changed", () => { opened = null; });
