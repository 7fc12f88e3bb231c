// One line of words for each photo. props.photos comes from the server: [{name, url, words}], the words being those of
// a text file that came with it; props.value goes back: {name: words}, of those photos that a person wrote about. Words
// stay with the name of their photo, whatever happens to the others.
// Everything is written as text, never as HTML.
const root = element.querySelector(".captions");

const written = () => (props.value && typeof props.value === "object" ? props.value : {});

const row = (photo, number) => {
  const line = make("label", "caption-row");
  const image = make("img");
  image.src = photo.url;
  image.alt = "";
  const input = make("input");
  Object.assign(input, { type: "text", maxLength: props.longest, value: written()[photo.name] ?? photo.words });
  input.placeholder = props.placeholder;
  input.dataset.name = photo.name;
  input.setAttribute("aria-label", filled(props.spoken, { number, name: photo.name }));
  input.addEventListener("input", () => { props.value = { ...written(), [photo.name]: input.value }; });
  line.append(image, make("span", "caption-number", String(number)), input);
  return line;
};

let drawn = null;
function draw() {
  if (!Array.isArray(props.photos)) return;
  const now = JSON.stringify(props.photos);
  if (now === drawn) return; // what is being written is left alone
  drawn = now;
  const names = props.photos.map((photo) => photo.name);
  const kept = Object.entries(written()).filter(([name]) => names.includes(name));
  if (kept.length !== Object.keys(written()).length) props.value = Object.fromEntries(kept);
  root.replaceChildren(make("p", "caption-title", props.title));
  root.append(make("p", "hint", props.photos.length ? props.help : props.empty_text));
  root.append(...props.photos.map((photo, index) => row(photo, index + 1)));
}

watch(["photos"], draw);
draw();
