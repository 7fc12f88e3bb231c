// The faces of the taught subjects as chips: a press chooses one, a slider sets its likeness strength, and with two or
// more each one's name can be put where it should stand (name_tags.js), in the element that `places` selects.
// From the server: props.subjects, [{name, kind, cover, stands}]; before this script: words, places.
// props.value goes back: [{name, strength, box}], without a box where somebody may stand anywhere.
// Everything is written as text, never as HTML.
const root = element.querySelector(".picker");
const LOW = 0, HIGH = 1.5, STEP = 0.05;

const choices = () => (Array.isArray(props.value) ? props.value : []);
const strengthOf = (name) => choices().find((choice) => choice.name === name)?.strength;
const change = (name, changes) => {
  props.value = choices().map((choice) => (choice.name === name ? { ...choice, ...changes } : choice));
};

const toggle = (name) => {
  props.value = strengthOf(name) === undefined
    ? [...choices(), { name, strength: 1 }]
    : choices().filter((choice) => choice.name !== name);
  draw();
};

const card = (subject) => {
  const chosen = strengthOf(subject.name) !== undefined;
  const button = make("button", "chip face");
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
    button.append(make("span", "no-cover", [...subject.name][0]));
  }
  button.title = subject.kind;
  button.append(make("span", "face-name", subject.name));
  button.addEventListener("click", () => toggle(subject.name));
  return button;
};

const teachAnother = () => {
  const link = make("a", "chip teach-another"), plus = make("span", "plus", "+");
  link.href = "#teach";
  plus.setAttribute("aria-hidden", "true");
  link.append(plus);
  if (props.subjects.length) link.setAttribute("aria-label", words.teach);
  else link.append(make("span", "face-name", words.teach));
  link.title = words.teach;
  return link;
};

const slider = (name) => {
  const row = make("label", "strength-row");
  const range = make("input");
  Object.assign(range, { type: "range", min: LOW, max: HIGH, step: STEP });
  const number = make("output", "strength-number");
  range.value = strengthOf(name);
  range.setAttribute("aria-label", filled(words.strength_of, { name }));
  const decimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const show = () => {
    number.textContent = Number(range.value).toLocaleString(document.documentElement.lang, decimals);
  };
  range.addEventListener("input", () => {
    show();
    change(name, { strength: Number(range.value) });
    drawn.set(strengths, strengthFacts());
  });
  show();
  row.append(make("span", "strength-name", name), range, number);
  return row;
};

const cards = make("div", "chips faces"), strengths = make("details", "strengths");
cards.setAttribute("role", "group");
cards.setAttribute("aria-label", words.who);
const tags = nameTags(words, (name, box) => change(name, { box: box ?? undefined }));
const drawn = new Map(); // what each part shows: one that nothing changed in is left alone, with its focus
const cardFacts = () => JSON.stringify([props.subjects, choices().map((choice) => choice.name)]);
const strengthFacts = () => JSON.stringify(choices().map(({ name, strength }) => [name, strength]));

// What is chosen and there; a place only where it says something: beside somebody else who has one of its own.
const settled = () => {
  const cardOf = (choice) => props.subjects.find((subject) => subject.name === choice.name);
  const known = choices().filter(cardOf);
  const standing = known.filter((choice) => cardOf(choice).stands);
  const isCompany = standing.length > 1;
  const plain = known.map((choice) => {
    const { box, ...rest } = choice;
    return box && isCompany && standing.includes(choice) ? { ...rest, box } : rest;
  });
  return { plain, standing: plain.filter((choice) => cardOf(choice).stands).map((choice) =>
    ({ name: choice.name, box: choice.box, cover: cardOf(choice).cover })) };
};

const stand = () => {
  const where = document.querySelector(places) ?? root;
  if (tags.node.parentNode !== where) where.append(tags.node);
};
document.addEventListener("places-there", stand);

function draw() {
  if (!Array.isArray(props.subjects)) return; // not heard from the server yet: what was chosen stays
  const { plain, standing } = settled();
  if (JSON.stringify(plain) !== JSON.stringify(choices())) props.value = plain;
  if (!props.subjects.length) {
    root.replaceChildren(make("p", "hint", words.empty_text), teachAnother());
    drawn.clear();
    tags.show([]);
    return;
  }
  if (cards.parentNode !== root) root.replaceChildren(cards, strengths);
  stand();
  if (drawn.get(cards) !== cardFacts()) {
    drawn.set(cards, cardFacts());
    const focused = cards.contains(document.activeElement) ? document.activeElement.dataset.name : undefined;
    cards.replaceChildren(...props.subjects.map(card), teachAnother());
    if (focused) [...cards.children].find((button) => button.dataset.name === focused)?.focus();
  }
  if (drawn.get(strengths) !== strengthFacts()) {
    drawn.set(strengths, strengthFacts());
    strengths.hidden = !plain.length;
    strengths.replaceChildren(make("summary", "", words.strength));
    strengths.append(...plain.map((choice) => slider(choice.name)), make("p", "hint", words.strength_help));
  }
  tags.show(standing);
}

watch(["value", "subjects"], draw);
draw();
