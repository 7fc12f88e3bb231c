// "How it works", a view over the page or over an opened picture: its own denoising with a slider, and pictures in which
// one thing is another one. What is not made yet is made by a press, as any job; what is made stays with the picture.
// From the server: words. What it says of a picture is {id, url, alt, width, height, intro, topics}; of each topic what
// there is of {title, help, obstacle, standing, frames, variants, said}.
const LOOK_AGAIN_MS = 1000, FRAME_MS = 700;

const pressed = (node, act) => {
  node.type = "button";
  node.addEventListener("click", act);
  return node;
};

// Laid out once.
const dialog = make("dialog", "how"), page = make("div", "how-page"), top = make("div", "how-top");
dialog.id = "how-it-works";
dialog.setAttribute("aria-label", words.title);
const shut = pressed(make("button", "round-button", "×"), () => leave());
shut.setAttribute("aria-label", words.back);
shut.title = words.back;
top.append(make("h2", "", words.title), shut);
const own = make("img", "how-own"), intro = make("p", "how-intro"), start = make("div", "how-start");
start.append(own, intro);
const problem = make("p", "problem"), ears = make("p", "for-ears"), list = make("div", "how-topics");
problem.setAttribute("role", "alert");
ears.setAttribute("role", "status");
const again = make("section", "how-topic how-try"), goOn = pressed(make("button", "wide-button primary"), () => tryIt());
goOn.textContent = words.try;
again.append(make("h3", "", words.try), make("p", "", words.try_help), goOn);
page.append(top, start, problem, list, again, ears);
dialog.append(page);

let view = null, opener = null, box = null, looking = null, drawn = {}, playing = null;
const asking = new Set(); // topics of which the server has not answered yet
const say = (sentence) => { problem.textContent = sentence; };
const asked = async (request) => {
  let answer = null;
  try {
    answer = await request;
  } catch {
    answer = null;
  }
  if (answer?.topics) return answer;
  say(answer?.problem ?? words.away);
  return null;
};

// The strip: what the model has and what it guesses at one moment, and a slider through all of them.
const figure = (label) => {
  const whole = make("figure", "how-figure"), image = make("img");
  whole.append(image, make("figcaption", "", label));
  return [whole, image];
};
const strip = ({ frames, said }) => {
  const body = make("div", "how-strip"), pair = make("div", "how-pair");
  const [hasFigure, has] = figure(words.has), [guessFigure, guess] = figure(words.guesses);
  const range = make("input"), label = make("label", "how-range"), row = make("div", "how-thumbs");
  const step = make("span", "how-step"), told = make("p", "how-told"), tools = make("div", "how-tools");
  Object.assign(range, { type: "range", min: 0, max: frames.length - 1, step: 1, value: 0 });
  range.setAttribute("aria-label", words.slide);
  const thumbs = frames.map(({ noisy }) => {
    const thumb = make("img");
    Object.assign(thumb, { src: noisy, alt: "", draggable: false });
    return thumb;
  });
  row.append(...thumbs);
  row.setAttribute("aria-hidden", "true"); // the slider says the same
  const show = (index) => {
    const frame = frames[index];
    range.value = index;
    range.setAttribute("aria-valuetext", `${frame.step}. ${frame.said}`);
    Object.assign(has, { src: frame.noisy, alt: filled(words.alt_has, frame) });
    Object.assign(guess, { src: frame.guess, alt: filled(words.alt_guesses, frame) });
    step.textContent = frame.step;
    told.textContent = frame.said;
    thumbs.forEach((thumb, place) => thumb.classList.toggle("is-shown", place === index));
  };
  const play = pressed(make("button", "small-button", words.play), () => (playing ? rest() : run()));
  const rest = () => {
    clearInterval(playing);
    playing = null;
    play.textContent = words.play;
  };
  const run = () => {
    const last = frames.length - 1;
    show(Number(range.value) === last ? 0 : Number(range.value));
    play.textContent = words.stop;
    playing = setInterval(() => {
      if (Number(range.value) < last) show(Number(range.value) + 1);
      if (Number(range.value) === last || !dialog.open) rest();
    }, FRAME_MS);
  };
  const choose = (index) => {
    rest();
    show(index);
  };
  range.addEventListener("input", () => choose(Number(range.value)));
  row.addEventListener("click", ({ target }) => {
    if (thumbs.includes(target)) choose(thumbs.indexOf(target));
  });
  for (const { guess: url } of frames) new Image().src = url;
  label.append(range);
  tools.append(play, step);
  pair.append(hasFigure, guessFigure);
  body.append(pair, row, label, tools, told);
  if (said) body.append(make("p", "hint", said));
  show(0);
  return body;
};

