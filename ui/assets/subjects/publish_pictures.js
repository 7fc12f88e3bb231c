// Pictures to publish: a press chooses one, another leaves it out. props.pictures comes from the server:
// [{id, url, prompt}]; props.value goes back: [id], in the order of the presses.
// Everything is written as text, never as HTML.
const root = element.querySelector(".publish-pictures");

const chosen = () => (Array.isArray(props.value) ? props.value : []);

const toggle = (id) => {
  props.value = chosen().includes(id) ? chosen().filter((other) => other !== id) : [...chosen(), id];
  draw();
};

const thumbnail = (picture) => {
  const place = chosen().indexOf(picture.id);
  const button = make("button", "publish-picture");
  button.type = "button";
  button.dataset.id = picture.id;
  button.title = picture.prompt;
  button.setAttribute("aria-pressed", String(place >= 0));
  button.setAttribute("aria-label", picture.prompt);
  const image = make("img");
  image.src = picture.url;
  image.alt = "";
  button.append(image);
  if (place >= 0) button.append(make("span", "tick", String(place + 1)));
  button.addEventListener("click", () => toggle(picture.id));
  return button;
};

function draw() {
  if (!Array.isArray(props.pictures)) return; // not heard from the server yet
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset?.id : undefined;
  root.replaceChildren(make("p", "caption-title", props.title));
  root.append(make("p", "hint", props.pictures.length ? props.help : props.empty_text));
  const row = make("div", "publish-row");
  row.append(...props.pictures.map(thumbnail));
  root.append(row);
  if (focused) [...root.querySelectorAll("button")].find((button) => button.dataset.id === focused)?.focus();
}

watch(["value", "pictures"], draw);
draw();
