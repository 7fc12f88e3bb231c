// Sends what was pressed on which job; the server looks both up again. The lesson's panel has such buttons too, and no
// script of its own, so the whole page is listened to. What cannot be taken back is asked about first.
document.addEventListener("click", (event) => {
  const button = event.target.closest("#jobs button[data-act], #lesson button[data-act]");
  if (!button || (button.dataset.sure && !window.confirm(button.dataset.sure))) return;
  trigger("act", { act: button.dataset.act, id: button.dataset.id });
});
