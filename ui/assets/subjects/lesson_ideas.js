// Sends which idea for a picture of which subject was pressed; the server makes the sentence of it.
element.addEventListener("click", ({ target }) => {
  const button = target.closest("button[data-idea]");
  if (button) trigger("idea", { subject: button.dataset.subject, key: button.dataset.idea });
});
