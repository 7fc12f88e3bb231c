// "Draw a part again", a view over the opened picture. Which part: those who are pressed at their places, what is painted
// over, or a frame, which is there for the keyboard, too. What is set stays for as long as it is about the same picture.
// From the server: words, strengths ([[strength, label]]) and numbers {side, count, strength, letters}.
const MIDDLE = [0.25, 0.25, 0.75, 0.75], LEAST_POINTS = 2, STRIPE = 6, STRIPES = ["#e0306b", "#ffe3ec"]; // pixels of the mask

const pressed = (node, act) => {
  node.type = "button";
  node.addEventListener("click", act);
  return node;
};
const radios = (name, legend, options, held, changed) => {
  const set = make("fieldset", "part-choice"), row = make("div", "part-options");
  for (const [value, label] of options) {
    const option = make("label", "part-option"), radio = make("input");
    Object.assign(radio, { type: "radio", name: `part-${name}`, value, checked: value === held });
    radio.addEventListener("change", () => changed?.(value));
    option.append(radio, make("span", "", label));
    row.append(option);
  }
  set.append(make("legend", "", legend), row);
  set.dataset.choice = name;
  return set;
};
const held = (set) => set.querySelector("input:checked").value;

// Laid out once.
const dialog = make("dialog", "part-again"), stage = make("div", "part-stage"), side = make("div", "part-side");
dialog.id = "part-again";
dialog.setAttribute("aria-label", words.title);
const whole = make("div", "part-picture"), image = make("img"), canvas = make("canvas"), ring = make("div", "part-ring");
const faces = make("div", "part-layer part-people"), frameLayer = make("div", "part-layer part-box");
image.draggable = false;
canvas.setAttribute("role", "img");
canvas.setAttribute("aria-label", words.canvas);
ring.setAttribute("aria-hidden", "true");
whole.append(image, canvas, ring, faces, frameLayer);
stage.append(whole);
const top = make("div", "part-top"), shut = pressed(make("button", "round-button", "×"), () => leave());
shut.setAttribute("aria-label", words.back);
shut.title = words.back;
top.append(make("h2", "", words.title), shut);
const modes = radios("mode", words.which, ["people", "paint", "box"].map((one) => [one, words[one]]), "paint", (mode) => show(mode));
const help = make("p", "hint");
const brush = make("input"), brushLabel = make("label", "part-range"), paintTools = make("div", "part-tools");
Object.assign(brush, { type: "range", min: 2, max: 40, step: 1, value: 12 });
brushLabel.append(make("span", "", words.brush), brush);
const eraser = pressed(make("button", "small-button", words.erase), () => erase(!erases()));
eraser.setAttribute("aria-pressed", "false");
eraser.setAttribute("aria-keyshortcuts", "E");
eraser.title = `${words.erase} (E)`;
const undo = pressed(make("button", "small-button", words.undo), () => stepBack());
const clear = pressed(make("button", "small-button", words.clear), () => change([]));
paintTools.append(brushLabel, eraser, undo, clear);
const boxTools = make("div", "part-tools");
const text = make("textarea"), textLabel = make("label", "part-words"), textHelp = make("span", "hint", words.prompt_help);
Object.assign(text, { rows: 2, maxLength: numbers.letters });
textLabel.append(make("span", "part-label", words.prompt), text, textHelp);
const strength = radios("strength", words.strength, strengths, numbers.strength);
const count = radios("count", words.count, Array.from({ length: numbers.count }, (_, index) => [`${index + 1}`, `${index + 1}`]), "1");
const problem = make("p", "problem");
problem.setAttribute("role", "alert");
const go = pressed(make("button", "wide-button primary part-go", words.go), () => send());
side.append(top, modes, help, paintTools, boxTools, textLabel, strength, count, problem, go);
dialog.append(stage, side);

let about = null, isFound = false, mode = "paint", chosen = new Set(), frame = null, isAsking = false;
// strokes: [{size, points, erases}] in pixels of the mask; past: what they were before, oldest first
let strokes = [], past = [];
const say = (sentence) => {
  problem.textContent = sentence;
  if (sentence) go.scrollIntoView({ block: "nearest" }); // it is right below
};
const show = (which) => {
  mode = which;
  dialog.dataset.mode = which;
  modes.querySelector(`[value="${which}"]`).checked = true;
  help.textContent = words[`${which}_help`];
  for (const [name, nodes] of [["people", [faces]], ["paint", [canvas, paintTools]], ["box", [frameLayer, boxTools]]]) {
    for (const node of nodes) node.hidden = name !== which;
  }
  ring.hidden = true;
  say("");
};

