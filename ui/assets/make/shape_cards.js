// The shape of the pictures. From the server: props.rows, [{value, title}], a value being a size such as "320x192"; before
// this script: words. props.value: the size that the form holds; the event `pick` tells of a press.
const root = element.querySelector(".shape-place");
const rows = () => (Array.isArray(props.rows) ? props.rows : []);

const group = radioCards(words.legend, "shapes", (size) => {
  props.value = size;
  draw();
  setTimeout(() => trigger("pick")); // once the value has arrived
});
root.append(group.node);

const outline = (size) => {
  const [width, height] = size.split("x").map(Number), longest = Math.max(width, height), node = make("span", "outline");
  Object.assign(node.style, { width: `${(26 * width) / longest}px`, height: `${(26 * height) / longest}px` });
  node.setAttribute("aria-hidden", "true");
  return node;
};
function draw() {
  const isThere = rows().some(({ value }) => value === props.value);
  const own = rows().length && !isThere && props.value ? filled(words.own, { size: String(props.value).replace("x", " × ") }) : "";
  group.show(rows().map((row) => ({ ...row, mark: outline(row.value) })), isThere ? props.value : null, own);
}
watch(["value", "rows"], draw);
draw();
