// Beside the list: how the results part by year, outlet, author and language, each a way to fewer.

const MOST_NAMES = 10;

const known = new Uint16Array(3652060); // the years of days, once they were asked for
const yearOf = (day) => (known[day] ||= new Date((day - 719163) * 86400000).getUTCFullYear());

/** How many articles each year has; one that may be of several years counts in each. */
function byYear({ first, last, kind }, numbers) {
  const years = new Uint32Array(10000);
  for (const number of numbers) {
    if (kind[number] < 2) continue;
    const end = yearOf(last[number]);
    for (let year = yearOf(first[number]); year <= end; year++) years[year]++;
  }
  return new Map([...years.entries()].filter(([, count]) => count));
}

/** Names with how many articles have them, the most frequent first; null are those without any. */
function byName({ names: all, of }, numbers, keyOf) {
  const tally = new Uint32Array(all.length + 1); // the last for those without any
  for (const number of numbers) {
    const own = of(number);
    if (!own.length) tally[all.length]++;
    for (const id of own) tally[id]++;
  }
  const counts = new Map();
  tally.forEach((count, id) => {
    const key = id < all.length ? keyOf(all[id]) : null;
    if (count) counts.set(key, (counts.get(key) ?? 0) + count);
  });
  return [...counts].sort(([one, some], [other, more]) => more - some || (one ?? "").localeCompare(other ?? ""));
}

function facetLink(groups, field, value, count, ...children) {
  const text = field === "year" ? changed(parsed(changed(groups, "from", value)), "to", value) : changed(groups, field, value);
  return element("a", { href: hrefOf(text), "data-field": field, "data-value": value, "data-count": count }, ...children);
}

function nameFacet(groups, field, heading, counts, nameOf, unknown) {
  const links = counts.slice(0, MOST_NAMES).map(([key, count]) => {
    const number = element("span", { class: "number" }, numberText(count));
    const name = key === null ? unknown : nameOf(key);
    return element("li", {}, facetLink(groups, field, key ?? "none", count, element("bdi", {}, name), " ", number));
  });
  return element("section", {}, element("h2", { class: "section" }, heading), element("ul", { class: "counts" }, ...links));
}

/** The share of the articles of each year that are found: in words, and as a bar. */
function yearFacet(groups, found, all) {
  const shares = [...found].sort(([one], [other]) => other - one).map(([year, count]) => [year, count, count / all.get(year)]);
  const most = Math.max(...shares.map(([, , share]) => share));
  const percent = new Intl.NumberFormat(pageLanguage, { style: "percent", maximumSignificantDigits: 2 });
  const items = shares.map(([year, count, share]) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [key, value] of [["width", "100%"], ["height", "12"], ["aria-hidden", "true"]]) svg.setAttribute(key, value);
    bar.setAttribute("width", `${Math.round((100 * share) / most)}%`);
    bar.setAttribute("height", "100%");
    svg.append(bar);
    const text = `${say(said.part, { number: numberText(count), all: numberText(all.get(year)) })} · ${percent.format(share)}`;
    const parts = [element("span", { class: "period" }, year), " ", svg, " ", element("span", { class: "number" }, text)];
    return element("li", {}, facetLink(groups, "year", String(year), count, ...parts));
  });
  const heading = element("h2", { class: "section" }, said.over);
  return element("section", {}, heading, element("p", { class: "soft" }, said.share), element("ul", { class: "bars" }, ...items));
}

/** All facets of some articles, and the sentence that sums them up. */
async function besides(found) {
  const { root, groups, numbers } = found;
  const [dated, outlets, authors, languages] = await Promise.all([
    days(root),
    ...["outlet", "author", "language"].map((name) => names(root, name)),
  ]);
  const whole = (name) => name;
  const byOutlet = byName(outlets, numbers, whole);
  const byLanguage = byName(languages, numbers, (tag) => tag.split("-")[0]);
  const years = byYear(dated, numbers);
  const languageName = new Intl.DisplayNames(pageLanguage, { type: "language" });
  const facets = [
    years.size ? yearFacet(groups, years, byYear(dated, dated.kind.keys())) : null,
    nameFacet(groups, "outlet", said.outlet, byOutlet, whole, said.no_outlet),
    nameFacet(groups, "author", said.author, byName(authors, numbers, whole), whole, said.no_author),
    nameFacet(groups, "lang", said.language, byLanguage, (tag) => languageName.of(tag), said.no_language),
  ];
  const sum = sumOf(dated, numbers, byOutlet.filter(([name]) => name !== null).length);
  return { facets: facets.filter(Boolean), sum, hidden: await hiddenBy(found) };
}

/** Such as "41 articles of 23 outlets, 3 January to 30 May 2023; 9 without a date". */
function sumOf({ kind, first, last }, numbers, outlets) {
  const dated = numbers.filter((number) => kind[number] > 1);
  const articles = countText("articles", numbers.length);
  const parts = [outlets ? say(said.outlets_of, { articles, outlets: countText("outlets", outlets) }) : articles];
  if (dated.length) {
    const ends = [dated.reduce((least, number) => Math.min(least, first[number]), Infinity), dated.reduce((most, number) => Math.max(most, last[number]), 0)];
    const format = new Intl.DateTimeFormat(pageLanguage, { dateStyle: "long", timeZone: "UTC", numberingSystem: "latn" });
    const [from, to] = ends.map((day) => format.format(new Date((day - 719163) * 86400000)));
    parts.push(from === to ? from : say(said.span, { first: from, last: to }));
  }
  const undated = numbers.length - dated.length;
  return parts.join(comma) + (undated ? semicolon + say(said.undated, { number: numberText(undated) }) : "");
}

/** How many articles without a date a choice of dates hides, and the query that shows them. */
async function hiddenBy({ groups, index, root }) {
  const others = groups.filter((group) => !["from", "to"].includes(controlOf(group)));
  if (others.length === groups.length) return null;
  const q = changed(others, "date", "none");
  const count = (await withoutCopies(root, numbersOf(await new Finder(index, root).all(parsed(q))))).length;
  return count ? { count, q } : null;
}

/** What stands beside the list, or in its place. */
function showBeside(found, { facets, sum, hidden }) {
  if (!found.numbers.length) return notes.append(...facets);
  byId("facets").replaceChildren(...facets);
  byId("count").textContent = sum + (found.isCounted ? semicolon + said.once : "");
  if (hidden) {
    const text = say(said.hidden, { articles: countText("articles", hidden.count) });
    notes.append(element("p", {}, text, " ", linkTo(hidden.q, said.show)));
  }
}
