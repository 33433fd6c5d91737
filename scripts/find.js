// Which articles a query finds. A set of articles is a row of bytes, one for each number, 1 for those that are in it.

const FEW = 8; // articles, whose places may as well be looked up at once

/** Finds what one query asks for. `cut` names the prefixes that had too many words, `missing` the words of no article. */
class Finder {
  /** `root` is the index of the articles, which has the columns; `index` that, or the one of what was left out. */
  constructor(index, root) {
    this.index = index;
    this.root = root;
    this.size = root.size;
    this.scores = new Float64Array(this.size);
    this.cut = [];
    this.missing = [];
  }

  /** The articles for which all groups hold. */
  async all(groups) {
    const order = await Promise.all(groups.map(async (group) => [await this.likely(group), group]));
    order.sort(([one], [other]) => one - other);
    const words = groups.flat().filter((item) => item.isText && !item.isPrefix && !item.not && item.words.length === 1);
    this.ask((await Promise.all(words.map((item) => this.found(item)))).flat());
    let within = null;
    for (const [, group] of order) within = await this.any(group, within);
    return within ?? this.everything();
  }

  /** Asks at once for the blocks of words that will be needed: as many articles as are left are in nearly all of them. */
  ask(found) {
    let left = this.index.articles;
    for (const { entry } of found.sort(byFrequency)) {
      if (entry?.blocks?.length * 3 < left) this.index.postings(entry, null).catch(() => {});
      left *= (entry?.frequency ?? 0) / this.index.articles;
    }
  }

  async everything() {
    return (await days(this.root)).kind.map((kind) => kind && 1);
  }

  /** In about how many articles a group is: the rarest is looked up first, filters and what is left out come last. */
  async likely(group) {
    const numbers = group.map(async (item) => {
      if (item.not || !item.isText) return Infinity;
      if (item.isPrefix) return this.index.articles;
      return Math.min(...(await this.found(item)).map(({ entry }) => entry?.frequency ?? 0));
    });
    return (await Promise.all(numbers)).reduce((sum, number) => sum + number, 0);
  }

  async any(group, within) {
    const sets = await Promise.all(group.map((item) => this.item(item, within)));
    return sets.reduce((one, other) => one.map((is, number) => is | other[number]));
  }

  async item(item, within) {
    const found = await (item.isText ? this.text(item, within) : filtered(this.root, item));
    if (!item.not && item.isText) return found;
    const all = within ?? (await this.everything());
    return all.map((is, number) => is && (item.not ? 1 - found[number] : found[number]));
  }

  async text(item, within) {
    const terms = termsOf(item);
    if (item.isPrefix) return this.prefix(item, terms, within);
    return terms.length === 1 ? this.word(item, terms[0], within) : this.phrase(item, terms, within);
  }

  /** The words of an item that have to be looked up, each as its entry and where it stands in the item. */
  found(item) {
    const terms = termsOf(item);
    return Promise.all(this.needed(item).map(async (offset) => ({ offset, entry: await this.index.entry(terms[offset]) })));
  }

  async word(item, term, within) {
    const entry = await this.index.entry(term);
    if (!entry) this.missing.push(item);
    return this.marked(entry ? await this.index.postings(entry, within) : [], within, entry?.frequency, item.not);
  }

  /** The articles of some lists, and their scores. */
  marked(lists, within, frequency, isUnscored) {
    const set = new Uint8Array(this.size);
    const weight = isUnscored ? 0 : Math.log(1 + (this.index.articles - frequency + 0.5) / (frequency + 0.5));
    for (const { numbers, impacts: own } of lists) {
      for (let at = 0; at < numbers.length; at++) {
        if (within && !within[numbers[at]]) continue;
        set[numbers[at]] = 1;
        if (own) this.scores[numbers[at]] += weight * own[at];
      }
    }
    return set;
  }

  /** Words that begin so; of a value of several words the last may go on, the others stand anywhere. */
  async prefix(item, terms, within) {
    const last = terms.pop();
    for (const term of terms) within = await this.word(item, term, within);
    const { entries, isCut } = await this.index.below(last);
    if (isCut) this.cut.push(item);
    const lists = await Promise.all(entries.map((entry) => this.index.postings(entry, within)));
    const sum = entries.reduce((all, { frequency }) => all + frequency, 0);
    return this.marked(lists.flat(), within, Math.min(sum, this.index.articles), item.not);
  }

  /** Where the words of a phrase are to be looked up: not those common ones that stand beside another. */
  needed({ field, words }) {
    const isCommon = words.map((word) => !field && this.index.isCommon.has(bytesOf(word)));
    const at = [...words.keys()];
    return at.filter((offset) => !isCommon[offset] || ((isCommon[offset - 1] ?? true) && (isCommon[offset + 1] ?? true)));
  }

