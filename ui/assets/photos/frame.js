// A frame on a picture that says which part of it is meant: dragged with a finger, a pen or the mouse, moved with the
// arrow keys, and set by four sliders. A part is [left, top, right, bottom] of the picture, 0 to 1.
// Everything is written as text, never as HTML. Read after nodes.js and before whoever frames something.
const EDGES = ["left", "top", "right", "bottom"], KEY_STEP = 0.02, CORNER_PIXELS = 28;
const within = (value, low, high) => Math.min(Math.max(value, low), Math.max(low, high));

// The frame on `stage`, which lies exactly over the picture, beginning at `part`; words: {frame, left, top, right,
// bottom}. Gives {frame, sliders, part(), setLeast([width, height] of the smallest part)}.
function partFrame(words, stage, part) {
  const frame = make("div", "crop-frame"), sliders = make("div", "crop-sliders");
  let least = [0.05, 0.05];
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", words.frame);
  frame.append(...["nw", "ne", "sw", "se"].map((corner) => make("span", `crop-corner ${corner}`)));
  stage.append(frame);

  const inputs = EDGES.map((edge, side) => {
    const row = make("label", "crop-row"), range = make("input"), number = make("output", "crop-number");
    Object.assign(range, { type: "range", min: 0, max: 100, step: 1 });
    range.dataset.edge = edge;
    range.addEventListener("input", () => { setSide(side, Number(range.value) / 100); show(); });
    row.append(make("span", "crop-edge", words[edge]), range, number);
    sliders.append(row);
    return [range, number];
  });

  const setSide = (side, value) => {
    const other = part[(side + 2) % 4], room = least[side % 2];
    part = part.map((old, at) => (at !== side ? old : side < 2 ? within(value, 0, other - room) : Math.max(Math.min(value, 1), other + room)));
  };
  const moveTo = (left, top) => {
    const width = part[2] - part[0], height = part[3] - part[1];
    const x = within(left, 0, 1 - width), y = within(top, 0, 1 - height);
    part = [x, y, Math.min(1, x + width), Math.min(1, y + height)];
  };
  function show() {
    const percents = part.map((share) => `${100 * share}%`);
    Object.assign(frame.style, { left: percents[0], top: percents[1], width: `${100 * (part[2] - part[0])}%`, height: `${100 * (part[3] - part[1])}%` });
    inputs.forEach(([range, number], side) => {
      range.value = Math.round(100 * part[side]);
      number.textContent = `${range.value} %`;
    });
  }

  // Where a pointer is, as parts of the photo.
  const spot = (event) => {
    const box = stage.getBoundingClientRect();
    return [within((event.clientX - box.left) / box.width, 0, 1), within((event.clientY - box.top) / box.height, 0, 1), box];
  };
  let drag = null; // {sides} of a corner, {from, part} of the whole frame
  stage.addEventListener("pointerdown", (event) => {
    if (event.button > 0) return;
    event.preventDefault();
    stage.setPointerCapture(event.pointerId);
    const [x, y, box] = spot(event);
    const near = (share, edge, pixels) => Math.abs(share - edge) * pixels <= CORNER_PIXELS;
    const across = [0, 2].find((side) => near(x, part[side], box.width)), down = [1, 3].find((side) => near(y, part[side], box.height));
    const isInside = x > part[0] && x < part[2] && y > part[1] && y < part[3];
    if (across !== undefined && down !== undefined) drag = { sides: [across, down] };
    else if (isInside) drag = { from: [x, y], part };
    else { // a new frame, from here on
      part = [within(x, 0, 1 - least[0]), within(y, 0, 1 - least[1]), 0, 0];
      part = [part[0], part[1], part[0] + least[0], part[1] + least[1]];
      drag = { start: [x, y] };
    }
    frame.focus({ preventScroll: true });
    show();
  });
  stage.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const [x, y] = spot(event);
    if (drag.sides) {
      setSide(drag.sides[0], x);
      setSide(drag.sides[1], y);
    } else if (drag.start) {
      const [left, top] = [Math.min(x, drag.start[0]), Math.min(y, drag.start[1])];
      const width = Math.max(Math.abs(x - drag.start[0]), least[0]), height = Math.max(Math.abs(y - drag.start[1]), least[1]);
      part = [within(left, 0, 1 - width), within(top, 0, 1 - height), 0, 0];
      part = [part[0], part[1], Math.min(1, part[0] + width), Math.min(1, part[1] + height)];
    } else {
      const [fromX, fromY] = drag.from, start = drag.part;
      part = start;
      moveTo(start[0] + x - fromX, start[1] + y - fromY);
    }
    show();
  });
  for (const end of ["pointerup", "pointercancel"]) stage.addEventListener(end, () => { drag = null; });
  frame.addEventListener("keydown", (event) => {
    const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
    if (!x && !y) return;
    event.preventDefault();
    if (event.shiftKey) {
      if (x) setSide(2, part[2] + x * KEY_STEP);
      if (y) setSide(3, part[3] + y * KEY_STEP);
    } else {
      moveTo(part[0] + x * KEY_STEP, part[1] + y * KEY_STEP);
    }
    show();
  });
  show();
  const setLeast = (shares) => {
    least = shares;
    if (least.some((share) => share >= 0.8)) part = [0, 0, 1, 1];
    show();
  };
  return { frame, sliders, part: () => part, setLeast };
}

// The part of a photo that is kept. words: those of ui/components/subjects/seen_photos.py; photo: {name, number,
// whole_url, alt}; leastOf(width, height in pixels) gives [width, height] of the smallest part. onDone(part, or null
// where it was cancelled) is told once.
function cropFrame(words, photo, leastOf, onDone) {
  const node = make("section", "crop"), stage = make("div", "crop-stage"), image = make("img");
  const title = make("h4", "crop-title", filled(words.crop_title, photo)), answers = make("div", "crop-answers");
  const keep = make("button", "small-button crop-keep", words.crop_keep), cancel = make("button", "small-button", words.crop_cancel);
  node.setAttribute("aria-label", title.textContent);
  stage.append(image);
  const said = Object.fromEntries(["frame", ...EDGES].map((name) => [name, words[`crop_${name}`]]));
  const { frame, sliders, part, setLeast } = partFrame(said, stage, [0.1, 0.1, 0.9, 0.9]);
  image.addEventListener("load", () => setLeast(leastOf(image.naturalWidth, image.naturalHeight)));
  Object.assign(image, { src: photo.whole_url, alt: photo.alt, draggable: false });
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // or the sheet that this is in would close, too
    onDone(null);
  });
  keep.type = cancel.type = "button";
  keep.addEventListener("click", () => onDone(part()));
  cancel.addEventListener("click", () => onDone(null));
  answers.append(keep, cancel);
  node.append(title, make("p", "hint", words.crop_help), stage, sliders, answers);
  return { node, frame };
}
