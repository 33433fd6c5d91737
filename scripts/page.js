// The search page: its address, its form and its keys.

const AT_ONCE = 10; // results
const MOST_SAVED = 10000;
const PAUSE = 120; // milliseconds, while one types

const byId = (id) => document.getElementById(id);
const html = document.documentElement;
const said = JSON.parse(byId("said").textContent);
const pageLanguage = said.locale.replace("_", "-");
const [field, results, notes, saver] = ["q", "results", "notes", "save"].map(byId);
const saveAll = saver.textContent;
const controls = [...document.querySelectorAll("[data-control]")];
const plural = new Intl.PluralRules(pageLanguage);
const digits = new Intl.NumberFormat(pageLanguage, { numberingSystem: "latn" });

const say = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const apart = (name) => `\u2068${name}\u2069`;
const numberText = (number) => digits.format(number);
const countText = (key, number) => say(said.counts[key][plural.select(number)], { number: numberText(number) });
const { comma, semicolon } = said;

/** What the address says, and what it is for a query. */
const stateOf = (address) => ({ q: "", sort: "", copies: "", ...Object.fromEntries(new URLSearchParams(address)) });
let state = stateOf(location.search);
let isSettled = true;

function hrefOf(q) {
  const entries = Object.entries({ ...state, q }).filter(([, value]) => value);
  return `search.html?${new URLSearchParams(entries)}`;
}

const linkTo = (q, text) => element("a", { href: hrefOf(q) }, text);

/** What is not needed before the list stands; it comes in a script of its own. */
let others;
function more() {
  others ??= loaded("assets/search-more.js").then(() => globalThis.archiveSearchMore(SHARED));
  others.catch(() => (others = undefined));
  return others;
}

const indexes = {};
const indexOf = (folder) => {
  indexes[folder] ??= Index.open(folder);
  indexes[folder].catch(() => delete indexes[folder]);
  return indexes[folder];
};

/** What a query finds: its articles in a set and in numbers, and all that was needed to find them. */
async function answer({ sort, copies: everyCopy }, groups) {
  const isRemoved = groups.flat().some((item) => item.field === "in");
  const [root, index] = await Promise.all([indexOf(""), indexOf(isRemoved ? "removed/" : "")]);
  const finder = new Finder(index, root);
  const all = numbersOf(await finder.all(groups));
  const numbers = everyCopy ? all : await withoutCopies(root, all);
  const isCounted = numbers.length < all.length;
  const patterns = patternsOf(groups);
  const order = (most) => ordered(root, numbers, finder.scores, sort || (patterns.length ? "" : "newest"), most);
  return { groups, isRemoved, root, index, finder, numbers, isCounted, patterns, order };
}

let latest = 0;

async function search(isTyping = false) {
  const own = ++latest;
  const groups = parsed(state.q, isTyping);
  const asked = groups.length ? answer(state, groups) : null; // its files are on their way first
  asked?.catch(() => {});
  showState();
  if (!asked) return rest();
  html.dataset.search = "busy";
  try {
    const found = await asked;
    const waiting = rows(found.root, await found.order(AT_ONCE));
    more().catch(() => {}); // asked for behind the rows, it is there when the list stands
    const shown = await waiting;
    if (own !== latest) return;
    show(found, shown);
    performance.mark("list");
    const { besides, helpFor, showBeside, addAllLines } = await more();
    const beside = found.numbers.length ? await besides(found) : { facets: await helpFor(found) };
    if (own !== latest) return;
    showBeside(found, beside);
    html.dataset.search = "done";
    performance.mark("beside");
    addAllLines(found, shown);
  } catch (fault) {
    if (own === latest) showFault(fault);
  }
}

function rest() {
  html.dataset.search = "idle";
  delete byId("count").dataset.total;
  for (const part of [byId("count"), notes, results]) part.replaceChildren();
  byId("found").hidden = true;
  byId("ways").hidden = false;
}

function show(found, shown) {
  const total = found.numbers.length;
  byId("count").dataset.total = total;
  byId("count").textContent = countText("articles", total);
  const cut = found.finder.cut.map((item) => element("p", {}, say(said.cut, { word: apart(item.raw) })));
  notes.replaceChildren(...cut);
  byId("found").hidden = !total;
  byId("ways").hidden = total > 0;
  results.replaceChildren();
  if (!total) byId("facets").replaceChildren();
  saver.textContent = total > MOST_SAVED ? say(said.save_first, { number: numberText(MOST_SAVED) }) : saveAll;
  saver.onclick = () => more().then(({ save }) => save(found, MOST_SAVED)).catch(showFault);
  byId("more").onclick = () => more().then(({ showMore }) => showMore(found)).catch(showFault);
  append(found, shown);
}

function append(found, shown) {
  results.append(...shown.map((row) => resultOf(row, found.patterns, found.isRemoved)));
  byId("more").hidden = results.children.length >= found.numbers.length;
}

function showFault(fault) {
  if (!(fault instanceof IndexFault)) throw fault;
  rest();
  html.dataset.search = "error";
  notes.replaceChildren(element("p", { class: "fault" }, say(said[fault.key], { file: apart(fault.message) })));
}

/** Another query. Each is a step back in the browser's history, but not each letter of it. */
function go(change, isTyping = false) {
  state = { ...state, ...change };
  history[isSettled ? "pushState" : "replaceState"](null, "", hrefOf(state.q));
  isSettled = !isTyping;
  return search(isTyping);
}

function showState() {
  if (document.activeElement !== field || field.value.trim() !== state.q.trim()) field.value = state.q;
  const groups = parsed(state.q);
  for (const control of controls) {
    if (control === document.activeElement) continue;
    const value = shownIn(control.dataset.control, groups);
    if (control.type === "checkbox") control.checked = value === control.value;
    else control.value = value;
  }
  byId("sort").value = state.sort;
  byId("copies").checked = Boolean(state.copies);
}

let pause;
field.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => go({ q: field.value }, true), PAUSE);
});
field.addEventListener("focus", () => indexOf("").catch(() => {}), { once: true });
byId("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  go({ q: field.value });
});
for (const control of controls) {
  control.addEventListener("change", () => {
    const value = control.type === "checkbox" && !control.checked ? "" : control.value;
    more()
      .then(({ changed }) => go({ q: changed(parsed(state.q), control.dataset.control, value) }))
      .catch(showFault);
  });
}
byId("sort").addEventListener("change", ({ target }) => go({ sort: target.value }));
byId("copies").addEventListener("change", ({ target }) => go({ copies: target.checked ? "all" : "" }));
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("#facets a, #notes a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go({ q: stateOf(new URL(link.href).search).q });
});
addEventListener("popstate", () => {
  state = stateOf(location.search);
  isSettled = true;
  search();
});

/** The arrows go from the field through the results and back; / goes to the field, Esc empties it. */
addEventListener("keydown", (event) => {
  const { key, target } = event;
  const isWriting = target.matches?.("input, select, textarea");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === "/" && !isWriting) field.select();
  else if (key === "Escape" && target === field) go({ q: "" });
  else if (key === "Escape" && target.closest("#results")) field.select();
  else if ((key === "ArrowDown" || key === "ArrowUp") && (target === field || target.closest("#results"))) {
    const links = [field, ...results.querySelectorAll(".headline a")];
    links[links.indexOf(target) + (key === "ArrowDown" ? 1 : -1)]?.focus();
  } else return;
  event.preventDefault();
});

byId("ask").hidden = false;
byId("beside").open = matchMedia("(min-width: 60rem)").matches;
search();
