// Where the chosen subjects should stand: a stage in the picture's shape, and a tag with each one's name to put on it.
// A place is [left, top, right, bottom] as parts of the picture, 0 to 1, with two decimals; none is "anywhere".
// Everything is written as text, never as HTML. Read after nodes.js and before subject_picker.js.
const LEAST_SIDE = 0.1, KEY_STEP = 0.05, DRAG_PIXELS = 4, SAME_PLACE = 0.7, WIDE = "(width > 640px)";
const SIDES = ["left", "top", "right", "bottom"];

const rounded = (part) => Math.round(part * 100) / 100;
const clamped = (value, low, high) => Math.min(Math.max(value, low), Math.max(low, high));
const movedTo = ([left, top, right, bottom], newLeft, newTop) => {
  const x = rounded(clamped(newLeft, 0, 1 - (right - left))), y = rounded(clamped(newTop, 0, 1 - (bottom - top)));
  return [x, y, rounded(Math.min(1, x + right - left)), rounded(Math.min(1, y + bottom - top))];
};
const withSide = (box, side, value) => {
  const other = box[(side + 2) % 4], next = [...box];
  next[side] = rounded(side < 2 ? clamped(value, 0, other - LEAST_SIDE) : Math.max(Math.min(value, 1), other + LEAST_SIDE));
  return next[side] < 0 || next[side] > 1 ? box : next;
};
const area = ([left, top, right, bottom]) => Math.max(0, right - left) * Math.max(0, bottom - top);
const shared = (one, two) => area(one.map((side, k) => (k < 2 ? Math.max(side, two[k]) : Math.min(side, two[k]))));
const percent = (part) => Math.round(100 * part);

