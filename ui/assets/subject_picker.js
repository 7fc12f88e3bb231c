// The cards of the taught subjects: a press chooses one, a slider sets its likeness strength.
// props.subjects comes from the server: [{name, kind, cover}]; props.value goes back: [{name, strength}].
// Everything is written as text, never as HTML.
const root = element.querySelector(".picker");
const LOW = 0, HIGH = 1.5, STEP = 0.05;

const make = (tag, classes, text) => {
  const node = document.createElement(tag);
  if (classes) node.className = classes;
  if (text !== undefined) node.textContent = text;
  return node;
};
const choices = () => (Array.isArray(props.value) ? props.value : []);
const strengthOf = (name) => choices().find((choice) => choice.name === name)?.strength;

const toggle = (name) => {
  props.value = strengthOf(name) === undefined
    ? [...choices(), { name, strength: 1 }]
    : choices().filter((choice) => choice.name !== name);
  draw();
};

const setStrength = (name, strength) => {
  props.value = choices().map((choice) => (choice.name === name ? { ...choice, strength } : choice));
};

const card = (subject) => {
  const chosen = strengthOf(subject.name) !== undefined;
  const button = make("button", "subject-card");
  button.type = "button";
  button.dataset.name = subject.name;
  button.setAttribute("aria-pressed", String(chosen));
  button.setAttribute("aria-label", `${subject.name}, ${subject.kind}`);
  if (subject.cover) {
    const image = make("img");
    image.src = subject.cover;
    image.alt = "";
    button.append(image);
  } else {
    button.append(make("span", "no-cover", subject.name.slice(0, 1)));
  }
  button.append(make("span", "subject-name", subject.name), make("span", "subject-kind", subject.kind));
  if (chosen) button.append(make("span", "tick", "✓"));
  button.addEventListener("click", () => toggle(subject.name));
  return button;
};

const slider = (name) => {
  const row = make("label", "strength-row");
  const range = make("input");
  Object.assign(range, { type: "range", min: LOW, max: HIGH, step: STEP });
  const number = make("output", "strength-number");
  range.value = strengthOf(name);
  range.setAttribute("aria-label", `Likeness strength of ${name}`);
  const show = () => { number.textContent = Number(range.value).toFixed(2); };
  range.addEventListener("input", () => { show(); setStrength(name, Number(range.value)); });
  show();
  row.append(make("span", "strength-name", name), range, number);
  return row;
};

function draw() {
  if (!Array.isArray(props.subjects)) return; // not heard from the server yet: what was chosen stays
  const subjects = props.subjects;
  const names = subjects.map((subject) => subject.name);
  const known = choices().filter((choice) => names.includes(choice.name));
  if (known.length !== choices().length) props.value = known;
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset?.name : undefined;
  root.replaceChildren();
  if (!subjects.length) {
    root.append(make("p", "empty", props.empty_text));
    return;
  }
  const cards = make("div", "subject-cards");
  cards.append(...subjects.map(card));
  root.append(cards);
  if (known.length) {
    const strengths = make("div", "strengths");
    strengths.append(make("p", "strengths-title", "Likeness strength"));
    strengths.append(...known.map((choice) => slider(choice.name)));
    strengths.append(make("p", "hint", props.strength_help));
    root.append(strengths);
  }
  if (focused) [...root.querySelectorAll("button")].find((button) => button.dataset.name === focused)?.focus();
}

watch(["value", "subjects"], draw);
draw();
