// The style of the pictures: words that are added to the sentence. From the server: props.rows, [{value, title}], the value
// being those words, none where the base model knows no styles; before this script: words.
// props.value: the words of the style that is chosen, "" for none. Styles of one's own are kept in this browser.
const root = element.querySelector(".style-place");
const KEPT = "cuddle-styles", MOST = 40, LONGEST_NAME = 40, LONGEST_WORDS = 300;

const isText = (value, longest) => typeof value === "string" && value.trim().length > 0 && value.length <= longest;
const kept = () => {
  try {
    const found = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    const fine = (one) => isText(one?.name, LONGEST_NAME) && isText(one?.words, LONGEST_WORDS);
    return Array.isArray(found) ? found.filter(fine).slice(0, MOST) : [];
  } catch { return []; }
};
const keep = (styles) => { try { localStorage.setItem(KEPT, JSON.stringify(styles)); } catch { /* it is then for this visit */ } };

let own = kept();
let before = ""; // what was chosen when styles went away with another base model
const choose = (style) => {
  props.value = style;
  draw();
};
const group = radioCards(words.legend, "styles", choose);

const forget = (style) => {
  own = own.filter((one) => one.words !== style.words);
  keep(own);
  if (props.value === style.words) props.value = "";
  draw();
  group.node.querySelector("input:checked")?.focus();
};
const forgetButton = (style) => {
  const button = make("button", "card-forget", "×");
  button.type = "button";
  button.title = filled(words.forget, { name: style.name });
  button.setAttribute("aria-label", button.title);
  button.addEventListener("click", () => forget(style));
  return button;
};

const field = (label, longest, placeholder) => {
  const node = make("label", "own-field"), input = make("input");
  Object.assign(input, { type: "text", maxLength: longest, placeholder });
  node.append(make("span", "", label), input);
  return { node, input };
};
const form = make("details", "own-style"), save = make("button", "small-button", words.save);
const named = field(words.name, LONGEST_NAME, words.name_example), said = field(words.words, LONGEST_WORDS, words.words_example);
const problem = make("p", "hint");
save.type = "button";
problem.setAttribute("role", "status");
const saveIt = () => {
  const style = { name: named.input.value.trim(), words: said.input.value.trim() };
  problem.textContent = "";
  if (!style.name || !style.words) {
    problem.textContent = words.empty;
    (style.name ? said : named).input.focus();
    return;
  }
  if (own.length >= MOST) {
    problem.textContent = words.full;
    return;
  }
  own = [...own.filter((one) => one.words !== style.words && one.name !== style.name), style];
  keep(own);
  named.input.value = said.input.value = "";
  form.open = false;
  choose(style.words);
  group.node.querySelector("input:checked")?.focus();
};
save.addEventListener("click", saveIt);
for (const { input } of [named, said]) {
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) { event.preventDefault(); saveIt(); }
  });
}
form.append(make("summary", "", words.own), named.node, said.node, save, problem);
root.append(group.node, form);

function draw() {
  if (!Array.isArray(props.rows)) return; // not heard from the server yet: what was chosen stays
  root.hidden = !props.rows.length;
  if (root.hidden) {
    if (props.value) [before, props.value] = [props.value, ""];
    return;
  }
  if (!props.value && before) props.value = before;
  before = "";
  const rows = props.rows.map((row) => ({ ...row, help: row.value }));
  const mine = own.filter(({ words: said }) => !rows.some(({ value }) => value === said));
  const all = [{ value: "", title: words.none, help: words.none_help }, ...rows,
    ...mine.map((one) => ({ value: one.words, title: one.name, help: one.words, tools: forgetButton(one) }))];
  const value = props.value ?? "";
  if (!all.some((row) => row.value === value)) all.push({ value, title: words.other, help: value });
  group.show(all, value);
}
watch(["value", "rows"], draw);
draw();
