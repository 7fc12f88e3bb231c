// What scripts of components have in common; read before theirs. Words are written as text, never as HTML.
const make = (tag, classes, text) => {
  const node = document.createElement(tag);
  if (classes) node.className = classes;
  if (text !== undefined) node.textContent = text;
  return node;
};
// A sentence of the server's with these values where their names stand in braces.
const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
