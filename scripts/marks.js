// Where the words of a query stand in a text. A pattern is words in a row, "fish market", or a beginning, "emb*".

/** The words of a text and where they stand. */
function placesIn(text) {
  const places = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const characters = [...run];
    const origins = characters.flatMap((character, at) => [...folded(character)].map(() => at));
    const isPlain = origins.length === [...folded(run)].length;
    const before = (count) => index + characters.slice(0, count).join("").length;
    for (const [word, first, last] of partsOfRun(run)) {
      if (isPlain) places.push({ word, start: before(origins[first]), end: before(origins[last] + 1) });
      else places.push({ word, start: index, end: index + run.length });
    }
  }
  return places;
}

/** Where patterns stand in a text, in order: begin, end, pattern; and the same apart, where they overlap together. */
function stretches(text, patterns) {
  const places = placesIn(text);
  const found = [];
  for (const pattern of patterns) {
    const isBeginning = pattern.endsWith("*");
    const words = pattern.replace("*", "").split(" ");
    for (let at = 0; at + words.length <= places.length; at++) {
      if (!words.every((word, more) => (isBeginning ? places[at + more].word.startsWith(word) : places[at + more].word === word))) continue;
      found.push([places[at].start, places[at + words.length - 1].end, pattern]);
    }
  }
  const apart = [];
  found.sort(([one], [other]) => one - other);
  for (const [start, end] of found) {
    const last = apart.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return { apart, found };
}

const NOT_TEXT = ".n, small, b, .unseen, .in-source, .in-left-out, .gap";
const SHOWN = [".head .deck, .text > :not(.src, .caption)", ".text > .caption, .notes p"];

/** The paragraphs of an article's page, captions last; or what was left out of it. */
function paragraphsOf(page, isRemoved) {
  const all = (isRemoved ? [".text .out"] : SHOWN).flatMap((selector) => [...page.querySelectorAll(selector)]);
  return all.flatMap((element) => {
    const copy = element.cloneNode(true);
    for (const other of copy.querySelectorAll(isRemoved ? "b" : `${NOT_TEXT}, .src`)) other.remove();
    return element.matches(NOT_TEXT) ? [] : copy.textContent.trim().replace(/\s+/g, " ") || [];
  });
}
