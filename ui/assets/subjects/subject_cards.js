// Sends which subject was chosen; the server looks it up again.
element.addEventListener("click", (event) => {
  const card = event.target.closest("button[data-name]");
  if (card) trigger("choose", { name: card.dataset.name });
});
