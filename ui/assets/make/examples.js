// Ideas for the sentence, as chips: a press writes one into the field. From the server: props.sentences, [{key, label,
// sentence}], the best ones first; before this script: words, and field, the selector of the prompt.
// A sentence that came from here follows who is chosen. Everything is written as text, never as HTML.
const root = element.querySelector(".examples");
const WIDE = 760, FEW = 3, SOME = 4; // pixels; chips at a time

const ideas = () => (Array.isArray(props.sentences) ? props.sentences : []);
const prompt = () => document.querySelector(`${field} textarea`);
const write = (sentence) => {
  const input = prompt();
  if (!input || input.value === sentence) return;
  input.value = sentence;
  input.dispatchEvent(new Event("input", { bubbles: true }));
};

let shown = []; // what the chips are, with the names that they had
let ownWords = ""; // what a person had written when an idea took its place
const seen = new Set(); // keys of what has been in the field
const isIdea = (text) => [...shown, ...ideas()].some(({ sentence }) => sentence === text);
const take = (idea) => {
  const there = prompt()?.value ?? "";
  if (there.trim() && !isIdea(there)) ownWords = there;
  seen.add(idea.key);
  write(idea.sentence);
  ears.textContent = filled(words.filled, { sentence: idea.sentence });
  draw();
};
const surprise = () => {
  const visible = ideas().slice(0, many()).map(({ key }) => key);
  const there = prompt()?.value;
  const others = ideas().filter(({ sentence }) => sentence !== there);
  let fresh = others.filter(({ key }) => !seen.has(key) && !visible.includes(key));
  if (!fresh.length) fresh = others.filter(({ key }) => !seen.has(key));
  if (!fresh.length) { seen.clear(); fresh = others; }
  if (fresh.length) take(fresh[Math.floor(Math.random() * fresh.length)]);
};
const chip = (text, classes, onPress) => {
  const button = make("button", `chip ${classes}`, text);
  button.type = "button";
  button.addEventListener("click", onPress);
  return button;
};
const chips = make("div", "chips"), ears = make("p", "for-ears"), any = chip(words.surprise, "surprise", surprise);
const back = chip(words.back, "back", () => { write(ownWords); ownWords = ""; draw(); });
ears.setAttribute("aria-live", "polite");
chips.setAttribute("role", "group");
chips.setAttribute("aria-label", words.title);
root.append(chips, ears);

const many = () => (root.clientWidth < WIDE ? FEW : SOME);
let drawn = "";
function draw() {
  const text = prompt()?.value ?? "";
  const before = shown.find(({ sentence }) => text && sentence === text);
  const after = before && ideas().find(({ key }) => key === before.key);
  shown = ideas();
  if (after && after.sentence !== text) write(after.sentence); // who is chosen has changed
  const facts = JSON.stringify([shown.slice(0, many()), ownWords]);
  if (facts === drawn) return;
  drawn = facts;
  const focused = chips.contains(document.activeElement) ? document.activeElement.textContent : undefined;
  const picks = shown.slice(0, many()).map((idea) => {
    const button = chip(idea.label, "idea", () => take(idea));
    button.title = idea.sentence;
    return button;
  });
  chips.replaceChildren(...picks, ...(shown.length ? [any] : []), ...(ownWords ? [back] : []));
  if (focused) [...chips.children].find((button) => button.textContent === focused)?.focus();
}
new ResizeObserver(draw).observe(root);
watch(["sentences"], draw);
draw();
