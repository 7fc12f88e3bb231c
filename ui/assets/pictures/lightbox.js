// The one way to open a picture: a press on any element with data-picture="<id>" shows it as large as fits, with what it
// was made from and what can be done with it. Its neighbours are those of the list where it was pressed: of the nearest
// element with data-pictures around it, else of the nearest one that holds more than one picture.
// From the server: words, actions ([[event, label]] of what goes on elsewhere) and forms ([[format, label]] of files).
// Whoever adds something of her own listens to "cuddle:lightbox", whose detail is {id, place, picture, leave}: the place
// is empty then, the picture is what the server says of it, and leave(then) closes it and does what comes then.
const SWIPE_PX = 48, NEAR_END = 3;

const pressed = (button, act) => {
  button.type = "button";
  button.addEventListener("click", act);
  return button;
};
const icon = (sign, label, name, act) => {
  const made = pressed(make("button", "round-button", sign), act);
  made.classList.add(name);
  made.setAttribute("aria-label", label);
  made.title = label;
  return made;
};

// Laid out once.
const dialog = make("dialog", "lightbox"), stage = make("div", "lightbox-stage"), side = make("div", "lightbox-side");
dialog.id = "lightbox";
dialog.setAttribute("aria-label", words.title);
const image = make("img", "lightbox-image"), place = make("p", "lightbox-place");
image.alt = ""; // until one is shown
place.setAttribute("role", "status");
const earlier = icon("‹", words.previous, "previous", () => step(-1));
const later = icon("›", words.next, "next", () => step(1));
stage.append(image, earlier, later, place);
const star = icon("☆", words.star, "lightbox-star", () => toggleStar());
const shut = icon("×", words.close, "lightbox-close", () => leave());
const top = make("div", "lightbox-top"), heading = make("h2", "lightbox-prompt");
top.append(heading, star, shut);
const goOn = make("div", "lightbox-actions"), extra = make("div", "lightbox-extra");
const likeness = make("ul", "lightbox-likeness"), facts = make("div", "lightbox-facts");
facts.id = "picture-facts";
likeness.setAttribute("aria-label", words.likeness);
const elsewhere = actions.map(([name, label], index) =>
  pressed(make("button", "wide-button", label), () => goElsewhere(name)));
elsewhere.forEach((one, index) => {
  one.dataset.act = actions[index][0];
  one.classList.toggle("primary", index === 0);
});
const larger = pressed(make("button", "wide-button", words.larger), () => begin(server.larger(current)));
larger.dataset.act = "larger";
const more = pressed(make("button", "wide-button", words.more), () => begin(server.more_like({ id: current, strength: Number(range.value) })));
more.dataset.act = "more";
const range = make("input");
Object.assign(range, { type: "range", min: 0.05, max: 0.5, step: 0.05, value: words.strength });
const rangeLabel = make("label", "lightbox-range"), rangeName = make("span", "", words.difference);
rangeLabel.append(rangeName, range);
rangeLabel.title = words.difference_help;
const downloads = make("div", "lightbox-row");
for (const [format, label] of forms) {
  const one = pressed(make("button", "small-button", label), async () => {
    const file = await answered(server.copy_of({ id: current, format }));
    if (file) fetchFile(file);
  });
  one.dataset.download = format;
  downloads.append(one);
}
const copy = pressed(make("button", "small-button", words.copy), () => copyText(listed(), copy, words.copied));
copy.dataset.act = "copy";
const copyInfotext = pressed(make("button", "small-button", words.copy_infotext), () =>
  copyText(shown.infotext, copyInfotext, words.copied_infotext));
copyInfotext.dataset.act = "copy-infotext";
const remove = pressed(make("button", "small-button danger", words.remove), () => takeAway());
remove.dataset.act = "delete";
const restore = pressed(make("button", "wide-button primary", words.restore), () => bringBack(current));
restore.dataset.act = "restore";
const forGood = pressed(make("button", "small-button danger", words.for_good), () => deleteForGood());
forGood.dataset.act = "for-good";
const lookMore = make("div", "lightbox-more");
lookMore.append(more, rangeLabel);
goOn.append(...elsewhere, larger, lookMore, extra, restore);
downloads.append(remove, forGood);
const about = make("div", "lightbox-about");
const copies = make("div", "lightbox-row");
copies.append(copy, copyInfotext);
about.append(make("h3", "", words.settings), copies);
side.append(top, likeness, goOn, downloads, about, facts);
dialog.append(stage, side);
home().append(dialog);

