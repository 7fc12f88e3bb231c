// Sends that the sample subjects are wanted; once, until the server has answered.
element.addEventListener("click", ({ target }) => {
  const button = target.closest("button[data-home]");
  if (!button || button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  trigger("samples", {});
});
