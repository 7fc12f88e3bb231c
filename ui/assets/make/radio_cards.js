// A group of radio buttons that look like cards: a component's script draws it. Read after nodes.js.
// legend: what the group is called; onPick(value): told of what a person chose. `show` takes the rows, [{value, title,
// help, mark, tools}] with text in title and help, and nodes or nothing in mark and tools; which value is chosen, null
// for none of them; and a note below, "" for none. Everything is written as text, never as HTML.
function radioCards(legend, classes, onPick) {
  const node = make("fieldset", `radio-cards ${classes}`), row = make("div", "card-row"), note = make("p", "hint card-note");
  const name = `cards-${Math.random().toString(36).slice(2)}`;
  const cards = new Map();
  node.append(make("legend", "", legend), row, note);
  note.setAttribute("aria-live", "polite");

  const newCard = (value) => {
    const card = make("div", "radio-card"), label = make("label"), input = make("input"), text = make("span", "card-text");
    const title = make("span", "card-title"), help = make("span", "card-help"), mark = make("span", "card-mark");
    Object.assign(input, { type: "radio", name, value });
    input.addEventListener("change", () => onPick(value));
    text.append(title, help);
    label.append(input, mark, text);
    card.append(label);
    return { card, input, title, help, mark };
  };
  const show = (rows, chosen, said = "") => {
    const values = rows.map(({ value }) => value);
    for (const [value, { card }] of cards) {
      if (values.includes(value)) continue;
      card.remove();
      cards.delete(value);
    }
    rows.forEach((one, place) => {
      const isNew = !cards.has(one.value);
      if (isNew) cards.set(one.value, newCard(one.value));
      const { card, input, title, help, mark } = cards.get(one.value);
      title.textContent = one.title;
      help.textContent = one.help ?? "";
      help.hidden = !one.help;
      card.title = one.help ?? "";
      input.checked = one.value === chosen;
      if (isNew && one.mark) mark.append(one.mark);
      if (isNew && one.tools) card.append(one.tools);
      if (row.children[place] !== card) row.insertBefore(card, row.children[place] ?? null);
    });
    note.textContent = said;
    note.hidden = !said;
  };
  return { node, show };
}
