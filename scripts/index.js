// One index: what is looked up by terms. Terms are strings of the bytes of their UTF-8.

const IN_HEADLINE = "\x01";
const PAIR = "\x02";
const MOST_LEAVES = 64; // below a prefix
const MOST_KEPT = 600; // files, decoded

const bytesOf = (text) => String.fromCharCode(...new TextEncoder().encode(text));
const textOf = (term) => new TextDecoder().decode(Uint8Array.from(term, (byte) => byte.charCodeAt(0)));

class Index {
  /** `folder` is "" or "removed/". */
  static async open(folder) {
    const index = new Index();
    const [cursor, columns] = await Promise.all([payload(`${folder}root`), payload("c/all")]);
    Object.assign(index, cursor.json(), columns.rest(), { folder, kept: new Map() });
    index.size = ((index.blocks.at(-1) ?? 0) + 1) << COLUMN_BITS; // more than any number
    index.isCommon = new Map(index.common.map((word, place) => [bytesOf(word), place + 1]));
    index.grow(cursor);
    return index;
  }

  /** The trie: the code of each node, in preorder, so that a left child follows its parent; and where right children are. */
  grow({ all, place }) {
    const most = 4 * (all.length - place);
    this.codes = new Uint8Array(most);
    this.rights = new Uint32Array(most);
    let next = 0;
    const node = () => {
      const own = next++;
      const code = (all[place + (own >> 2)] >> (6 - 2 * (own & 3))) & 3;
      this.codes[own] = code;
      if (code === 1 || code === 2) node();
      if (code & 1) {
        this.rights[own] = next;
        node();
      }
    };
    if (this.leaves) node();
  }

  /** The leaves that may hold a term, or all terms that begin with it: their bits, in order. */
  leavesOf(term, isPrefix) {
    const found = [];
    const most = isPrefix ? 8 * term.length : Infinity;
    const walk = (node, bits) => {
      const code = this.codes[node];
      if (!code || found.length > MOST_LEAVES) return found.push(bits);
      const at = bits.length;
      const fits = (bit) => at >= most || ((term.charCodeAt(at >> 3) >> (7 - (at & 7))) & 1) === bit;
      if (code < 3 && fits(0)) walk(node + 1, `${bits}0`);
      if (code & 1 && fits(1)) walk(this.rights[node], `${bits}1`);
    };
    if (this.leaves) walk(0, "");
    return found;
  }

  /** What a term's leaf says of it: in how many articles it is, and which, or in which blocks; undefined: in none. */
  async entry(term) {
    const [leaf] = this.leavesOf(term, false);
    return leaf === undefined ? undefined : (await this.leaf(leaf)).get(term);
  }

  /** The terms with a prefix that stand in articles, as entries; `isCut`: there are more. */
  async below(prefix) {
    const leaves = this.leavesOf(prefix, true);
    const all = await Promise.all(leaves.slice(0, MOST_LEAVES).map((leaf) => this.leaf(leaf)));
    const entries = all.flatMap((leaf) => [...leaf.values()]).filter((entry) => entry.term.startsWith(prefix));
    return { entries, isCut: leaves.length > MOST_LEAVES };
  }

  leaf(bits) {
    return this.once(`t/${leafName(bits)}`, (cursor) => {
      const entries = cursor.terms().map((term) => ({ term, leaf: bits, isNear: term >= " " && !this.isCommon.has(term) }));
      for (const entry of entries) {
        const code = cursor.number();
        if (code & 1) entry.blocks = cursor.blocks(cursor.number());
        entry.frequency = code & 1 ? 2 ** ((code - 1) / 32) : code / 2;
      }
      const inline = entries.filter((entry) => !entry.blocks);
      for (const entry of inline) entry.numbers = cursor.rising(entry.frequency, 1);
      for (const entry of inline) entry.impacts = impacts(cursor, entry);
      return new Map(entries.map((entry) => [entry.term, entry]));
    });
  }

