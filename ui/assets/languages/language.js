// In which language a page is, the server says, by the choice in the header or by what the browser reads. It runs before
// gradio's own scripts, whose words follow navigator.language, and which call the page's language by another name.
// Before this script: gradioWords and gradioCore.
const root = document.documentElement, language = root.lang, ours = language.split("-")[0];
const regional = navigator.languages.filter((one) => one.split("-")[0] === ours); // moments are told as they are there
Object.defineProperty(navigator, "language", { get: () => language, configurable: true });
Object.defineProperty(navigator, "languages", { get: () => [...regional, language], configurable: true });
new MutationObserver(() => { if (root.lang !== language) root.lang = language; })
  .observe(root, { attributes: true, attributeFilter: ["lang"] });

const COOKIE = "cuddle-language", YEAR_SECONDS = 365 * 24 * 3600, PLACE = "cuddle-place";
const chosen = () => document.cookie.split("; ").find((one) => one.startsWith(`${COOKIE}=`))?.split("=")[1];
const chosenHere = chosen();
const TABS = '#tabs > .tab-wrapper [role="tab"], #tabs > .tab-wrapper .overflow-dropdown button'; // in their order
const tabs = () => [...document.querySelectorAll(TABS)];
const readAgain = () => {
  const tab = tabs().findIndex((one) => one.classList.contains("selected"));
  try { sessionStorage.setItem(PLACE, JSON.stringify({ tab, y: scrollY })); } catch { /* then it begins at its top */ }
  if (document.querySelector('form[method="post"]')) location.replace(location.href); // else it would be sent again
  else location.reload();
};
document.addEventListener("change", (event) => {
  if (!event.target.matches?.("select[data-language]")) return;
  const isSecure = location.protocol.startsWith("https"), isFramed = isSecure && top !== self; // as on a Space
  const rules = isFramed ? ["samesite=none", "partitioned"] : ["samesite=lax"];
  document.cookie = [
    `${COOKIE}=${event.target.value}`, "path=/", `max-age=${YEAR_SECONDS}`, ...rules, ...(isSecure ? ["secure"] : []),
  ].join("; ");
  readAgain();
});
// Another page of this browser has chosen meanwhile: what comes from now on would be in two languages.
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && chosen() !== chosenHere) readAgain();
});

let place = null;
try {
  place = JSON.parse(sessionStorage.getItem(PLACE));
  sessionStorage.removeItem(PLACE);
} catch { /* none is kept */ }
const goThere = () => {
  const tab = tabs()[place.tab];
  if (!tab || !document.querySelector("#jobs .jobs")) {
    requestAnimationFrame(goThere);
    return;
  }
  if (!location.hash) tab.click(); // else it is there already, or in a sheet over it
  requestAnimationFrame(() => scrollTo({ top: place.y, behavior: "instant" }));
};
if (place?.tab >= 0) goThere();

// Gradio's own words for a language that it does not have. Its scripts read the words once, when they draw the page:
// they are told before. gradioCore is the one of them that keeps the words.
const tellGradio = async () => {
  const gradio = await import(new URL(`assets/${gradioCore}`, location.href));
  await gradio.setupi18n();
  gradio.load_translations({ processed_langs: {}, custom_translations: { [language]: gradioWords } });
  gradio.changeLocale(language);
};
if (gradioWords) tellGradio();