// words: those of ui/components/subjects/picker.py. onPlace(name, box or null) is told what a person did.
function nameTags(words, onPlace) {
  const node = make("details", "places");
  node.open = matchMedia(WIDE).matches; // where it leaves room for the rest
  const stage = make("div", "stage"), tray = make("div", "tray"), invitation = make("p", "stage-empty", words.empty);
  const ghost = make("div", "place ghost"), note = make("p", "hint same-place"), numbers = make("details", "numbers");
  const rows = make("div", "number-rows"), ears = make("p", "for-ears"), keys = make("p", "hint", words.keys);
  const trayLabel = make("span", "tray-label");
  const pieces = new Map();
  let people = [];
  let hasMoved = false; // in the drag that is going on, or that was the last

  keys.id = `tags-${Math.random().toString(36).slice(2)}`;
  ears.setAttribute("aria-live", "polite");
  ghost.hidden = true;
  stage.append(invitation, ghost);
  tray.append(trayLabel);
  numbers.append(make("summary", "", words.numbers), keys, rows);
  node.append(make("summary", "strengths-title", words.title), make("p", "hint", words.help), stage, note, tray, numbers, ears);

  const boxOf = (name) => people.find((person) => person.name === name)?.box;
  const size = () => [0.9 / people.length, 0.75];
  const around = (x, y) => {
    const [width, height] = size();
    return movedTo([0, 0, width, height], x - width / 2, y - height / 2);
  };
  // Beside each other, from the left; the first that is the most free.
  const freePlace = () => {
    const taken = people.filter((person) => person.box).map((person) => person.box);
    const slots = people.map((_, k) => around((k + 0.5) / people.length, 0.575));
    const covered = (slot) => taken.reduce((sum, box) => sum + shared(slot, box), 0);
    return slots.reduce((best, slot) => (covered(slot) < covered(best) - 0.001 ? slot : best));
  };
  const put = (name, box) => {
    people = people.map((person) => (person.name === name ? { ...person, box: box ?? undefined } : person));
    arrange();
    ears.textContent = box
      ? filled(words.stands, { name, ...Object.fromEntries(SIDES.map((side, k) => [side, percent(box[k])])) })
      : filled(words.stands_anywhere, { name });
    onPlace(name, box);
  };

  // Where the pointer is on the stage, in parts of it; null outside.
  const onStage = (event) => {
    const edge = stage.getBoundingClientRect();
    const x = (event.clientX - edge.left) / edge.width, y = (event.clientY - edge.top) / edge.height;
    return x >= 0 && x <= 1 && y >= 0 && y <= 1 ? [x, y] : null;
  };
  const drag = (event, onMove, onEnd) => {
    if (event.button || !event.isPrimary) return;
    const grip = event.currentTarget, edge = stage.getBoundingClientRect(), over = new AbortController();
    const move = (now) => {
      const x = now.clientX - event.clientX, y = now.clientY - event.clientY;
      if (!hasMoved && Math.hypot(x, y) < DRAG_PIXELS) return;
      hasMoved = true;
      onMove(now, x, y, x / edge.width, y / edge.height);
    };
    const end = (now) => {
      over.abort();
      if (hasMoved) onEnd(now.type === "pointerup");
    };
    hasMoved = false;
    grip.setPointerCapture(event.pointerId);
    grip.addEventListener("pointermove", move, { signal: over.signal });
    for (const type of ["pointerup", "pointercancel"]) grip.addEventListener(type, end, { signal: over.signal });
  };

  const dragFromTray = (piece, event) => {
    let landing = null;
    drag(event, (now, x, y) => {
      const point = onStage(now);
      landing = point && around(...point);
      piece.tag.style.transform = `translate(${x}px, ${y}px)`;
      piece.tag.classList.add("dragged");
      ghost.hidden = !landing;
      if (landing) stand(ghost, landing);
    }, (isFine) => {
      piece.tag.style.transform = "";
      piece.tag.classList.remove("dragged");
      ghost.hidden = true;
      if (isFine && landing) put(piece.name, landing);
    });
  };
  const dragOnStage = (piece, event, change) => {
    const before = boxOf(piece.name);
    let now = before;
    drag(event, (_, __, ___, x, y) => stand(piece.place, now = change(before, x, y)), (isFine) => {
      if (isFine) put(piece.name, now);
      else arrange();
    });
  };
  const moved = (box, x, y) => movedTo(box, box[0] + x, box[1] + y);
  const resized = (box, x, y) => withSide(withSide(box, 2, box[2] + x), 3, box[3] + y);

  const keyed = (piece, event) => {
    const box = boxOf(piece.name);
    const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
    if (!(x || y)) return;
    event.preventDefault();
    if (box) put(piece.name, (event.shiftKey ? resized : moved)(box, x * KEY_STEP, y * KEY_STEP));
    else put(piece.name, freePlace());
    piece.tag.focus();
  };

  const numberField = (piece, side) => {
    const label = make("label", "number-field"), input = make("input");
    Object.assign(input, { type: "number", min: 0, max: 100, step: 1 });
    input.setAttribute("aria-label", filled(words[`${SIDES[side]}_number`], { name: piece.name }));
    input.addEventListener("change", () => {
      const box = boxOf(piece.name), value = input.value === "" ? NaN : Number(input.value) / 100;
      if (Number.isFinite(value)) put(piece.name, withSide(box, side, value));
      else arrange();
    });
    label.append(make("span", "", words[SIDES[side]]), input);
    return { label, input };
  };

  const newPiece = ({ name, cover }) => {
    const tag = make("button", "name-tag"), place = make("div", "place"), corner = make("span", "place-corner");
    const off = make("button", "take-off", "×"), row = make("div", "number-row");
    const piece = { name, tag, place, off, row };
    for (const button of [tag, off]) button.type = "button";
    tag.dataset.tag = name;
    tag.setAttribute("aria-describedby", keys.id);
    off.setAttribute("aria-label", filled(words.off_spoken, { name }));
    off.title = words.off;
    for (const [parent, classes] of cover ? [[tag, ""], [place, "place-cover"]] : []) {
      const image = make("img", classes);
      Object.assign(image, { src: cover, alt: "", draggable: false });
      parent.append(image);
    }
    tag.append(make("span", "tag-name", name));
    piece.inputs = SIDES.map((_, side) => numberField(piece, side));
    row.append(make("span", "number-name", name), ...piece.inputs.map(({ label }) => label));
    place.append(off, corner);

    tag.addEventListener("pointerdown", (event) => { if (!boxOf(name)) dragFromTray(piece, event); });
    tag.addEventListener("keydown", (event) => keyed(piece, event));
    tag.addEventListener("click", (event) => {
      const isPress = event.detail > 0; // a mouse or a finger, not a key
      if (isPress && (hasMoved || boxOf(name))) return;
      put(name, boxOf(name) ? null : freePlace());
      tag.focus();
    });
    place.addEventListener("pointerdown", (event) => {
      if (event.target.closest(".take-off")) return;
      dragOnStage(piece, event, event.target === corner ? resized : moved);
    });
    off.addEventListener("click", () => { put(name, null); tag.focus(); });
    return piece;
  };

  const stand = (place, [left, top, right, bottom]) => {
    Object.assign(place.style, {
      left: `${100 * left}%`, top: `${100 * top}%`, width: `${100 * (right - left)}%`, height: `${100 * (bottom - top)}%`,
    });
  };
  const move = (child, parent, before) => {
    if (child.parentNode === parent) return;
    const hadFocus = child === document.activeElement;
    parent.insertBefore(child, before ?? null);
    if (hadFocus) child.focus();
  };
  const arrange = () => {
    for (const { name, box } of people) {
      const piece = pieces.get(name);
      piece.tag.setAttribute("aria-pressed", String(Boolean(box)));
      piece.tag.setAttribute("aria-label", filled(box ? words.tag_placed : words.tag_anywhere, { name }));
      if (box) {
        move(piece.place, stage);
        move(piece.tag, piece.place, piece.off);
        move(piece.row, rows);
        stand(piece.place, box);
        piece.inputs.forEach(({ input }, side) => { input.value = percent(box[side]); });
      } else {
        move(piece.tag, tray);
        piece.place.remove();
        piece.row.remove();
      }
    }
    const placed = people.filter((person) => person.box);
    invitation.hidden = placed.length > 0;
    trayLabel.textContent = placed.length < people.length ? words.anywhere : words.all_placed;
    const near = placed.flatMap((one, k) => placed.slice(k + 1).filter((two) =>
      shared(one.box, two.box) > SAME_PLACE * Math.min(area(one.box), area(two.box))).map((two) => [one.name, two.name]));
    note.hidden = !near.length;
    note.textContent = near.map(([one, two]) => filled(words.same, { one, two })).join(" ");
  };

  // The chosen ones: [{name, cover, box}].
  const show = (chosen) => {
    people = chosen;
    const names = people.map((person) => person.name);
    for (const [name, piece] of pieces) {
      if (names.includes(name)) continue;
      for (const part of [piece.tag, piece.place, piece.row]) part.remove();
      pieces.delete(name);
    }
    for (const person of people) if (!pieces.has(person.name)) pieces.set(person.name, newPiece(person));
    node.hidden = people.length < 2;
    if (people.some((person) => person.box)) node.open = true;
    arrange();
  };
  return { node, show };
}
