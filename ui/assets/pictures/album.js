// The grid of the album. props.value comes from the server: {revision, people}; another revision says that pictures have
// changed. A page is asked for when the album is seen, and again when it has changed meanwhile; further pages come when
// one scrolls near the end. Days are those of whoever looks. Everything is written as text, never as HTML.
const part = (id) => document.getElementById(id);
const SEARCH_WAIT_MS = 250, AHEAD = "900px";
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const filters = { search: "", subject: null, starred: false, bin: false };
let day = null; // {since, until}
let items = [], next = null, turn = 0, loading = false;
let stale = true, isSeen = false;
let known = new Map(); // id -> the element in the list
let counts = new Map(); // day as 2026-11-30 -> how many pictures
const chosen = new Set();
let isChoosing = false, lastChosen = null;

// Days.
const dayOf = (moment) => {
  const at = new Date(1000 * moment);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((one) => String(one).padStart(2, "0")).join("-");
};
const called = (name) => {
  const [year, month, date] = name.split("-").map(Number);
  const at = new Date(year, month - 1, date), now = new Date();
  const ago = Math.round((new Date(now.getFullYear(), now.getMonth(), now.getDate()) - at) / 86400000);
  const language = navigator.languages;
  if (ago === 0 || ago === 1) {
    const said = new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-ago, "day");
    return said.charAt(0).toLocaleUpperCase(language) + said.slice(1);
  }
  const form = { weekday: "long", day: "numeric", month: "long" };
  if (year !== now.getFullYear()) form.year = "numeric";
  return at.toLocaleDateString(language, form);
};

// Drawing.
const cell = (item) => {
  let node = known.get(item.id);
  if (!node) {
    node = make("li", "album-item");
    node.dataset.id = item.id;
    const press = make("button", "album-picture"), image = make("img");
    press.type = "button";
    press.dataset.picture = item.id;
    Object.assign(image, { loading: "lazy", decoding: "async", width: item.width, height: item.height, alt: item.title });
    image.src = item.url;
    press.append(image);
    const label = make("label", "album-check"), check = make("input");
    check.type = "checkbox";
    check.setAttribute("aria-label", filled(words.choose, { title: item.title }));
    label.append(check);
    const star = make("span", "album-star", "★");
    star.setAttribute("role", "img");
    star.setAttribute("aria-label", words.starred);
    node.append(press, label, star);
    known.set(item.id, node);
  }
  node.classList.toggle("starred", item.starred);
  return node;
};
const same = (list, nodes) => list.children.length === nodes.length && nodes.every((node, index) => list.children[index] === node);
const draw = () => {
  const root = part("album-days"), focused = document.activeElement;
  const days = new Map();
  for (const item of items) {
    const name = dayOf(item.moment);
    if (!days.has(name)) days.set(name, []);
    days.get(name).push(cell(item));
  }
  const sections = [...days].map(([name, nodes]) => {
    let section = root.querySelector(`[data-day="${name}"]`);
    if (!section) {
      section = make("section", "album-day");
      section.dataset.day = name;
      section.append(make("h2", "", ""), make("ul"));
    }
    const [title, list] = section.children, count = counts.get(name);
    const told = called(name);
    section.setAttribute("aria-label", told);
    title.replaceChildren(told, ...(count ? [make("small", "", String(count))] : []));
    if (!same(list, nodes)) list.replaceChildren(...nodes);
    return section;
  });
  if (!same(root, sections)) root.replaceChildren(...sections);
  if (focused?.isConnected && focused !== document.activeElement && root.contains(focused)) focused.focus({ preventScroll: true });
  const present = new Set(items.map((item) => item.id));
  for (const id of known.keys()) if (!present.has(id)) known.delete(id);
  for (const id of chosen) if (!present.has(id)) chosen.delete(id);
  const isFiltered = filters.search.trim() || filters.subject || filters.starred || day;
  const empty = part("no-pictures");
  empty.hidden = items.length > 0 || loading;
  empty.textContent = empty.hidden ? "" : isFiltered ? words.no_match : filters.bin ? words.bin_empty : words.none;
  part("more-pictures").hidden = !next;
  part("album-bin-help").hidden = !filters.bin;
  part("album-empty-bin").hidden = !items.length;
  drawChosen();
};
const drawChosen = () => {
  const root = part("album-days"), bar = part("album-toolbar");
  root.classList.toggle("choosing", isChoosing);
  part("album-select").setAttribute("aria-pressed", String(isChoosing));
  for (const [id, node] of known) {
    node.classList.toggle("chosen", chosen.has(id));
    node.querySelector("input").checked = chosen.has(id);
  }
  bar.hidden = !isChoosing;
  part("album-chosen").textContent = filled(words.chosen, { count: chosen.size });
  for (const one of bar.querySelectorAll("[data-do]")) {
    const { do: what } = one.dataset;
    if (["restore", "for-good"].includes(what)) one.hidden = !filters.bin;
    if (what === "bin") one.hidden = filters.bin;
    if (!["all", "done"].includes(what)) one.disabled = what === "compare" ? chosen.size !== 2 : !chosen.size;
  }
};
const drawPeople = () => {
  const people = props.value?.people ?? [], root = part("album-people");
  if (root.dataset.people === JSON.stringify(people)) return;
  root.dataset.people = JSON.stringify(people);
  root.replaceChildren(
    ...people.map((name) => {
      const chip = make("button", "chip", name);
      chip.type = "button";
      chip.setAttribute("aria-pressed", String(filters.subject === name));
      chip.addEventListener("click", () => {
        filters.subject = filters.subject === name ? null : name;
        for (const one of root.children) one.setAttribute("aria-pressed", String(one.textContent === filters.subject));
        anew();
      });
      return chip;
    }),
  );
};