  /** Which articles an entry's term is in, in lists of numbers and impacts; at least those that `within` has. */
  async postings(entry, within) {
    if (!entry.blocks) return [entry];
    const wanted = entry.blocks.filter((block) => block.hasFile && touches(within, block));
    return Promise.all(
      wanted.map(({ start }) =>
        this.once(`b/${blockName(entry.term, start)}`, (cursor) => {
          const numbers = cursor.rising(cursor.number(), start);
          return { numbers, impacts: impacts(cursor, { ...entry, frequency: numbers.length }) };
        }),
      ),
    );
  }

  /** Where a term stands in the articles of `within`: by number its positions, and the codes of its neighbours. */
  async places(entry, within) {
    const own = (await this.leafPlaces(entry.leaf)).get(entry.term);
    if (!own.blocks) return own.places;
    const found = new Map();
    const lists = await this.postings(entry, within);
    const wanted = own.blocks.filter((block) => block.hasFile && touches(within, block));
    const parts = wanted.map(async ({ start, end }) => {
      const inside = ({ numbers }) => numbers.filter((number) => number >= start && number < end);
      const [numbers] = lists.map(inside).filter((some) => some.length);
      const read = (cursor) => placesOf(cursor, [{ ...entry, numbers }])[0].places;
      return this.once(`q/${blockName(entry.term, start)}`, read);
    });
    for (const part of await Promise.all(parts)) for (const [number, place] of part) found.set(number, place);
    return found;
  }

  async leafPlaces(bits) {
    const leaf = await this.leaf(bits);
    return this.once(`p/${leafName(bits)}`, (cursor) => {
      const entries = [...leaf.values()].filter((entry) => entry.term < PAIR || entry.term >= " ");
      const heads = entries.map((entry) => ({ ...entry, blocks: cursor.blocks(cursor.number()) }));
      const inBlocks = heads.filter((head) => head.blocks.length);
      const inline = heads.filter((head) => !head.blocks.length).map((head) => ({ ...head, blocks: null }));
      return new Map([...inBlocks, ...placesOf(cursor, inline)].map((entry) => [entry.term, entry]));
    });
  }

  /** What is read from a file, which is loaded once as long as there is room; those used last are kept. */
  once(name, read) {
    const known = this.kept.get(name) ?? payload(this.folder + name).then((cursor) => readWhole(cursor, name, read));
    this.kept.delete(name);
    this.kept.set(name, known);
    known.catch(() => this.kept.delete(name));
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value);
    return known;
  }
}

function readWhole(cursor, name, read) {
  const found = read(cursor);
  if (cursor.place > cursor.all.length) throw new IndexFault(`search/${name}.js`, "damaged");
  return found;
}

const impacts = (cursor, { term, frequency }) => (term[0] === PAIR ? null : cursor.bytes(frequency));

/** The three parts of positions, of entries with their numbers. */
function placesOf(cursor, entries) {
  const counts = entries.map(({ numbers }) => cursor.numbers(numbers.length));
  const all = entries.map((entry, at) => ({
    ...entry,
    places: new Map(Array.from(entry.numbers, (number, place) => [number, [cursor.rising(counts[at][place] + 1, 0)]])),
  }));
  for (const { isNear, places } of all) if (isNear) for (const place of places.values()) place.push(cursor.bytes(2 * place[0].length));
  return all;
}

/** Whether any article of a block is in a set; null is all articles. */
function touches(within, { start, end }) {
  return !within || within.subarray(start, end).includes(1);
}

function leafName(bits) {
  const whole = `${bits}1`.padEnd((bits.length + 4) & ~3, "0");
  return inFolder(whole.replace(/..../g, (four) => parseInt(four, 2).toString(16)));
}

function blockName(term, start) {
  const hex = Array.from(term, (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  return inFolder(`${hex}-${start.toString(16)}`);
}

function inFolder(name) {
  let place = 0;
  for (const character of name) place = (31 * place + character.charCodeAt(0)) % 128;
  return `${place.toString(16).padStart(2, "0")}/${name}`;
}