// Painting, in stripes of two colours, one of which is seen on whatever the picture shows.
const striped = () => {
  const tile = make("canvas"), context = tile.getContext("2d");
  tile.width = tile.height = 2 * STRIPE;
  for (let x = 0; x < 2 * STRIPE; x++) {
    for (let y = 0; y < 2 * STRIPE; y++) {
      context.fillStyle = STRIPES[Math.floor((x + y) / STRIPE) % 2];
      context.fillRect(x, y, 1, 1);
    }
  }
  return context.createPattern(tile, "repeat");
};
const paint = striped();
const line = (context, { size, points }, colour) => {
  Object.assign(context, { lineCap: "round", lineJoin: "round", lineWidth: size, strokeStyle: colour });
  context.beginPath();
  context.moveTo(...points[0]);
  for (const [x, y] of points) context.lineTo(x + (points.length < LEAST_POINTS ? 0.01 : 0), y); // a dot is a line, too
  context.stroke();
};
const draw = () => {
  const context = canvas.getContext("2d");
  context.clearRect(0, 0, canvas.width, canvas.height);
  for (const stroke of strokes) {
    context.globalCompositeOperation = stroke.erases ? "destination-out" : "source-over";
    line(context, stroke, paint);
  }
  undo.disabled = !past.length;
  clear.disabled = !strokes.length;
};
const change = (next) => {
  past.push(strokes);
  strokes = next;
  draw();
  say("");
};
const erases = () => eraser.getAttribute("aria-pressed") === "true";
const erase = (is) => {
  eraser.setAttribute("aria-pressed", String(is));
  canvas.dataset.erases = is ? "yes" : "no";
};
const stepBack = () => {
  strokes = past.pop() ?? strokes;
  draw();
};
const mask = () => {
  const drawn = make("canvas"), context = drawn.getContext("2d");
  Object.assign(drawn, { width: canvas.width, height: canvas.height });
  context.fillStyle = "#000";
  context.fillRect(0, 0, drawn.width, drawn.height);
  for (const stroke of strokes) line(context, stroke, stroke.erases ? "#000" : "#fff");
  return drawn.toDataURL("image/png");
};
const OPACITY = 3, CHANNELS = 4; // of a pixel's numbers
const isPainted = () => {
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  return pixels.some((value, place) => value && place % CHANNELS === OPACITY);
};
const spot = ({ clientX, clientY }) => {
  const box = canvas.getBoundingClientRect();
  return [((clientX - box.left) / box.width) * canvas.width, ((clientY - box.top) / box.height) * canvas.height];
};
const brushSize = () => (Number(brush.value) / 100) * Math.max(canvas.width, canvas.height);
const ringAt = (x, y) => {
  Object.assign(ring.style, {
    left: `${(100 * x) / canvas.width}%`, top: `${(100 * y) / canvas.height}%`, width: `${(100 * brushSize()) / canvas.width}%`,
  });
  ring.hidden = false;
};
let stroke = null;
canvas.addEventListener("pointerdown", (event) => {
  if ((event.button > 0 && event.button !== 5) || stroke) return; // 5: the other end of a pen
  event.preventDefault();
  canvas.setPointerCapture(event.pointerId);
  const isPensEraser = (event.buttons & 32) !== 0;
  stroke = { id: event.pointerId, size: brushSize(), points: [spot(event)], erases: erases() || isPensEraser };
  change([...strokes, stroke]);
  ringAt(...spot(event));
});
canvas.addEventListener("pointermove", (event) => {
  if (stroke || event.pointerType === "mouse") ringAt(...spot(event));
  if (stroke?.id !== event.pointerId) return;
  const moves = event.getCoalescedEvents?.() ?? [];
  stroke.points.push(...(moves.length ? moves : [event]).map(spot));
  draw();
});
for (const end of ["pointerup", "pointercancel"]) {
  canvas.addEventListener(end, (event) => {
    if (stroke?.id === event.pointerId) stroke = null;
    ring.hidden = event.pointerType !== "mouse";
  });
}
canvas.addEventListener("pointerleave", () => { ring.hidden = !stroke; });
brush.addEventListener("input", () => ringAt(canvas.width / 2, canvas.height / 2));
brush.addEventListener("change", () => { ring.hidden = true; });