// Asking. `turn` tells an answer that comes late from the one that is waited for.
const wish = (more) => ({ ...filters, day, zone, ...more });
const load = async (after) => {
  const mine = ++turn;
  loading = true;
  const page = await answered(server.album_page(wish({ after })));
  if (mine !== turn) return;
  loading = false;
  if (!page) return draw();
  if (after) {
    const there = new Set(items.map((item) => item.id));
    items.push(...page.pictures.filter((item) => !there.has(item.id)));
    next = page.next;
  } else {
    await joined(page);
    if (mine !== turn) return;
  }
  draw();
  if (!after) countDays(mine);
};
// A new first page before the older ones that are there already, without those of them that are gone.
const joined = async (page) => {
  const ids = new Set(page.pictures.map((item) => item.id)), last = page.pictures[page.pictures.length - 1];
  const meets = page.next && items.some((item) => ids.has(item.id)); // or there would be a gap between them
  const older = meets ? items.filter((item) => !ids.has(item.id) && item.moment <= last.moment) : [];
  if (!older.length) {
    [items, next] = [page.pictures, page.next];
    return;
  }
  const there = new Set();
  for (let from = 0; from < older.length; from += 500) {
    const some = older.slice(from, from + 500).map((item) => item.id);
    const answer = await answered(server.present({ ids: some, bin: filters.bin }));
    for (const id of answer?.ids ?? some) there.add(id);
  }
  items = [...page.pictures, ...older.filter((item) => there.has(item.id))];
};
const countDays = async (mine) => {
  const answer = await answered(server.days(wish({})));
  if (!answer || mine !== turn) return;
  counts = new Map(answer.days.map((one) => [one.day, one.count]));
  const select = part("album-day"), now = select.value;
  const options = answer.days.map((one) => {
    const option = make("option", "", `${called(one.day)} · ${one.count}`);
    option.value = `${one.since} ${one.until}`;
    return option;
  });
  select.replaceChildren(select.options[0], ...options);
  select.value = [...select.options].some((one) => one.value === now) ? now : "";
  if (select.value !== now) {
    day = null;
    return load(null);
  }
  const total = answer.days.reduce((sum, one) => sum + one.count, 0);
  part("album-spoken").textContent = filled(words.shown, { count: total });
  draw();
};
const refresh = () => {
  stale = !isSeen;
  if (isSeen) load(null);
};
const anew = () => {
  chosen.clear();
  items = [];
  next = null;
  load(null);
};
const loadMore = () => {
  if (next && !loading) load(next);
};

