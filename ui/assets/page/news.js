// Asks every few seconds whether anything is new, which costs the server next to nothing, and only then lets gradio
// send what changed. props.value is what the page shows already. A page that nobody sees does not ask. The server says
// with each answer when to ask again: later where many pages are open.
let next = 0;
const look = async () => {
  clearTimeout(next);
  if (document.hidden) return;
  let told = null; // none where the server is away, or wants a login again: it is asked once more in a moment
  try {
    told = await server.newest_now();
  } finally {
    clearTimeout(next);
    next = setTimeout(look, told?.again_ms ?? props.every_ms);
  }
  if (typeof told?.newest === "string" && told.newest !== props.value) trigger("news");
};
next = setTimeout(look, props.every_ms);
document.addEventListener("visibilitychange", look);
