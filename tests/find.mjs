// Runs the scripts of search.html without a browser:
//   node find.mjs OUTPUT < ["a query", …] -> [[number, …], …], the articles that each finds, copies and all
//   node find.mjs < ["a text", …] -> [["word", …], …], the words of each

import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

const [output] = process.argv.slice(2);
const asked = JSON.parse(readFileSync(0, "utf8"));
const sources = join(import.meta.dirname, "..", "scripts");
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
const page = vm.createContext({
  document: { createElement: () => ({ remove() {} }), head },
  TextEncoder, TextDecoder, Response, DecompressionStream, console,
});
const parts = ["words", "files", "index", "columns", "query", "find"];
vm.runInContext(parts.map((name) => readFileSync(join(sources, `${name}.js`), "utf8")).join("\n"), page);

async function answers() {
  const indexes = {};
  return Promise.all(
    asked.map(async (text) => {
      page.text = text;
      const groups = vm.runInContext("parsed(text, false)", page);
      const folder = groups.flat().some(({ field }) => field === "in") ? "removed/" : "";
      for (const name of ["", folder]) indexes[name] ??= vm.runInContext(`Index.open("${name}")`, page);
      Object.assign(page, { index: await indexes[folder], root: await indexes[""], groups });
      const set = await vm.runInContext("new Finder(index, root).all(groups)", page);
      return Array.from(set.keys()).filter((number) => set[number]);
    }),
  );
}

const words = () => asked.map((text) => ((page.text = text), vm.runInContext("searchWords(text)", page)));
console.log(JSON.stringify(output ? await answers() : words()));
