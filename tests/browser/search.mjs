// Asks the search page of a site in a browser, each query on a fresh page:
//   NODE_MODULES=… node search.mjs (chromium | firefox) PROGRAM ADDRESS [sources] < ["a query", …]
//   -> {version, answers: [{query, state, total, shown, marks, count, list, beside, loaded, sources}, …]}
// list and beside are the milliseconds until the list stands and until all stands beside it. The field has the focus, at
// which the page reads the root of the index; nothing more of it is there. loaded are [file, milliseconds when it was
// asked for]. sources are those of all articles that are found, each copy too, as the list is saved; only where they are
// asked for.
// Firefox refuses from disk what readers' browsers refuse (strict origin policy).

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [name, program, address, sources] = process.argv.slice(2);
const queries = JSON.parse(readFileSync(0, "utf8"));
const require = createRequire(join(process.env.NODE_MODULES, "x.js"));
const { default: puppeteer } = await import(pathToFileURL(require.resolve("puppeteer-core")).href);

/** Asks a query, and waits until all of its answer stands. Runs in the browser. */
async function ask(query) {
  const settled = () => ["done", "error"].includes(document.documentElement.dataset.search);
  const loaded = [];
  const watch = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const { src } of addedNodes) if (src) loaded.push([src, performance.now() - start]);
  });
  watch.observe(document.head, { childList: true });
  const start = performance.now();
  document.querySelector("#q").value = query;
  document.querySelector("#ask").requestSubmit();
  await new Promise((done) => {
    new MutationObserver(() => settled() && done()).observe(document.documentElement, { attributes: true });
  });
  const after = (mark) => performance.getEntriesByName(mark).at(-1)?.startTime - start;
  return {
    query,
    state: document.documentElement.dataset.search,
    total: Number(document.querySelector("#count").dataset.total ?? -1),
    shown: [...document.querySelectorAll("#results > li")].map((result) => result.dataset.source),
    count: document.querySelector("#count").textContent,
    list: after("list"),
    beside: after("beside"),
    loaded,
  };
}

/** How many words are marked in the list, once all of its lines stand. Runs in the browser. */
async function marks() {
  const left = () => [...document.querySelectorAll("#results .lines")].some((lines) => !lines.childNodes.length);
  for (let tries = 0; left() && tries < 500; tries++) await new Promise((next) => setTimeout(next, 10));
  return document.querySelectorAll("#results mark").length;
}

/** The sources of all articles in the list that can be saved. Runs in the browser. */
async function saved() {
  const blob = await new Promise((made) => {
    URL.createObjectURL = (content) => (made(content), "#");
    document.querySelector("#save").click();
  });
  const lines = (await blob.text()).trim().split("\r\n").slice(1);
  return lines.map((line) => line.match(/"((?:[^"]|"")*)"$/)[1].replaceAll('""', '"'));
}

const browser = await puppeteer.launch({
  browser: name === "firefox" ? "firefox" : "chrome",
  executablePath: program,
  networkEnabled: false, // readers' browsers have nobody who is told of each file: that takes a third on top
  ...(name === "firefox" ? { protocol: "webDriverBiDi" } : {}),
  args: name === "firefox" ? [] : ["--no-sandbox", "--disable-gpu"],
  extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true },
});
try {
  const answers = [];
  for (const query of queries) {
    const page = await browser.newPage();
    await page.goto(`${address}search.html${sources ? "?copies=all" : ""}`);
    await page.focus("#q");
    await new Promise((next) => setTimeout(next, 300));
    const answer = await page.evaluate(ask, query);
    answer.marks = await page.evaluate(marks);
    if (sources) answer.sources = answer.total ? await page.evaluate(saved) : [];
    answers.push(answer);
    await page.close();
  }
  console.log(JSON.stringify({ version: await browser.version(), answers }));
} finally {
  await browser.close();
}