// Which picture, and among which.
let current = null, container = null, known = [], shown = null, opener = null, asked = 0;
let answers = new Map(); // id -> promise of what the server says of it
const rtl = () => getComputedStyle(dialog).direction === "rtl";
const escaped = (id) => `[data-picture="${CSS.escape(id)}"]`;
const listOf = (node) => {
  const marked = node.closest("[data-pictures]");
  if (marked) return marked;
  let around = node.parentElement;
  while (around && around !== document.body && around.querySelectorAll("[data-picture]").length < 2) around = around.parentElement;
  return around ?? document.body;
};
const list = () => { // what follows the rows is written anew while a picture of it is open
  if (container && !container.isConnected && container.id) container = document.getElementById(container.id) ?? container;
  return container?.isConnected ? container : null;
};
const neighbours = () => {
  if (list()) {
    const ids = [...new Set([...container.querySelectorAll("[data-picture]")].map((node) => node.dataset.picture))];
    if (ids.includes(current)) known = ids;
  }
  return known;
};
const told = (id) => {
  if (!answers.has(id)) answers.set(id, server.shown(id));
  return answers.get(id);
};

const draw = () => {
  const ids = neighbours(), index = ids.indexOf(current);
  earlier.hidden = index <= 0;
  later.hidden = index < 0 || index >= ids.length - 1;
  if (document.activeElement?.hidden) shut.focus(); // what goes does not take the focus with it
  place.textContent = ids.length > 1 ? filled(words.place, { number: index + 1, count: ids.length }) : "";
  const is = shown ?? {};
  heading.textContent = is.title ?? "";
  image.alt = is.title ?? "";
  star.textContent = is.starred ? "★" : "☆";
  star.setAttribute("aria-pressed", String(Boolean(is.starred)));
  for (const node of [...elsewhere, larger, lookMore, extra, remove, star]) node.hidden = Boolean(is.in_bin);
  if (is.is_sheet) for (const node of [larger, lookMore]) node.hidden = true;
  for (const node of [restore, forGood]) node.hidden = !is.in_bin;
  copyInfotext.hidden = !is.infotext;
  likeness.replaceChildren(
    ...(is.likenesses ?? []).map(([name, percent]) => {
      const row = make("li"), bar = make("span", "likeness-bar"), part = make("i");
      part.style.inlineSize = `${percent}%`;
      bar.append(part);
      row.append(make("span", "likeness-name", name), bar, make("span", "likeness-percent", `${percent} %`));
      return row;
    }),
  );
  likeness.hidden = !is.likenesses?.length;
  facts.innerHTML = is.facts ?? ""; // as the server wrote and escaped it
};
const show = async (id) => {
  current = id;
  const turn = ++asked;
  place.textContent = "";
  dialog.setAttribute("aria-busy", "true");
  const answer = await answered(told(id));
  if (turn !== asked || !dialog.open) return;
  dialog.removeAttribute("aria-busy");
  if (!answer) {
    answers.delete(id);
    if (!shown) leave();
    return;
  }
  shown = answer;
  image.src = answer.url;
  image.width = answer.width;
  image.height = answer.height;
  extra.replaceChildren();
  draw();
  document.dispatchEvent(new CustomEvent("cuddle:lightbox", { detail: { id, place: extra, picture: answer, leave } }));
  const ids = neighbours(), index = ids.indexOf(id);
  for (const one of [ids[index + 1], ids[index - 1]]) {
    if (one) told(one).then((next) => next?.url && (new Image().src = next.url)).catch(() => answers.delete(one));
  }
  if (index >= ids.length - NEAR_END) container?.dispatchEvent(new CustomEvent("cuddle:near-end", { bubbles: true }));
};
const step = (by) => {
  const ids = neighbours(), next = ids[ids.indexOf(current) + by];
  if (!next) return;
  show(next);
};

const open = (node) => {
  opener = node;
  container = listOf(node);
  known = [node.dataset.picture];
  current = node.dataset.picture;
  shown = null;
  answers = new Map();
  image.removeAttribute("src");
  draw();
  dialog.showModal();
  shut.focus();
  side.scrollTop = dialog.scrollTop = 0;
  opened();
  show(current);
};
const closed = () => {
  const back = (current && list()?.querySelector(escaped(current))) || (opener?.isConnected ? opener : null);
  current = null;
  asked += 1;
  if (dialog.open) dialog.close();
  const said = dialog.querySelector(".snackbar");
  if (said) home().append(said); // what can be undone still can
  back?.focus();
};
const { opened, leave } = closedByBack(dialog, "cuddleLightbox", closed);