const compared = ({ variants, said }) => {
  const body = make("div"), row = make("div", "how-variants");
  for (const one of variants) {
    const [whole, image] = figure(one.value);
    Object.assign(image, { src: one.url, alt: one.value });
    if (one.said) whole.append(make("p", "hint", one.said));
    row.append(whole);
  }
  body.append(row);
  if (said) body.append(make("p", "hint", said));
  return body;
};
const underWay = ({ topic, title, standing }) => {
  const body = make("div", "how-under-way"), bar = make("div", "bar"), part = make("i"), percent = Math.round(100 * standing.part);
  bar.setAttribute("role", "progressbar");
  bar.setAttribute("aria-label", `${title}: ${words.working}`);
  for (const [name, value] of [["valuemin", 0], ["valuemax", 100], ["valuenow", percent]]) bar.setAttribute(`aria-${name}`, value);
  part.style.inlineSize = `${percent}%`;
  bar.append(part);
  body.append(make("p", "how-standing", standing.said), bar);
  if (standing.stops) body.append(pressed(make("button", "small-button", words.stop), () => wish(server.stop, topic)));
  return body;
};
const contents = (one) => {
  if (one.frames) return strip(one);
  if (one.variants) return compared(one);
  if (one.standing?.live) return underWay(one);
  if (one.obstacle) return make("p", "how-obstacle", one.obstacle);
  const body = make("div", "how-ask");
  if (one.standing) body.append(make("p", "problem", one.standing.said));
  const show = pressed(make("button", "wide-button", one.standing ? words.again : words.show), () => wish(server.explain, one.topic));
  show.setAttribute("aria-label", `${show.textContent}: ${one.title}`);
  body.append(show);
  return body;
};

// A topic is drawn again only where something of it changed, so that a slider stays where it is, and so does the focus.
const drawTopic = (one) => {
  const now = JSON.stringify(one), before = drawn[one.topic];
  if (before?.now === now) return;
  const body = contents(one), hadFocus = before?.body.contains(document.activeElement);
  if (before) {
    before.body.replaceWith(body);
    if (before.isLive && (one.frames || one.variants)) ears.textContent = `${one.title}: ${words.done}`;
  } else {
    const section = make("section", "how-topic"), title = make("h3", "", one.title);
    section.dataset.topic = one.topic;
    section.append(title, make("p", "", one.help), body);
    list.append(section);
  }
  drawn[one.topic] = { now, body, isLive: Boolean(one.standing?.live) };
  if (hadFocus) (body.querySelector("input, button") ?? shut).focus({ preventScroll: true });
};
const draw = (answer) => {
  const isNew = !view || view.id !== answer.id || view.url !== answer.url;
  view = answer;
  if (isNew) {
    drawn = {};
    list.replaceChildren();
    own.hidden = !answer.url;
    if (answer.url) Object.assign(own, { src: answer.url, alt: answer.alt });
    page.style.setProperty("--shape", answer.width && answer.height ? answer.width / answer.height : 1);
    intro.textContent = answer.intro;
  }
  for (const one of answer.topics) {
    if (isNew && one === answer.topics[1]) {
      list.append(make("h3", "how-part", words.one_thing), make("p", "how-part-help", words.one_thing_help));
    }
    drawTopic(one);
  }
  again.hidden = !answer.id;
  clearTimeout(looking);
  if (answer.topics.some(({ standing }) => standing?.live)) looking = setTimeout(lookAgain, LOOK_AGAIN_MS);
};
const lookAgain = async () => {
  if (!dialog.open || !view?.id) return;
  const id = view.id;
  let answer = null;
  try {
    answer = await server.shown(id);
  } catch {
    answer = null;
  }
  if (!dialog.open || view?.id !== id) return;
  if (answer?.topics) draw(answer);
  else if (answer?.problem) say(answer.problem);
  else looking = setTimeout(lookAgain, LOOK_AGAIN_MS); // the server is away for a moment
};
const wish = async (act, topic) => {
  if (asking.has(topic)) return;
  asking.add(topic);
  say("");
  const { id } = view, answer = await asked(act({ id, topic }));
  asking.delete(topic);
  if (!answer || !dialog.open || view?.id !== id) return;
  draw(answer);
  const one = answer.topics.find((row) => row.topic === topic);
  if (one.standing?.live) ears.textContent = `${one.title}: ${words.working}`;
};

const open = async (id, detail = null) => {
  opener = document.activeElement;
  box = detail;
  view = null;
  drawn = {};
  list.replaceChildren();
  say("");
  intro.textContent = "";
  own.hidden = again.hidden = true;
  home().append(dialog); // after the lightbox, over which it may lie
  dialog.showModal();
  shut.focus();
  dialog.scrollTop = 0;
  opened();
  const answer = await asked(server.shown(id));
  if (answer && dialog.open) draw(answer);
};
const { opened, leave } = closedByBack(dialog, "cuddleHow", () => {
  dialog.close();
  clearTimeout(looking);
  if (opener?.isConnected) opener.focus();
});
const tryIt = () => {
  const { id } = view, go = () => trigger("again", { id }), leaveBox = box?.leave;
  leave(() => (leaveBox ? leaveBox(go) : go()));
};

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-how]");
  if (button) open(button.dataset.how);
});
document.addEventListener("cuddle:lightbox", ({ detail }) => {
  if (detail.picture.is_sheet) return; // several pictures in one
  const button = pressed(make("button", "wide-button", words.of_picture), () => open(detail.id, detail));
  button.dataset.act = "how";
  detail.place.append(button);
});
dialog.addEventListener("cancel", (event) => {
  event.preventDefault();
  leave();
});
