// A sentence that goes by itself, with one thing that can be pressed while it is there. It lies in the dialog that is
// open, since all else is out of reach then. It stays while it is pointed at or has the focus.
const SNACKBAR_MS = 10000;
// Where gradio lets all rules of the page's styles hold.
const home = () => document.querySelector(".gradio-container .contain") ?? document.body;
const snackbar = (sentence, label, act) => {
  document.querySelector(".snackbar")?.remove();
  const bar = make("div", "snackbar"), words = make("p", "", "");
  words.setAttribute("role", "status");
  bar.append(words);
  let left = null;
  const go = () => {
    clearTimeout(left);
    bar.remove();
  };
  const wait = () => {
    clearTimeout(left);
    left = setTimeout(go, SNACKBAR_MS);
  };
  if (act) {
    const button = make("button", "small-button", label);
    button.type = "button";
    button.addEventListener("click", () => {
      go();
      act();
    });
    bar.append(button);
  }
  for (const type of ["pointerenter", "focusin"]) bar.addEventListener(type, () => clearTimeout(left));
  for (const type of ["pointerleave", "focusout"]) bar.addEventListener(type, wait);
  const open = [...document.querySelectorAll("dialog[open]")].pop();
  (open ?? home()).append(bar);
  words.textContent = sentence; // after it is there, or it is not read out
  wait();
};
// What the server answered; a sentence where it refused or is away, and then nothing.
const answered = async (asked) => {
  let answer = null;
  try {
    answer = await asked;
  } catch {
    answer = null;
  }
  if (answer && typeof answer === "object" && !answer.problem) return answer;
  snackbar(answer?.problem ?? words.away);
  return null;
};
// Other parts of the page hear what became of pictures: {ids, is: "starred", "plain", "gone" or "back"}.
const tellAll = (ids, is) => document.dispatchEvent(new CustomEvent("cuddle:pictures", { detail: { ids, is } }));
const fetchFile = ({ url, name }) => {
  const link = make("a");
  link.href = url;
  link.download = name;
  (document.querySelector("dialog[open]") ?? document.body).append(link);
  link.click();
  link.remove();
};
// A question whose answer that changes nothing has the focus. Gives whether the other one was pressed.
const ask = (sentence, yes, no) =>
  new Promise((decided) => {
    const dialog = make("dialog", "question"), words = make("p", "", sentence), answers = make("div", "answers");
    dialog.setAttribute("aria-label", sentence);
    for (const [label, classes, value] of [[no, "stay", ""], [yes, "cancel", "yes"]]) {
      const button = make("button", classes, label);
      button.type = "button";
      button.autofocus = !value;
      button.addEventListener("click", () => dialog.close(value));
      answers.append(button);
    }
    dialog.append(words, answers);
    dialog.addEventListener("close", () => {
      dialog.remove();
      decided(dialog.returnValue === "yes");
    });
    home().append(dialog);
    dialog.showModal();
  });
