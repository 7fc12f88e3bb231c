// Sends what was pressed on which job; the server looks both up again.
element.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-act]");
  if (button) trigger("act", { act: button.dataset.act, id: button.dataset.id });
});
