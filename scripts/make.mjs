// Puts the scripts of pages together and makes them small: NODE_MODULES=… node scripts/make.mjs [FOLDER]
// They go into templates/assets, or into FOLDER. A test demands that what stands there is what this makes.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const PARTS = {
  search: ["words", "files", "index", "columns", "query", "find", "list", "page"],
  "search-more": ["change", "marks", "lines", "beside", "help", "save"],
  article: ["words", "marks", "article"],
};
// What search-more.js takes from search.js, and what it gives.
const TAKES = ["RUN", "folded", "partsOfRun", "textOf", "days", "names", "rows", "parsed", "spelled", "controlOf", "Finder", "numbersOf", "withoutCopies"];
TAKES.push("element", "said", "say", "apart", "comma", "semicolon", "numberText", "countText", "pageLanguage", "hrefOf", "linkTo", "byId", "notes", "results", "append", "AT_ONCE");
const GIVES = ["besides", "helpFor", "showBeside", "addAllLines", "showMore", "save", "changed"];

/** The parts of a script, with no name of theirs in the way of another script. */
function whole(name, source) {
  const shared = name === "search" ? `const SHARED = { ${TAKES.join(", ")} };\n` : "";
  if (name !== "search-more") return `(() => {\n"use strict";\n${source}\n${shared}})();\n`;
  return `globalThis.archiveSearchMore = ({ ${TAKES.join(", ")} }) => {\n${source}\nreturn { ${GIVES.join(", ")} };\n};\n`;
}

const here = import.meta.dirname;
const { minify } = createRequire(join(process.env.NODE_MODULES ?? join(here, "../tests/browser/node_modules"), "x.js"))("terser");
const folder = process.argv[2] ?? join(here, "../templates/assets");
mkdirSync(folder, { recursive: true });
for (const [name, parts] of Object.entries(PARTS)) {
  const source = parts.map((part) => readFileSync(join(here, `${part}.js`), "utf8")).join("\n");
  const options = { ecma: 2020, toplevel: true, compress: { passes: 3, unsafe_arrows: true }, format: { ascii_only: true } };
  const { code } = await minify(whole(name, source), options);
  writeFileSync(join(folder, `${name}.js`), `// Made by scripts/make.mjs of scripts/*.js\n${code}\n`);
}
