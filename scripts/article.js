// On the page of an article: marks what a search found, and tells the search page its paragraphs where that cannot fetch.

/** Marks patterns in an element, whose text may lie in several nodes. */
function mark(element, patterns) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let text = "";
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest(NOT_TEXT)) continue;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  const { apart } = stretches(text, patterns);
  for (const { node, start } of nodes) {
    const inside = apart.map((ends) => ends.map((end) => Math.min(Math.max(end - start, 0), node.length)));
    for (const [from, to] of inside.filter(([from, to]) => from < to).reverse()) {
      const marked = node.splitText(from);
      marked.splitText(to - from);
      const wrap = document.createElement("mark");
      marked.replaceWith(wrap);
      wrap.append(marked);
    }
  }
}

const asked = new URLSearchParams(location.search);
const patterns = asked.getAll("find");
// From disk alone: on the web any other site could ask for the text so.
if (asked.has("paragraphs") && parent !== window && location.protocol === "file:") {
  parent.postMessage(paragraphsOf(document, asked.get("paragraphs") === "removed"), "*");
} else if (patterns.length) {
  for (const element of document.querySelectorAll(".head h1, .head .deck, .text > *, .notes p")) mark(element, patterns);
  const seen = [...document.querySelectorAll("mark")].find((element) => element.getClientRects().length);
  seen?.scrollIntoView({ block: "center" });
}
