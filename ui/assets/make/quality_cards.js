// How good pictures are to be. From the server: props.rows, [{name, title, help, sampler, steps, guidance_scale, calls}],
// and props.rate, seconds of one call of the model for a pixel, or null; before this script: words.
// props.value: {sampler, steps, guidance_scale, size, count}, what the form holds; the event `pick` tells of a press.
const root = element.querySelector(".quality-place");
const NUMBERS = ["sampler", "steps", "guidance_scale"];
const held = () => (props.value && typeof props.value === "object" ? props.value : {});
const rows = () => (Array.isArray(props.rows) ? props.rows : []);

const group = radioCards(words.legend, "qualities", (name) => {
  const row = rows().find((one) => one.name === name);
  if (!row) return;
  props.value = { ...held(), ...Object.fromEntries(NUMBERS.map((key) => [key, row[key]])) };
  draw();
  setTimeout(() => trigger("pick")); // once the value has arrived
});
root.append(group.node);

const timeOf = ({ calls }) => {
  const [width, height] = String(held().size).split("x").map(Number);
  const seconds = props.rate * calls * width * height * Number(held().count);
  if (!props.rate || !(seconds > 0)) return "";
  if (seconds < 90) return filled(words.seconds, { seconds: Math.max(1, seconds < 20 ? Math.round(seconds) : 5 * Math.round(seconds / 5)) });
  return filled(words.minutes, { minutes: Math.round(seconds / 60) });
};
function draw() {
  const chosen = rows().find((row) => NUMBERS.every((key) => row[key] === held()[key]));
  const shown = rows().map((row) => ({ value: row.name, title: row.title, help: [row.help, timeOf(row)].filter(Boolean).join(" · ") }));
  group.show(shown, chosen?.name ?? null, rows().length && !chosen && held().sampler ? words.own : "");
}
watch(["value", "rows", "rate"], draw);
draw();
