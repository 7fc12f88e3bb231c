// What somebody has unfolded stays so while the page draws it anew.
const unfolded = new Set();
document.addEventListener("toggle", ({ target }) => {
  const fold = target.dataset?.fold;
  if (!fold || !target.isConnected) return;
  if (target.open) unfolded.add(fold);
  else unfolded.delete(fold);
}, { capture: true });
new MutationObserver(() => {
  for (const fold of document.querySelectorAll("details[data-fold]:not([open])")) {
    if (unfolded.has(fold.dataset.fold)) fold.open = true;
  }
}).observe(document.body, { childList: true, subtree: true });
