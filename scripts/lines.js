// Two lines of the text of each result, with the words marked.

const PATIENCE = 8000; // milliseconds, for the page of an article in a frame
const LENGTH = 165; // characters of two lines
const BEFORE = 60; // of them before the first word that was found
const HARDLY = 1e-9;

/** The paragraphs of an article, from its page: from disk a page in a frame tells its own, for it cannot be fetched. */
async function paragraphsAt({ address }, isRemoved) {
  if (location.protocol !== "file:") {
    const page = await (await fetch(`articles/${address}.html`)).text();
    return paragraphsOf(new DOMParser().parseFromString(page, "text/html"), isRemoved);
  }
  const src = `articles/${address}.html?paragraphs=${isRemoved ? "removed" : "shown"}`;
  const frame = element("iframe", { src, hidden: "", "aria-hidden": "true" });
  const told = new Promise((done) => {
    addEventListener("message", function hear({ source, data }) {
      if (source !== frame.contentWindow) return;
      removeEventListener("message", hear);
      done(data);
    });
    setTimeout(done, PATIENCE, []);
  });
  document.body.append(frame);
  return told.finally(() => frame.remove());
}

/** How often each pattern stands in some texts. */
function timesOf(texts) {
  const times = new Map();
  for (const { found } of texts) for (const [, , pattern] of found) times.set(pattern, (times.get(pattern) ?? 0) + 1);
  return times;
}

/** Where two lines begin that say the most, and how much: each pattern counts once, the less the more often it stands. */
function bestPlace(found, times) {
  const inside = new Map();
  const count = (pattern, more) => inside.set(pattern, (inside.get(pattern) ?? 0) + more).get(pattern);
  let best = { worth: 0, first: 0 };
  let worth = 0;
  let next = 0;
  for (const [at, [first, , own]] of found.entries()) {
    while (next <= at || found[next]?.[1] <= first + LENGTH - BEFORE) {
      const pattern = found[next++][2];
      if (count(pattern, 1) === 1) worth += 1 / times.get(pattern);
    }
    if (worth > best.worth + HARDLY) best = { worth, first };
    if (count(own, -1) === 0) worth -= 1 / times.get(own);
  }
  return best;
}

/** Two lines of some paragraphs where the patterns stand that are seldom in them, with the words marked. */
function linesOf(paragraphs, patterns) {
  const all = paragraphs.map((text) => ({ text, ...stretches(text, patterns) }));
  const times = timesOf(all);
  const { text, apart, first } = all
    .map((one) => ({ ...one, ...bestPlace(one.found, times) }))
    .reduce((best, one) => (one.worth > best.worth + HARDLY ? one : best), { ...all[0], worth: 0, first: 0 });
  if (!text) return [];
  const start = first > BEFORE ? Math.min(text.indexOf(" ", first - BEFORE) + 1 || first, first) : 0;
  const most = start + LENGTH;
  const end = most < text.length ? Math.max(text.lastIndexOf(" ", most), start + BEFORE) : text.length;
  const pieces = start ? ["… "] : [];
  let at = start;
  for (const [from, to] of apart.filter((ends) => ends[1] > start && ends[0] < end)) {
    pieces.push(text.slice(at, from), element("mark", {}, text.slice(Math.max(at, from), to)));
    at = to;
  }
  pieces.push(text.slice(at, Math.max(at, end)), end < text.length ? " …" : "");
  return pieces;
}

async function addLines(result, row, { patterns, isRemoved }) {
  const paragraphs = await paragraphsAt(row, isRemoved).catch(() => []);
  result.querySelector(".lines").append(...linesOf(paragraphs, patterns));
}

/** Two lines of the text for each of the last results; they are read from the articles one by one, and come last. */
function addAllLines(found, shown) {
  const last = [...results.children].slice(-shown.length);
  last.forEach((result, at) => addLines(result, shown[at], found));
}

/** The next results of the list. */
async function showMore(found) {
  const count = results.children.length;
  const shown = await rows(found.root, (await found.order(count + 2 * AT_ONCE)).slice(count));
  append(found, shown);
  results.children[count].querySelector("a").focus();
  addAllLines(found, shown);
}
