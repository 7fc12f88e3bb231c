// The server writes each moment in its own zone, and names that. Whoever looks reads it in hers, in her language.
const form = { dateStyle: "medium", timeStyle: "short" };
const tell = () => {
  for (const node of document.querySelectorAll("time[datetime]:not([data-told])")) {
    const moment = new Date(node.dateTime);
    node.dataset.told = "";
    node.title = moment.toLocaleString(navigator.languages, { dateStyle: "full", timeStyle: "long" });
    node.textContent = moment.toLocaleString(navigator.languages, form);
  }
};
new MutationObserver(tell).observe(document.body, { childList: true, subtree: true });
tell();
