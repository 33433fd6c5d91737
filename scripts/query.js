// What a query says: docs/search.md. A query is a list of groups, of which all must hold; of the items of a group, one.

const FIELDS = ["outlet", "author", "from", "to", "date", "lang", "title", "in"];
const ITEM = new RegExp(`(-?)(?:(${FIELDS.join("|")}):)?(?:"([^"]*)"?|([^\\s"]+))`, "gi");

/** The groups of a query. With `isTyping` its last word may go on. */
function parsed(text, isTyping) {
  const groups = [];
  let isOther = false;
  for (const found of text.matchAll(ITEM)) {
    const [raw, minus, field, quoted, plain] = found;
    if (raw === "OR" && groups.length) {
      isOther = true;
      continue;
    }
    const value = quoted ?? plain;
    const isLast = isTyping && found.index + raw.length === text.length && quoted === undefined && value.length > 1;
    const item = { raw, not: minus === "-", field: (field ?? "").toLowerCase(), value, isQuoted: quoted !== undefined };
    item.isText = !field || item.field === "title";
    item.words = searchWords(value);
    item.isPrefix = item.isText && !item.isQuoted && (value.endsWith("*") || isLast);
    if (item.isText && !item.words.length) continue;
    if (isOther) groups.at(-1).push(item);
    else groups.push([item]);
    isOther = false;
  }
  return groups;
}

/** The words of groups as one writes them. */
function spelled(groups) {
  return groups.map((group) => group.map((item) => item.raw).join(" OR ")).join(" ");
}

/** Which control a group stands in: a field, or what is special about its words; "" where it has none. */
function controlOf(group) {
  const [{ not, field, isQuoted, value, isText }] = group;
  if (group.length > 1) return group.every((item) => item.isText && !item.not && !item.field) ? "any" : "";
  if (not) return isText && !field ? "without" : "";
  if (field) return field;
  return isQuoted ? "phrase" : value.endsWith("*") ? "begins" : "";
}

/** What a control shows of a query. */
function shownIn(control, groups) {
  const own = groups.filter((group) => controlOf(group) === control).flat();
  return own.map((item) => (control === "begins" ? item.value.replace(/\*+$/, "") : item.value)).join(" ");
}
