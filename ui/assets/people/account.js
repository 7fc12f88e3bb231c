// The sheet of one's account. The server says its parts as HTML; each form in it asks one function of the server by its
// name, after a question where it carries one. Nothing of it is kept: a secret goes with what it is shown in.
const parts = element.querySelector(".account-parts");
const isOpen = () => document.documentElement.dataset.place === place;
const absolute = (path) => new URL(path, document.baseURI).href;
const fill = (node, html) => {
  node.innerHTML = html;
  for (const input of node.querySelectorAll("[data-address]")) input.value = absolute(input.dataset.address);
  for (const span of node.querySelectorAll("[data-page-address]")) span.textContent = absolute("./").replace(/\/$/, "");
};
const partNamed = (name) => parts.querySelector(`[data-part="${name}"]`);

let openings = 0;
const open = async () => {
  const opening = ++openings;
  parts.replaceChildren(make("p", "hint", words.wait));
  const answer = await answered(server.account_parts({}));
  if (opening !== openings || !isOpen()) return;
  if (answer) fill(parts, answer.html);
  else parts.replaceChildren(make("p", "problem", words.away));
};
const follow = () => {
  if (isOpen()) return open();
  openings += 1;
  parts.replaceChildren();
};
document.addEventListener("place-changed", follow);
if (isOpen()) follow();

// A part that comes anew has the focus where there is something to take from it, else at its title.
const put = ({ part, html }) => {
  const old = partNamed(part), drawn = make("div");
  fill(drawn, html);
  const next = drawn.firstElementChild;
  if (!old || !next) return;
  old.replaceWith(next);
  const focused = next.querySelector("[data-focus]") ?? next.querySelector("h3");
  focused.focus({ preventScroll: true });
  focused.select?.();
  focused.scrollIntoView({ block: "nearest" });
};
// Whoever is logged out by what she did goes to where one logs in; where there is something to be said, after that.
const goAway = ({ gone, said, button }) => {
  const go = () => location.assign(absolute(gone));
  if (!said) return go();
  const sentence = make("p", "good-news", said), again = make("button", "big-button", button);
  sentence.setAttribute("role", "status");
  again.type = "button";
  again.addEventListener("click", go);
  parts.replaceChildren(sentence, again);
  again.focus();
};
const send = async (form) => {
  const { act } = form.dataset, button = form.querySelector('[type="submit"]'), problem = form.querySelector(".form-problem");
  const opening = openings;
  problem.textContent = "";
  button.setAttribute("aria-disabled", "true");
  let answer = null;
  try {
    answer = await server[act](Object.fromEntries(new FormData(form)));
  } catch {
    answer = null;
  }
  button.removeAttribute("aria-disabled");
  if (opening !== openings) return;
  if (!answer || answer.problem) {
    problem.textContent = answer?.problem ?? words.away;
    return;
  }
  if (answer.url) fetchFile(answer);
  if (answer.gone) goAway(answer);
  else put(answer);
};
parts.addEventListener("submit", async (event) => {
  const form = event.target, { act, ask: question, yes, post } = form.dataset;
  event.preventDefault();
  if (post) { // not so before, or another language would not be shown without sending it
    Object.assign(form, { method: "post", action: absolute(post) });
    return form.submit();
  }
  if (form.querySelector('[type="submit"]').getAttribute("aria-disabled") === "true") return;
  if (question && !(await ask(question, yes, words.stay))) return;
  send(form);
});
parts.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copy]");
  if (!button) return;
  const input = button.closest(".shown-once").querySelector("input");
  input.select();
  try {
    await navigator.clipboard.writeText(input.value);
  } catch { // without https a browser has no clipboard for pages
    document.execCommand("copy");
  }
  button.focus();
  snackbar(words.copied);
});
