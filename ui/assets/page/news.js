// Asks every few seconds whether anything is new, which costs the server next to nothing, and only then lets gradio
// send what changed. props.value is what the page shows already. A page that nobody sees does not ask.
const look = async () => {
  if (document.hidden) return;
  const newest = await server.newest_now();
  // It is no text where the server is away, or wants a login again: it is asked once more in a moment.
  if (typeof newest === "string" && newest !== props.value) trigger("news");
};
setInterval(look, props.every_ms);
document.addEventListener("visibilitychange", look);
