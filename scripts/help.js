// What is said when nothing is found: which word is to blame, and what may have been meant.

/** The frequent words of the index, each with how frequent it is, in steps of two. */
function spelling(root) {
  return root.once("spelling", (cursor) => {
    const terms = cursor.terms().map(textOf);
    const weights = cursor.bytes(terms.length);
    return terms.map((term, at) => [term, weights[at]]);
  });
}

/** How many letters are to be put in, taken out, changed or swapped with their neighbour; more than `most`: infinite. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let older = [];
  let old = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let at = 1; at <= other.length; at++) {
      const isSame = one[row - 1] === other[at - 1];
      next[at] = Math.min(old[at] + 1, next[at - 1] + 1, old[at - 1] + !isSame);
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) {
        next[at] = Math.min(next[at], older[at - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return Infinity;
    [older, old] = [old, next];
  }
  return old[other.length] > most ? Infinity : old[other.length];
}

/** The word that is nearest to one that is in no article, of equals the most frequent; undefined: none is near. */
async function nearest(root, word) {
  const letters = [...word];
  const most = letters.length < 4 ? 0 : letters.length < 7 ? 1 : 2;
  const near = (await spelling(root))
    .map(([term, weight]) => [distance(letters, [...term], most), -weight, term])
    .filter(([far]) => far <= most);
  return near.sort(([far, rare], [farther, rarer]) => far - farther || rare - rarer)[0]?.[2];
}

/** Sentences about a query that finds nothing; each may hold links. */
async function helpFor({ index, root, groups, finder }) {
  const wrong = groups.flat().filter(({ field, value }) => ["from", "to"].includes(field) && !/^\d{1,4}(-\d\d?){0,2}$/.test(value));
  if (wrong.length) return wrong.map(({ value }) => element("p", {}, say(said.no_date, { word: apart(value) })));
  const missing = finder.missing.filter((item) => !item.not && groups.some(([one, ...others]) => one === item && !others.length));
  if (missing.length) return Promise.all(missing.map((item) => blame(root, groups, item)));
  const texts = groups.length < 2 ? [] : groups;
  const others = texts.map(async (group) => {
    const rest = groups.filter((one) => one !== group);
    const found = await withoutCopies(root, numbersOf(await new Finder(index, root).all(rest)));
    return [spelled([group]), spelled(rest), found.length];
  });
  const fewer = (await Promise.all(others)).filter(([, , count]) => count);
  const links = fewer.map(([word, rest, count]) =>
    element("p", {}, linkTo(rest, say(said.fewer, { word: apart(word), articles: countText("articles", count) }))),
  );
  return [element("p", {}, said.nothing), ...links];
}

async function blame(root, groups, item) {
  const meant = item.isQuoted || item.words.length > 1 ? undefined : await nearest(root, item.words[0]);
  const sentence = element("p", {}, say(said.unknown, { word: apart(item.raw) }));
  if (meant) {
    const raw = item.raw.replace(item.value, meant);
    const other = groups.map((group) => group.map((one) => (one === item ? { ...one, raw } : one)));
    sentence.append(" ", linkTo(spelled(other), say(said.mean, { word: apart(meant) })));
  }
  return sentence;
}
