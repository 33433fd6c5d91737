// Opens pages from disk in Firefox and says what it saw:
//   NODE_MODULES=… node firefox.mjs FIREFOX < ["/…/index.html", …] -> {"pages": [{"path", "said", "views"}, …], "asked": […]}
// Firefox refuses from disk what readers' browsers refuse (strict origin policy), and what a page would ask of the
// network goes to a proxy that writes it down and answers nothing.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [firefox] = process.argv.slice(2);
const pages = JSON.parse(readFileSync(0, "utf8"));
const require = createRequire(join(process.env.NODE_MODULES, "x.js"));
const { default: puppeteer } = await import(pathToFileURL(require.resolve("puppeteer-core")).href);

/** What a page shows now. Runs in the browser. */
function look() {
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility()).length;
  return {
    title: document.title,
    h1: document.querySelector("h1")?.innerText ?? "",
    boxes: getComputedStyle(document.body).boxSizing, // as the stylesheet has it, not as Firefox does
    sheets: document.styleSheets.length,
    source: shown(".text .src"),
    lines: shown(".text :is(p.src, :has(> a[id^=L]))"),
    paragraphs: shown(".text [id^=p]"),
    leftOut: shown(".text .out"),
    loaded: performance.getEntriesByType("resource").map((entry) => entry.name),
  };
}

/** A proxy on this machine that answers nothing and knows who asked it for what. */
async function proxy(asked) {
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    asked.push(request.url);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return server;
}

/** A page and, where its views are linked, what each of them shows when its link is followed. */
async function visit(page, path) {
  const said = [];
  const note = (message) => said.push(message.text?.() ?? message.message);
  page.on("console", note).on("pageerror", note);
  await page.goto(pathToFileURL(path).href);
  const views = { "": await page.evaluate(look) };
  for (const view of ["#original", "#removed"]) {
    const link = await page.$(`.views a[href="${view}"]`);
    if (link) {
      await link.click();
      views[view] = await page.evaluate(look);
    }
  }
  page.off("console", note).off("pageerror", note);
  return { path, said, views };
}

const asked = [];
const server = await proxy(asked);
const network = { "network.proxy.type": 1, "network.proxy.allow_hijacking_localhost": true };
for (const kind of ["http", "ssl"]) {
  network[`network.proxy.${kind}`] = "127.0.0.1";
  network[`network.proxy.${kind}_port`] = server.address().port;
}
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: firefox,
  protocol: "webDriverBiDi",
  extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true, ...network },
});
try {
  const page = await browser.newPage();
  const seen = [];
  for (const path of pages) seen.push(await visit(page, path));
  console.log(JSON.stringify({ version: await browser.version(), pages: seen, asked }));
} finally {
  await browser.close();
  server.close();
}
