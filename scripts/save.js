// The list as a file.

/** The first `most` of a list as a file. A spreadsheet would run what begins with a sign; an apostrophe keeps it from that. */
async function save(found, most) {
  const listed = await rows(found.root, await found.order(most));
  const cell = (value) => `"${String(value ?? "").replace(/^['=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
  const lines = listed.map((row) => [row.headline, row.outlet, row.date, row.language, `articles/${row.address}.html`, row.source]);
  const text = [["headline", "outlet", "date", "language", "page", "source"], ...lines].map((line) => line.map(cell).join(",")).join("\r\n");
  const href = URL.createObjectURL(new Blob([`\ufeff${text}\r\n`], { type: "text/csv" }));
  element("a", { href, download: "search.csv" }).click();
  URL.revokeObjectURL(href);
}