// Whoever is smaller lies in front, as in Pictures.subject_at().
const area = ([left, upper, right, lower]) => (right - left) * (lower - upper);
const placePeople = (people) => {
  const rows = [...people].sort(([, , one], [, , other]) => area(other) - area(one));
  faces.replaceChildren(...rows.map(([name, label, [left, upper, right, lower]]) => {
    const face = pressed(make("button", "part-person"), () => {
      if (!chosen.delete(name)) chosen.add(name);
      face.setAttribute("aria-pressed", String(chosen.has(name)));
      say("");
    });
    face.setAttribute("aria-label", label);
    face.setAttribute("aria-pressed", "false");
    face.append(make("span", "part-name", name));
    Object.assign(face.style, {
      left: `${100 * left}%`, top: `${100 * upper}%`, width: `${100 * (right - left)}%`, height: `${100 * (lower - upper)}%`,
    });
    return face;
  }));
  modes.querySelector("label").hidden = !people.length;
};

const begin = (picture) => {
  isFound = false;
  chosen = new Set();
  [strokes, past, stroke] = [[], [], null];
  erase(false);
  const scale = Math.min(1, numbers.side / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(scale * picture.width));
  canvas.height = Math.max(1, Math.round(scale * picture.height));
  whole.style.setProperty("--shape", picture.width / picture.height);
  Object.assign(image, { src: picture.url, alt: picture.title });
  frameLayer.replaceChildren();
  frame = partFrame(words, frameLayer, MIDDLE);
  boxTools.replaceChildren(frame.sliders);
  text.value = "";
  text.placeholder = "";
  placePeople([]);
  draw();
  show("paint");
};
const findPeople = async ({ id }) => {
  let answer = null;
  try {
    answer = await server.people_in(id);
  } catch {
    answer = null;
  }
  if (about?.id !== id || isFound) return;
  if (!answer?.people) return say(answer?.problem ?? words.away);
  isFound = true;
  text.placeholder = answer.prompt;
  placePeople(answer.people);
  if (answer.people.length && mode === "paint" && !strokes.length) show("people");
};
let opened = null; // what the lightbox said of the picture
const open = (detail) => {
  opened = detail;
  const isNew = about?.id !== detail.picture.id;
  about = detail.picture;
  home().append(dialog); // after the lightbox, over which it lies
  dialog.showModal();
  shut.focus();
  side.scrollTop = dialog.scrollTop = 0;
  view.opened();
  if (isNew) begin(about);
  if (!isFound) findPeople(about);
};
const view = closedByBack(dialog, "cuddlePartAgain", () => {
  dialog.close();
  document.querySelector('#lightbox [data-act="part"]')?.focus();
});
const { leave } = view;
const send = async () => {
  if (isAsking) return;
  const wish = { id: about.id, prompt: text.value, strength: Number(held(strength)), count: Number(held(count)) };
  if (mode === "people" && !chosen.size) return say(words.people_none);
  if (mode === "paint" && !isPainted()) return say(words.paint_none);
  if (mode === "people") wish.subjects = [...chosen];
  else if (mode === "paint") wish.mask = mask();
  else wish.box = frame.part();
  isAsking = true;
  go.setAttribute("aria-disabled", "true");
  say("");
  let answer = null;
  try {
    answer = await server.draw_again(wish);
  } catch {
    answer = null;
  }
  isAsking = false;
  go.removeAttribute("aria-disabled");
  if (!answer?.job) return say(answer?.problem ?? words.away);
  about = null;
  const goThere = () => opened.leave(() => trigger("drawn", { id: answer.job }));
  if (dialog.open) leave(goThere);
  else goThere();
};

document.addEventListener("cuddle:lightbox", ({ detail }) => {
  if (detail.picture.is_sheet) return; // several pictures in one, of which a part is none of a picture
  const button = pressed(make("button", "wide-button", words.title), () => open(detail));
  button.dataset.act = "part";
  detail.place.append(button);
});
dialog.addEventListener("keydown", (event) => {
  const isTyping = event.target.matches("textarea, input:not([type=range], [type=radio])");
  if (event.key.toLowerCase() !== "e" || event.ctrlKey || event.metaKey || event.altKey || isTyping || mode !== "paint") return;
  event.preventDefault();
  erase(!erases());
});
dialog.addEventListener("cancel", (event) => {
  event.preventDefault();
  leave();
});