  async phrase(item, terms, within) {
    const codes = terms.map((term) => this.index.isCommon.get(term));
    const pairs = terms.flatMap((term, at) => (codes[at] && codes[at + 1] ? [`${PAIR}${term} ${terms[at + 1]}`] : []));
    if (terms.length === 2 && pairs.length) return this.word(item, pairs[0], within);
    const found = (await this.found(item)).sort(byFrequency);
    if (!found[0].entry) return this.word(item, terms[found[0].offset], within);
    for (const { entry } of found) this.index.leafPlaces(entry.leaf).catch(() => {});
    const rare = found.filter(({ offset }) => !codes[offset]);
    if (!within) this.ask(rare);
    let set = within;
    for (const { offset } of rare) set = await this.word(item, terms[offset], set);
    // a word beside a common one tells of both, so that the places of the others are looked up in few articles
    for (const one of rare) if ((codes[one.offset - 1] || codes[one.offset + 1]) && isMany(set)) set = await this.following([one], codes, set);
    if (rare.length) set = await this.following(rare, codes, set);
    if (rare.length === found.length) return set;
    // common words that have to be looked up come last, for their lists are long; two of them in a row say more than each
    const entries = await Promise.all(pairs.map(async (term) => ({ term, entry: await this.index.entry(term) })));
    for (const { term } of entries.sort(byFrequency)) if (!set || isMany(set)) set = await this.word(item, term, set);
    return this.following(found, codes, set);
  }

  /** The articles of a set in which some words of a phrase stand as they do in it. */
  async following(found, codes, set) {
    if (!set.includes(1)) return set;
    const places = await Promise.all(found.map(({ entry }) => this.index.places(entry, set)));
    const offsets = found.map(({ offset }) => offset);
    return set.map((is, number) => is && Number(follow(places.map((all) => all.get(number)), offsets, codes)));
  }
}

const byFrequency = ({ entry: one }, { entry: other }) => (one?.frequency ?? 0) - (other?.frequency ?? 0);

/** Whether a set has so many articles that it is worth to narrow it first. */
const isMany = (set) => numbersOf(set).length > FEW;

/** Whether words that stand so follow each other somewhere in an article. */
function follow(places, offsets, codes) {
  let begins = null;
  for (const [at, offset] of offsets.entries()) {
    const [positions, near] = places[at] ?? [[]]; // it may have none of a common word that was not looked for
    const fits = (place) =>
      !near || ((codes[offset - 1] ?? near[2 * place]) === near[2 * place] && (codes[offset + 1] ?? near[2 * place + 1]) === near[2 * place + 1]);
    const own = new Set(Array.from(positions, (position) => position - offset).filter((_, place) => fits(place)));
    begins = begins ? new Set([...begins].filter((begin) => own.has(begin))) : own;
  }
  return begins.size > 0;
}

const termsOf = ({ field, words }) => words.map((word) => (field === "title" ? IN_HEADLINE : "") + bytesOf(word));

/** The articles that a filter keeps. */
async function filtered(root, { field, value, words }) {
  const { kind, first, last } = await days(root);
  const [begin, end] = [dayOf(value, false), dayOf(value, true)];
  const keeps = {
    date: () => kind.map((code) => Number(code === { none: 1, stated: 2, inferred: 3 }[value.toLowerCase()])),
    from: () => kind.map((code, number) => Number(code > 1 && last[number] >= begin)),
    to: () => kind.map((code, number) => Number(code > 1 && first[number] <= end)),
    in: () => kind.map((code) => code && 1),
  };
  if (keeps[field]) return keeps[field]();
  const { names: all, of } = await names(root, field === "lang" ? "language" : field);
  const chosen = field === "lang" ? all.map((tag) => `${tag}-`.toLowerCase().startsWith(`${value}-`.toLowerCase())) : named(all, words);
  const isNone = value.toLowerCase() === "none";
  return kind.map((code, number) => {
    const own = of(number);
    return code && Number(isNone ? !own.length : own.some((id) => chosen[id]));
  });
}

/** Which names are meant: those of just these words; where there are none, those in which they follow each other. */
function named(all, words) {
  const whole = ` ${words.join(" ")} `;
  const spelt = all.map((name) => ` ${searchWords(name).join(" ")} `);
  const isExact = spelt.includes(whole);
  return spelt.map((name) => (isExact ? name === whole : name.includes(whole)));
}

/** The first or last day that "2019", "2019-03" or "2019-03-05" names, days being counted from 0001-01-01 as 1. */
function dayOf(text, isLast) {
  const [year, month, day] = text.split("-").map(Number);
  const date = new Date(0);
  if (isLast) date.setUTCFullYear(year, month ?? 12, 0);
  else date.setUTCFullYear(year, (month ?? 1) - 1, 1);
  if (day) date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 86400000 + 719163;
}

/** The numbers in a set, in order. */
function numbersOf(set) {
  const found = [];
  for (let number = 0; number < set.length; number++) if (set[number]) found.push(number);
  return found;
}

/** Of exact copies of each other, among numbers in order, the first alone. */
async function withoutCopies(root, numbers) {
  if (!root.copies.length) return numbers;
  const first = await copies(root);
  const seen = new Set();
  return numbers.filter((number) => {
    const text = first[number] || number;
    return !seen.has(text) && seen.add(text);
  });
}

/** The first `most` of articles, the best, the newest or the oldest first. */
async function ordered(root, numbers, scores, sort, most) {
  if (sort) {
    const { kind, first, last } = await days(root);
    const sign = sort === "oldest" ? 1 : -1;
    const dated = numbers.filter((number) => kind[number] > 1);
    dated.sort((one, other) => sign * (last[one] - last[other] || first[one] - first[other] || one - other));
    return [...dated, ...numbers.filter((number) => kind[number] < 2)].slice(0, most);
  }
  // sorting plain numbers is many times quicker than sorting by them
  const least = Float64Array.from(numbers, (number) => scores[number]).sort()[Math.max(numbers.length - most, 0)];
  const best = numbers.filter((number) => scores[number] >= least);
  return best.sort((one, other) => scores[other] - scores[one] || one - other).slice(0, most);
}
