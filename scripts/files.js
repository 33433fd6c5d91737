// The files of the index, each a script that says its name and its payload (docs/search-format.md).

const arrived = new Map();

/** What every file of the index calls. */
globalThis.archiveIndex = (name, text) => {
  arrived.set(name, text);
};

/** A file of the index that is missing or cut short. */
class IndexFault extends Error {
  constructor(file, key) {
    super(file);
    this.key = key;
  }
}

/** Runs a script, and gives what came by a name; IndexFault where there is no such file. */
function loaded(file, name) {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = file;
    // taken at once, for another may have asked for the same file
    script.onload = () => {
      done(arrived.get(name));
      arrived.delete(name);
    };
    script.onerror = () => failed(new IndexFault(file, "missing"));
    document.head.append(script);
    script.remove();
  });
}

/** The payload of a file by its name; IndexFault where there is none. */
async function payload(name) {
  const file = `search/${name}.js`;
  const text = await loaded(file, name);
  try {
    return new Cursor(await inflated(octets(text)));
  } catch {
    throw new IndexFault(file, "damaged");
  }
}

/** Seven bits a character, the highest first. */
function octets(text) {
  const bytes = new Uint8Array((text.length * 7) >> 3);
  let held = 0;
  let bits = 0;
  let place = 0;
  for (let at = 0; at < text.length; at++) {
    held = ((held << 7) | text.charCodeAt(at)) & 0x3fff;
    bits += 7;
    if (bits > 7) bytes[place++] = held >> (bits -= 8);
  }
  return bytes;
}

async function inflated(bytes) {
  const stream = new Response(bytes).body.pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Reads a payload from its beginning to its end. Terms are strings of bytes, so that they sort as in the index. */
class Cursor {
  constructor(bytes) {
    this.all = bytes;
    this.place = 0;
  }

  number() {
    let byte = this.all[this.place++];
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let factor = 128; ; factor *= 128) {
      byte = this.all[this.place++];
      if (byte === undefined) throw new RangeError();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  numbers(count) {
    const found = new Uint32Array(count);
    for (let at = 0; at < count; at++) {
      const byte = this.all[this.place];
      if (byte < 128) {
        found[at] = byte; // most are small, and a page has no time to learn that
        this.place++;
      } else found[at] = this.number();
    }
    return found;
  }

  /** Numbers that go up, the first of them `base` or more. */
  rising(count, base) {
    const found = this.numbers(count);
    let next = base;
    for (let at = 0; at < count; at++) next = (found[at] += next) + 1;
    return found;
  }

  bytes(count) {
    return this.all.subarray(this.place, (this.place += count));
  }

  /** Numbers of the same number of bytes, which is told first. */
  fixed(count) {
    const width = this.number();
    const numbers = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array }[width];
    return new numbers(this.bytes(count * width).slice().buffer);
  }

  json() {
    return new Cursor(this.bytes(this.number())).rest();
  }

  /** What is left, as JSON. */
  rest() {
    return JSON.parse(new TextDecoder().decode(this.bytes(this.all.length - this.place)));
  }

  terms() {
    let before = "";
    return Array.from({ length: this.number() }, () => {
      const same = before.slice(0, this.number());
      return (before = same + String.fromCharCode(...this.bytes(this.number())));
    });
  }

  /** The blocks of a term: where each begins and ends, and whether it has a file. */
  blocks(count) {
    let end = 0;
    return Array.from({ length: count }, () => {
      const code = this.number();
      const start = end;
      end += 2 ** (code >> 1);
      return { start, end, hasFile: code & 1 };
    });
  }
}
