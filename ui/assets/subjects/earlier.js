// Sends which step was chosen; the server looks it up again.
element.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-step]");
  if (button) trigger("choose", { step: Number(button.dataset.step) });
});
