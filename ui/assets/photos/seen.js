// The photos just given, and what is done to each: turned, cropped, left out, undone. props.photos comes from the server:
// [{name, number, url, whole_url, alt, badge, aside, turns}], or {name, left_out} of one that is no part of the lesson;
// props.value goes back: {name: {quarter_turns, crop, is_removed}} of those that were changed. The photos given stay as
// they are, so that what was done is undone exactly, step by step.
// Everything is written as text, never as HTML.
const root = element.querySelector(".seen-photos");
const list = make("div", "photo-tiles"), place = make("div"), note = make("p", "hint"), beyond = make("div"), ears = make("p", "for-ears");
ears.setAttribute("aria-live", "polite");
root.append(list, place, note, beyond, ears);

const UNCHANGED = { quarter_turns: 0, crop: [0, 0, 1, 1], is_removed: false };
const past = new Map(); // name -> the edits before the one that counts, oldest first
const lastSeen = new Map(); // name -> the address of a small copy, for one that was left out
let focused = null; // {name, act} of the button that was pressed last

const edits = () => (props.value && typeof props.value === "object" && !Array.isArray(props.value) ? props.value : {});
const editOf = (name) => edits()[name] ?? UNCHANGED;
const put = (name, edit, said) => {
  const { [name]: _, ...others } = edits();
  props.value = JSON.stringify(edit) === JSON.stringify(UNCHANGED) ? others : { ...others, [name]: edit };
  ears.textContent = filled(said, { name });
  list.querySelector(`[data-photo="${CSS.escape(name)}"]`)?.setAttribute("aria-busy", "true");
  setTimeout(() => trigger("edited")); // once the value is there
};
const change = (name, edit, said) => {
  past.set(name, [...(past.get(name) ?? []), editOf(name)]);
  put(name, edit, said);
};
const turned = (edit) => {
  const [left, top, right, bottom] = edit.crop;
  return { ...edit, quarter_turns: (edit.quarter_turns + 1) % 4, crop: [1 - bottom, left, 1 - top, right] };
};
const turn = (photo, times) => {
  let edit = editOf(photo.name);
  for (let time = 0; time < times; time++) edit = turned(edit);
  change(photo.name, edit, words.turned);
};
// A part of what an edit leaves, as a part of the photo.
const inside = ([left, top, right, bottom], [l, t, r, b]) => {
  const width = right - left, height = bottom - top;
  return [left + l * width, top + t * height, left + r * width, top + b * height];
};

const crop = (photo) => {
  const edit = editOf(photo.name), [left, top, right, bottom] = edit.crop;
  const leastOf = (width, height) => [
    Math.min(1, Math.max(words.least_share / (right - left), (words.least_side + 1) / width)),
    Math.min(1, Math.max(words.least_share / (bottom - top), (words.least_side + 1) / height)),
  ];
  const { node, frame } = cropFrame(words, photo, leastOf, (part) => {
    place.replaceChildren();
    if (part) change(photo.name, { ...edit, crop: inside(edit.crop, part) }, words.cropped);
    refocus();
  });
  place.replaceChildren(node);
  frame.focus();
};

const refocus = () => {
  if (!focused) return;
  const tile = list.querySelector(`[data-photo="${CSS.escape(focused.name)}"]`);
  const button = tile?.querySelector(`button[data-edit="${focused.act}"]:not(:disabled)`);
  (button ?? tile?.querySelector("button:not(:disabled)"))?.focus();
};

const press = (photo, act, label, spoken, run) => {
  const button = make("button", "small-button", label);
  button.type = "button";
  button.dataset.edit = act;
  button.setAttribute("aria-label", filled(spoken, photo));
  button.addEventListener("click", () => {
    focused = { name: photo.name, act };
    run();
  });
  return button;
};

const undo = (photo) => {
  const button = press(photo, "undo", words.undo, words.undo_spoken, () => {
    const before = past.get(photo.name) ?? [];
    past.set(photo.name, before.slice(0, -1));
    put(photo.name, before.at(-1) ?? UNCHANGED, words.undone);
  });
  button.disabled = !past.get(photo.name)?.length;
  return button;
};

const tile = (photo) => {
  const node = make("div", "photo-tile"), picture = make("figure"), buttons = make("div", "photo-buttons");
  node.dataset.photo = photo.name;
  node.setAttribute("role", "group");
  if (photo.left_out) {
    node.setAttribute("aria-label", photo.left_out);
    node.classList.add("is-left-out");
    if (lastSeen.has(photo.name)) picture.style.backgroundImage = `url("${CSS.escape(lastSeen.get(photo.name)).replaceAll("\\", "")}")`;
    picture.append(make("figcaption", "photo-gone", photo.left_out));
    buttons.append(undo(photo));
  } else {
    const image = make("img");
    Object.assign(image, { src: photo.url, alt: photo.alt });
    node.setAttribute("aria-label", photo.alt);
    lastSeen.set(photo.name, photo.url);
    picture.append(image);
    if (photo.badge) picture.append(make("span", "photo-fault", photo.badge));
    if (photo.aside) picture.append(make("figcaption", "", photo.aside));
    if (photo.turns) {
      const upright = press(photo, "upright", words.upright, words.upright_spoken, () => turn(photo, photo.turns));
      upright.classList.add("photo-upright");
      buttons.append(upright);
    }
    buttons.append(
      press(photo, "turn", words.turn, words.turn_spoken, () => turn(photo, 1)),
      press(photo, "crop", words.crop, words.crop_spoken, () => crop(photo)),
      press(photo, "remove", words.remove, words.remove_spoken, () =>
        change(photo.name, { ...editOf(photo.name), is_removed: true }, words.removed)),
      undo(photo),
    );
  }
  node.append(picture, buttons);
  return node;
};

let drawn = null;
function draw() {
  if (!Array.isArray(props.photos)) return;
  const now = JSON.stringify([props.photos, props.note, props.beyond]);
  if (now === drawn && !list.querySelector("[aria-busy]")) return; // what has the focus is left alone
  drawn = now;
  const names = new Set(props.photos.map((photo) => photo.name));
  const kept = Object.entries(edits()).filter(([name]) => names.has(name));
  if (kept.length !== Object.keys(edits()).length) props.value = Object.fromEntries(kept);
  for (const name of past.keys()) if (!names.has(name)) past.delete(name);
  for (const name of Object.keys(edits())) if (!past.get(name)?.length) past.set(name, [UNCHANGED]); // of a draft
  const hadFocus = list.contains(document.activeElement);
  list.replaceChildren(...props.photos.map(tile));
  if (!names.size) place.replaceChildren();
  note.textContent = props.note;
  beyond.replaceChildren(...(props.beyond ? [make("p", "problem", props.beyond)] : []));
  beyond.firstChild?.setAttribute("role", "alert");
  if (hadFocus) refocus();
}

watch(["photos", "note", "beyond"], draw);
draw();
