// What is known of articles beside their words; a column is read for the whole archive when it is first used.

const COLUMN_BITS = 16; // a file has so many numbers, as a power of two

const kept = new Map();

/** A column of all articles up to the highest number, made of its blocks by `read`. */
function column(root, name, blocks, read) {
  if (!kept.has(name)) {
    const all = Promise.all(blocks.map(async (block) => [block << COLUMN_BITS, await payload(`c/${name}/${block}`)]));
    const made = all.then((parts) => read(parts, root.size));
    made.catch(() => kept.delete(name));
    kept.set(name, made);
  }
  return kept.get(name);
}

/** Of each number: 0 no article, 1 no date, 2 stated or given, 3 inferred; and its first and last day. */
function days(root) {
  return column(root, "day", root.blocks, (parts, size) => {
    const [kind, first, last] = [new Uint8Array(size), new Int32Array(size), new Int32Array(size)];
    for (const [start, cursor] of parts) {
      const kinds = cursor.bytes(cursor.number());
      kind.set(kinds, start);
      let day = 0;
      for (let at = 0; at < kinds.length; at++) {
        if (kinds[at] < 2) continue;
        const step = cursor.number();
        first[start + at] = day += step & 1 ? -(step + 1) / 2 : step / 2;
      }
      for (let at = 0; at < kinds.length; at++) if (kinds[at] > 1) last[start + at] = first[start + at] + cursor.number();
    }
    return { kind, first, last };
  });
}

/** The names of all outlets, authors or languages; `of` gives the places in them of those that a number has. */
function names(root, name) {
  return column(root, name, root.blocks, (parts) => {
    const known = new Map();
    const read = ([start, cursor]) => {
      const own = cursor.json().map((text) => known.get(text) ?? (known.set(text, known.size), known.size - 1));
      const codes = cursor.fixed(cursor.number());
      return [start, name === "author" ? several(cursor, codes, own) : (at) => (codes[at] > 1 ? [own[codes[at] - 2]] : [])];
    };
    const blocks = new Map(parts.map(read));
    const within = (1 << COLUMN_BITS) - 1;
    return { names: [...known.keys()], of: (number) => blocks.get(number & ~within)?.(number & within) ?? [] };
  });
}

function several(cursor, codes, own) {
  const ends = new Uint32Array(codes.length);
  let end = 0;
  for (let at = 0; at < codes.length; at++) ends[at] = end += codes[at] && codes[at] - 1;
  const ids = cursor.fixed(end);
  return (at) => (codes[at] > 1 ? Array.from(ids.subarray(ends[at] - codes[at] + 1, ends[at]), (id) => own[id]) : []);
}

/** Of each number: the first article of which it is an exact copy, or 0. */
function copies(root) {
  return column(root, "copy", root.copies, (parts, size) => {
    const first = new Uint32Array(size);
    for (const [start, cursor] of parts) {
      for (const number of cursor.rising(cursor.number(), start)) first[number] = cursor.number();
    }
    return first;
  });
}

/** The rows of what a list shows of articles, in their order. */
function rows(index, numbers) {
  return Promise.all(
    numbers.map(async (number) => {
      const all = await index.once(`m/${number >> 14}/${number >> 5}`, (cursor) => cursor.rest());
      const [address, source, headline, hasHeadline, outlet, date, language] = all[number & 31];
      return { address, source, headline, hasHeadline, outlet, date, language };
    }),
  );
}
