// What looks after the whole form of Make. The button is pressed from any field with Ctrl or Cmd and Enter, and is inert
// while what it asked for is on its way. Each press carries a token; the next one, if it comes within two seconds of the
// answer, carries the same, so that the server knows an impatient press again. The drawer "Expert" stays as it was left.
const FORM = "#make-form", BUTTON = "#create-button", DRAWER = "#create-more > button", OPEN = "cuddle-expert";
const SAME_PRESS_MS = 2000, GIVE_UP_MS = 20000, LOOK_MS = 250;

let token = null, isOnItsWay = false, fresh = 0, patience = 0;
const newToken = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const button = () => document.querySelector(BUTTON);
const wait = (isWaiting) => {
  isOnItsWay = isWaiting;
  clearTimeout(patience);
  if (isWaiting) patience = setTimeout(() => wait(false), GIVE_UP_MS); // the answer got lost
  if (isWaiting) button()?.setAttribute("aria-disabled", "true");
  else button()?.removeAttribute("aria-disabled");
};
window.tokenOfPress = () => {
  clearTimeout(fresh);
  token ??= newToken();
  return token;
};
window.pressAnswered = () => {
  wait(false);
  clearTimeout(fresh);
  fresh = setTimeout(() => { token = null; }, SAME_PRESS_MS);
};
document.addEventListener("click", (event) => {
  if (!event.target.closest?.(BUTTON)) return;
  if (isOnItsWay) {
    event.preventDefault();
    event.stopImmediatePropagation();
  } else {
    wait(true);
  }
}, { capture: true });
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  if (!event.target.closest?.(FORM) || event.target.closest(BUTTON)) return;
  event.preventDefault();
  event.stopPropagation();
  const typed = event.target.matches('input[type="number"]') ? event.target : null; // told of when it is left
  typed?.blur();
  setTimeout(() => { button()?.click(); typed?.focus(); });
}, { capture: true });

const remembered = () => { try { return localStorage.getItem(OPEN) === "yes"; } catch { return false; } };
const isOpen = (header) => header.classList.contains("open");
const tell = (header) => header.setAttribute("aria-expanded", String(isOpen(header)));
const lookAfter = (header) => {
  tell(header);
  new MutationObserver(() => tell(header)).observe(header, { attributeFilter: ["class"] });
  if (remembered() && !isOpen(header)) header.click();
  header.addEventListener("click", (event) => {
    if (!event.isTrusted) return;
    const wasOpen = isOpen(header);
    try { localStorage.setItem(OPEN, wasOpen ? "no" : "yes"); } catch { /* it is then for this visit */ }
  }, { capture: true });
};
let header = null; // it comes with its tab, and may go and come again
setInterval(() => {
  const now = document.querySelector(DRAWER);
  if (now && now !== header) lookAfter(now);
  header = now;
}, LOOK_MS);
