// How a prompt was read. From the server: props.parts, [{text, key, is_name, label}], of which those with a key may be
// a name; props.remarks, sentences; and props.added, what the style adds; before this script: words, and field, the prompt's selector. props.value goes back: {key: "name" or "word"}, what a person said of them.
// Everything is written as text, never as HTML.
const root = element.querySelector(".prompt-reading");

const said = () => (props.value && typeof props.value === "object" ? props.value : {});

const mention = (part) => {
  const button = make("button", `mention ${part.is_name ? "is-name" : "is-word"}`, part.text);
  button.type = "button";
  button.title = part.label;
  button.dataset.key = part.key;
  button.setAttribute("aria-pressed", String(part.is_name));
  button.setAttribute("aria-label", part.label);
  button.addEventListener("click", () => { props.value = { ...said(), [part.key]: part.is_name ? "word" : "name" }; });
  return button;
};

let drawn = null;
function draw() {
  const facts = JSON.stringify([props.parts, props.remarks, props.added]);
  if (facts === drawn) return;
  drawn = facts;
  const parts = Array.isArray(props.parts) ? props.parts : [], remarks = Array.isArray(props.remarks) ? props.remarks : [];
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const nodes = [];
  if (parts.length) {
    const line = make("p", "read-as");
    line.append(make("span", "read-as-title", words.title), " ");
    line.append(...parts.map((part) => (part.key ? mention(part) : document.createTextNode(part.text))));
    nodes.push(line, make("p", "hint", words.help));
  }
  if (props.added) nodes.push(make("p", "hint added", props.added));
  nodes.push(...remarks.map((remark) => make("p", "hint remark", remark)));
  root.replaceChildren(...nodes);
  if (focused) [...root.querySelectorAll("button")].find((button) => button.dataset.key === focused)?.focus();
}

watch(["parts", "remarks", "added"], draw);
draw();

// Gradio's field tells of what is typed by its keys alone: words that are pasted, dragged or dictated come by none.
const isField = (event) => event.target.closest?.(field) != null;
let isByKey = false;
document.addEventListener("keypress", (event) => { if (isField(event)) isByKey = true; });
document.addEventListener("input", (event) => {
  if (!isField(event)) return;
  if (!isByKey) setTimeout(() => trigger("put_in")); // once the field has its new value
  isByKey = false;
});
