// The list of results: what it says of each article.

/** An element with attributes and children; null is no child. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** What is looked for in texts: patterns as in marks.js. */
function patternsOf(groups) {
  const items = groups.flat().filter((item) => item.isText && !item.not);
  return items.flatMap(({ words, isPrefix }) => (isPrefix ? [...words.slice(0, -1), `${words.at(-1)}*`] : [words.join(" ")]));
}

function addressOf({ address }, patterns, isRemoved) {
  const find = new URLSearchParams(patterns.map((pattern) => ["find", pattern]));
  return `articles/${address}.html${patterns.length ? `?${find}` : ""}${isRemoved ? "#removed" : ""}`;
}

function resultOf(row, patterns, isRemoved) {
  const none = element("bdi", { class: "soft", lang: document.documentElement.lang }, said.no_headline);
  const name = row.hasHeadline ? [row.headline] : [none, " ", element("i", {}, row.headline)];
  const link = element("a", { href: addressOf(row, patterns, isRemoved) }, ...name);
  const meta = [row.outlet ?? said.no_outlet, row.date].filter(Boolean).flatMap((text) => [" · ", element("bdi", {}, text)]);
  return element(
    "li",
    { class: "entry", "data-source": row.source },
    element("p", { class: "headline", lang: row.language ?? "", dir: "auto" }, link),
    element("p", { class: "meta" }, ...meta.slice(1)),
    element("p", { class: "lines", lang: row.language ?? "", dir: "auto" }),
  );
}
