// Runs the scripts of search.html without a browser: what an expression gives for each of some texts.
//   node scripts.mjs "searchWords(text)" < ["a text", …] -> [["a", "text"], …]
//   node scripts.mjs "found(text)" OUTPUT < ["a query", …] -> [[number, …], …]
// found(query): the numbers of all articles that a query finds; best(query): of the best ten, in order.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

const PARTS = ["words", "marks", "files", "index", "columns", "query", "find", "help"];
const ANSWERS = `
  const opened = {};
  const open = (folder) => (opened[folder] ??= Index.open(folder));
  async function finding(query) {
    const groups = parsed(query, false);
    const root = await open("");
    const finder = new Finder(groups.flat().some(({ field }) => field === "in") ? await open("removed/") : root, root);
    const set = await finder.all(groups);
    return { root, finder, set, numbers: Array.from(set.keys()).filter((number) => set[number]) };
  }
  const found = async (query) => (await finding(query)).numbers;
  const once = async (query) => {
    const { root, set } = await finding(query);
    return Array.from((await withoutCopies(root, set)).entries()).filter(([, is]) => is).map(([number]) => number);
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
console.log(JSON.stringify(await Promise.all(texts.map(async (text) => made(text)))));
