// What a query becomes when a control or a facet is chosen.

/** A query in which a control has another value. */
function changed(groups, control, value) {
  const others = spelled(groups.filter((group) => controlOf(group) !== control));
  const words = value.replaceAll('"', " ").split(/\s+/).filter(Boolean);
  const whole = words.join(" ");
  const own = {
    phrase: () => `"${whole}"`,
    any: () => words.join(" OR "),
    without: () => words.map((word) => `-${word}`).join(" "),
    begins: () => words.map((word) => `${word}*`).join(" "),
    title: () => words.map((word) => `title:${word}`).join(" "),
  };
  const made = own[control] ?? (() => `${control}:${words.length > 1 ? `"${whole}"` : whole}`);
  return `${others} ${words.length ? made() : ""}`.trim();
}