// What can be done.
const begin = async (asking) => {
  const answer = await answered(asking);
  if (answer) snackbar(answer.said);
};
const goElsewhere = (name) => {
  const id = current;
  leave(() => trigger(name, { id }));
};
const toggleStar = async () => {
  const id = current, starred = !shown?.starred;
  if (!(await answered(server.star({ ids: [id], starred })))) return;
  answers.delete(id);
  tellAll([id], starred ? "starred" : "plain");
  if (current !== id || !shown) return;
  shown.starred = starred;
  draw();
};
// Shows a neighbour of one that is not in the list any more, or closes; what is then said lies where it can be seen.
const goOnWithout = (id, say) => {
  const ids = neighbours(), index = ids.indexOf(id), next = ids[index + 1] ?? ids[index - 1];
  known = ids.filter((one) => one !== id);
  answers.delete(id);
  if (next) current = next;
  tellAll([id], "gone");
  if (!next) return leave(say);
  if (dialog.open) show(next);
  say();
};
const takeAway = async () => {
  const id = current, answer = await answered(server.put_in_bin([id]));
  if (answer) goOnWithout(id, () => snackbar(answer.said, words.undo, () => bringBack(id)));
};
const bringBack = async (id) => {
  const answer = await answered(server.restore([id]));
  if (!answer) return;
  answers.delete(id);
  if (dialog.open && shown?.in_bin && current === id) {
    goOnWithout(id, () => snackbar(answer.said));
    return tellAll([id], "back");
  }
  tellAll([id], "back");
  if (dialog.open) {
    if (!known.includes(id)) known = [id, ...known];
    show(id);
  }
  snackbar(answer.said);
};
const deleteForGood = async () => {
  const id = current;
  if (!(await ask(words.for_good_sure, words.for_good, words.keep))) return;
  const answer = await answered(server.delete_for_good([id]));
  if (answer) goOnWithout(id, () => snackbar(answer.said));
};
const listed = () => { // the settings as they are read here
  const names = [...facts.querySelectorAll("dt")], values = [...facts.querySelectorAll("dd")];
  return names.map((name, index) => `${name.textContent}: ${values[index]?.textContent ?? ""}`).join("\n");
};
const copyText = async (text, button, said) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch { // without https a browser has no clipboard for pages
    const field = make("textarea", "for-ears");
    field.value = text;
    dialog.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    button.focus();
  }
  snackbar(said);
};

// Presses, keys and fingers.
document.addEventListener("click", (event) => {
  const node = event.target.closest?.("[data-picture]");
  if (!node || event.defaultPrevented || dialog.contains(node)) return;
  event.preventDefault();
  open(node);
});
document.addEventListener("keydown", (event) => {
  const node = event.target;
  if (event.key !== "Enter" || dialog.open || !node.matches?.("[data-picture]:not(button, a)")) return;
  event.preventDefault();
  open(node);
});
dialog.addEventListener("cancel", (event) => {
  if (event.target !== dialog) return;
  event.preventDefault();
  leave();
});
dialog.addEventListener("keydown", (event) => {
  if (event.key === "Tab") {
    const all = [...dialog.querySelectorAll("button, input, a[href], summary")].filter((node) => node.getClientRects().length);
    const [first, last] = [all[0], all[all.length - 1]];
    if (event.shiftKey ? document.activeElement === first : document.activeElement === last) {
      event.preventDefault();
      (event.shiftKey ? last : first).focus();
    }
    return;
  }
  if (event.target === range || event.altKey || event.ctrlKey || event.metaKey) return;
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!by) return;
  event.preventDefault();
  step(rtl() ? -by : by);
});
let from = null;
stage.addEventListener("touchstart", (event) => {
  from = event.touches.length === 1 ? event.touches[0] : null;
}, { passive: true });
stage.addEventListener("touchend", (event) => {
  if (!from) return;
  const { clientX, clientY } = event.changedTouches[0], right = clientX - from.clientX;
  if (Math.abs(right) > SWIPE_PX && Math.abs(right) > 2 * Math.abs(clientY - from.clientY)) step((right > 0) === rtl() ? 1 : -1);
  from = null;
}, { passive: true });
dialog.addEventListener("click", (event) => {
  if (event.target === dialog || event.target === stage) leave();
});
document.addEventListener("cuddle:pictures", () => {
  if (dialog.open) setTimeout(draw);
});
