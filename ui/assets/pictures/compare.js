// Two pictures side by side. Both are enlarged and moved alike: with the slider, the wheel, the arrow keys or by dragging.
const MOST_ZOOM = 6;
const compare = (pictures, back) => {
  const dialog = make("dialog", "compare"), top = make("div", "compare-top"), both = make("div", "compare-pictures");
  dialog.setAttribute("aria-label", words.compare);
  const close = make("button", "round-button", "×"), label = make("label", "compare-zoom"), zoom = make("input");
  close.type = "button";
  close.setAttribute("aria-label", words.close);
  close.addEventListener("click", () => dialog.close());
  Object.assign(zoom, { type: "range", min: 1, max: MOST_ZOOM, step: 0.1, value: 1 });
  label.append(make("span", "", words.zoom), zoom);
  top.append(make("h2", "", words.compare), label, close);
  let x = 0, y = 0; // of the middle, in parts of a picture's frame
  const images = [];
  const draw = () => {
    const scale = Number(zoom.value), most = (scale - 1) / 2;
    x = Math.min(most, Math.max(-most, x));
    y = Math.min(most, Math.max(-most, y));
    for (const image of images) image.style.transform = `translate(${100 * x}%, ${100 * y}%) scale(${scale})`;
  };
  for (const { url, title } of pictures) {
    const frame = make("div", "compare-frame"), image = make("img");
    image.src = url;
    image.alt = title;
    image.draggable = false;
    images.push(image);
    frame.append(image);
    both.append(frame);
  }
  zoom.addEventListener("input", draw);
  both.tabIndex = 0;
  both.setAttribute("role", "group");
  both.setAttribute("aria-label", words.compare);
  both.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom.value = Number(zoom.value) * (event.deltaY < 0 ? 1.15 : 1 / 1.15);
    draw();
  }, { passive: false });
  let held = null;
  both.addEventListener("pointerdown", (event) => {
    held = event;
    both.setPointerCapture(event.pointerId);
  });
  both.addEventListener("pointermove", (event) => {
    if (!held) return;
    const { width, height } = images[0].parentElement.getBoundingClientRect();
    x += (event.clientX - held.clientX) / width;
    y += (event.clientY - held.clientY) / height;
    held = event;
    draw();
  });
  for (const type of ["pointerup", "pointercancel"]) both.addEventListener(type, () => { held = null; });
  both.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: [0.1, 0], ArrowRight: [-0.1, 0], ArrowUp: [0, 0.1], ArrowDown: [0, -0.1] }[event.key];
    const times = { "+": 1.15, "-": 1 / 1.15 }[event.key];
    if (!by && !times) return;
    event.preventDefault();
    if (by) [x, y] = [x + by[0], y + by[1]];
    else zoom.value = Number(zoom.value) * times;
    draw();
  });
  const rows = pictures.map(({ facts }) => {
    const holder = document.createElement("template");
    holder.innerHTML = facts; // as the server wrote and escaped it
    const texts = (tag) => [...holder.content.querySelectorAll(tag)].map((node) => node.textContent);
    const values = texts("dd");
    return new Map(texts("dt").map((name, index) => [name, values[index]]));
  });
  const table = make("table", "compare-facts"), body = make("tbody"), caption = make("caption", "", words.differs);
  for (const name of new Set(rows.flatMap((row) => [...row.keys()]))) {
    const values = rows.map((row) => row.get(name) ?? "");
    if (values[0] === values[1]) continue;
    const line = make("tr"), head = make("th", "", name);
    head.scope = "row";
    line.append(head, ...values.map((value) => make("td", "", value)));
    body.append(line);
  }
  table.append(caption, body);
  dialog.append(top, both, body.childElementCount ? table : make("p", "hint", words.same));
  dialog.addEventListener("close", () => {
    dialog.remove();
    back?.focus();
  });
  home().append(dialog);
  dialog.showModal();
  close.focus();
};
