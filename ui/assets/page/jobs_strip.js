// Sends what was pressed on which job; the server looks both up again. The lesson's panel has such buttons too, and no
// script of its own, so the whole page is listened to. Where a button carries a question (ui/components/jobs/questions.py),
// a dialog asks it first, and follows it while the job goes on. Everything is written as text, never as HTML.
const PLACES = ["#jobs", "#lesson"];
const buttonOf = ({ act, id }) =>
  document.querySelector(PLACES.map((place) => `${place} button[data-act="${act}"][data-id="${CSS.escape(id)}"]`).join());
const pressed = (event) => event.target.closest?.(PLACES.map((place) => `${place} button[data-act]`).join());
const send = (act, id) => trigger("act", { act, id });

const dialog = make("dialog", "question"), title = make("h2"), words = make("p"), answers = make("div", "answers");
title.id = "question-title";
words.id = "question-words";
dialog.setAttribute("aria-labelledby", title.id);
dialog.setAttribute("aria-describedby", words.id);
dialog.append(title, words, answers);
(document.querySelector(".gradio-container") ?? document.body).append(dialog);

let asked = null; // {act, id} of the button that was pressed
const answer = (label, classes, act) => {
  const button = make("button", classes, label);
  button.type = "button";
  button.addEventListener("click", () => {
    const { id } = asked;
    dialog.close();
    if (act) send(act, id);
  });
  return button;
};
const show = (question) => {
  title.textContent = question.title;
  words.textContent = question.words;
  const now = JSON.stringify([question.stay, question.answers]);
  if (answers.dataset.now === now) return; // the focus stays where it is
  answers.dataset.now = now;
  const stay = answer(question.stay, "stay", null);
  stay.autofocus = true;
  answers.replaceChildren(stay, ...question.answers.map(([act, label]) => answer(label, act, act)));
  if (dialog.open) stay.focus();
};
dialog.addEventListener("close", () => {
  if (dialog.open) return; // told late: it has been opened again since, and asks about another press
  const button = asked && buttonOf(asked);
  asked = null;
  button?.focus({ preventScroll: true });
});

document.addEventListener("click", (event) => {
  const button = pressed(event);
  if (!button) return;
  const { act, id, ask } = button.dataset;
  if (!ask) return send(act, id);
  asked = { act, id };
  show(JSON.parse(ask));
  dialog.showModal();
});

// What is shown of the jobs comes anew with every step: the question follows, and the focus is not lost.
let focused = null;
document.addEventListener("focusin", (event) => {
  const button = pressed(event);
  focused = button ? { act: button.dataset.act, id: button.dataset.id } : null;
});
const follow = () => {
  if (asked) {
    const question = buttonOf(asked)?.dataset.ask;
    if (question) show(JSON.parse(question));
    else dialog.close(); // the job has ended, or there is nothing to lose any more
  } else if (focused && document.activeElement === document.body) {
    buttonOf(focused)?.focus({ preventScroll: true });
  }
};
const observer = new MutationObserver(follow);
const observe = () => {
  for (const node of document.querySelectorAll(PLACES.join())) observer.observe(node, { childList: true, subtree: true });
};
observe();
setTimeout(observe); // the lesson's panel may come after the strip
