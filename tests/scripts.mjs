// Runs the scripts of search.html without a browser: what an expression gives for each of some texts.
//   node scripts.mjs "searchWords(text)" < ["a text", …] -> [["a", "text"], …]
//   node scripts.mjs "found(text)" OUTPUT < ["a query", …] -> [[number, …], …]
// found(query): the numbers of all articles that a query finds; best(query): of the best ten, in order.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

const PARTS = ["words", "marks", "lines", "files", "index", "columns", "query", "change", "find", "help"];
const ANSWERS = `
  const opened = {};
  const open = (folder) => (opened[folder] ??= Index.open(folder));
  async function finding(query) {
    const groups = parsed(query, false);
    const root = await open("");
    const finder = new Finder(groups.flat().some(({ field }) => field === "in") ? await open("removed/") : root, root);
    return { root, finder, numbers: numbersOf(await finder.all(groups)) };
  }
  const found = async (query) => (await finding(query)).numbers;
  const once = async (query) => {
    const { root, numbers } = await finding(query);
    return withoutCopies(root, numbers);
  };
  const best = async (query, sort = "") => {
    const { root, finder, numbers } = await finding(query);
    return ordered(root, numbers, finder.scores, sort, 10);
  };`;

const [expression, output] = process.argv.slice(2);
const head = {
  append(script) {
    try {
      vm.runInContext(readFileSync(join(output, script.src), "latin1"), page);
      script.onload();
    } catch {
      script.onerror();
    }
  },
};
const document = { createElement: () => ({ remove() {} }), head };
const page = vm.createContext({ document, TextEncoder, TextDecoder, Response, DecompressionStream });
const source = (part) => readFileSync(join(import.meta.dirname, "..", "scripts", `${part}.js`), "utf8");
vm.runInContext([...PARTS.map(source), ANSWERS].join("\n"), page);

const texts = JSON.parse(readFileSync(0, "utf8"));
const made = vm.runInContext(`(text) => ${expression}`, page);
const results = [];
for (const text of texts) results.push(await made(text)); // one after the other: of a great archive each takes megabytes
console.log(JSON.stringify(results));