// Several at once.
const ids = () => items.map((item) => item.id).filter((id) => chosen.has(id));
const without = (gone) => {
  const after = part("album-toolbar").contains(document.activeElement);
  items = items.filter((item) => !gone.includes(item.id));
  isChoosing &&= !gone.some((id) => chosen.has(id));
  if (!isChoosing) chosen.clear();
  draw();
  if (after) part("album-select").focus({ preventScroll: true });
};
const restoreAll = async (some) => {
  const answer = await answered(server.restore(some));
  if (!answer) return;
  snackbar(answer.said);
  tellAll(some, "back");
};
const doing = {
  all: () => {
    const all = items.every((item) => chosen.has(item.id));
    for (const item of items) all ? chosen.delete(item.id) : chosen.add(item.id);
    drawChosen();
  },
  archive: async () => {
    snackbar(words.packing);
    const file = await answered(server.archive(ids()));
    if (file) fetchFile(file);
  },
  compare: async (button) => {
    const answer = await answered(server.compared(ids()));
    if (answer) compare(answer.pictures, button);
  },
  bin: async () => {
    const some = ids(), answer = await answered(server.put_in_bin(some));
    if (!answer) return;
    without(some);
    snackbar(answer.said, words.undo, () => restoreAll(some));
  },
  restore: async () => {
    const some = ids();
    await restoreAll(some);
    without(some);
  },
  "for-good": async () => {
    const some = ids();
    if (!(await ask(filled(words.for_good_sure, { count: some.length }), words.for_good, words.keep))) return;
    const answer = await answered(server.delete_for_good(some));
    if (!answer) return;
    without(some);
    snackbar(answer.said);
  },
  done: () => choosing(false),
};
const choosing = (now) => {
  isChoosing = now;
  if (!now) {
    chosen.clear();
    part("album-select").focus();
  }
  drawChosen();
};
const choose = (id, range) => {
  const order = items.map((item) => item.id), to = order.indexOf(id), from = order.indexOf(lastChosen);
  const isOn = !chosen.has(id);
  const some = range && from >= 0 ? order.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
  for (const one of some) isOn ? chosen.add(one) : chosen.delete(one);
  lastChosen = id;
  drawChosen();
};

const begin = () => {
  if (!part("album-days")) return setTimeout(begin, 50); // it may come after this script
  let typed = null;
  part("album-search").addEventListener("input", (event) => {
    clearTimeout(typed);
    typed = setTimeout(() => {
      filters.search = event.target.value;
      anew();
    }, SEARCH_WAIT_MS);
  });
  part("album-day").addEventListener("change", (event) => {
    const [since, until] = event.target.value.split(" ").map(Number);
    day = event.target.value ? { since, until } : null;
    anew();
  });
  for (const name of ["starred", "bin"]) {
    part(`album-${name}`).addEventListener("click", (event) => {
      filters[name] = !filters[name];
      event.currentTarget.setAttribute("aria-pressed", String(filters[name]));
      anew();
    });
  }
  part("album-select").addEventListener("click", () => choosing(!isChoosing));
  part("album-empty-bin").addEventListener("click", async () => {
    if (!(await ask(words.empty_bin_sure, words.empty_bin, words.keep))) return;
    const answer = await answered(server.empty_bin(null));
    if (!answer) return;
    without(items.map((item) => item.id));
    next = null;
    draw();
    snackbar(answer.said);
  });
  part("album-toolbar").addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) doing[button.dataset.do](button);
  });
  part("album-toolbar").addEventListener("keydown", (event) => {
    if (event.key === "Escape") choosing(false);
  });
  const root = part("album-days");
  root.addEventListener("change", (event) => {
    const id = event.target.closest("li")?.dataset.id;
    if (id) choose(id, false);
  });
  root.addEventListener("click", (event) => { // while one chooses, a press does not open
    const picture = isChoosing && event.target.closest("[data-picture]");
    if (!picture) return;
    event.preventDefault();
    event.stopPropagation();
    choose(picture.dataset.picture, event.shiftKey);
  }, true);
  root.addEventListener("cuddle:near-end", loadMore);
  const more = part("more-pictures");
  more.addEventListener("click", loadMore);
  new IntersectionObserver((seen) => {
    if (seen.some((one) => one.isIntersecting)) loadMore();
  }, { rootMargin: AHEAD }).observe(more);
  new IntersectionObserver((seen) => {
    isSeen = seen[seen.length - 1].isIntersecting;
    if (isSeen && stale) refresh();
  }).observe(part("album-room"));
  document.addEventListener("cuddle:pictures", ({ detail }) => {
    if (detail.is === "back") return refresh();
    if (detail.is === "gone") return without(detail.ids);
    for (const item of items) if (detail.ids.includes(item.id)) item.starred = detail.is === "starred";
    draw();
  });
  let shown = null;
  const follow = () => {
    const now = JSON.stringify(props.value ?? null);
    if (now === shown || !props.value) return;
    shown = now;
    drawPeople();
    refresh();
  };
  watch(["value"], follow);
  follow();
};
begin();
