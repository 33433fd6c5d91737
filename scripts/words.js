// The words that a text can be found by: the twin of newsarchive/text/search_words.py.

const MOST_CHARACTERS = 40;
const RUN = /[\p{L}\p{N}\p{M}_\u00ad]+/gu;
const PAIRED =
  "\\u0e00-\\u109f\\ua9e0-\\ua9ff\\uaa60-\\uaa7f\\u1780-\\u17ff\\u1100-\\u11ff\\uac00-\\ud7af" +
  "\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff" +
  "\\u{1b000}-\\u{1b16f}\\u{20000}-\\u{3ffff}";
const PART = new RegExp(`([${PAIRED}]+)|((?:(?![${PAIRED}])[\\p{L}\\p{N}\\p{M}])+)`, "gu");
const DROPPED =
  /[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u20d0-\u20ff\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const SAME = { ß: "ss", ς: "σ", ı: "i", ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", ħ: "h", ŧ: "t", æ: "ae", œ: "oe" };
Object.assign(SAME, { "\u0671": "\u0627", "\u0649": "\u064a", "\u06cc": "\u064a", "\u0629": "\u0647", "\u06a9": "\u0643" });
for (let digit = 0; digit < 10; digit++) {
  SAME[String.fromCharCode(0x660 + digit)] = SAME[String.fromCharCode(0x6f0 + digit)] = String(digit);
}
const VARIANT = new RegExp(`[${Object.keys(SAME).join("")}]`, "gu");

function folded(run) {
  const small = run.normalize("NFKD").toLowerCase().replace(VARIANT, (variant) => SAME[variant]);
  return small.replace(DROPPED, "").normalize("NFC");
}

/** The words of a run of letters, digits and marks, and the first and last of its folded characters that each is made of. */
function partsOfRun(run) {
  const parts = [];
  const whole = folded(run);
  for (const { 0: part, 1: paired, index } of whole.matchAll(PART)) {
    const characters = [...part];
    const first = [...whole.slice(0, index)].length;
    const last = first + characters.length - 1;
    if (!paired) parts.push([characters.slice(0, MOST_CHARACTERS).join(""), first, last]);
    else if (first === last) parts.push([paired, first, last]);
    else for (let at = 1; at < characters.length; at++) parts.push([characters[at - 1] + characters[at], first + at - 1, first + at]);
  }
  return parts;
}

/** The words of a text, in order, as they are looked up: "Don’t stop Łódź!" -> ["don", "t", "stop", "lodz"]. */
function searchWords(text) {
  return (text.match(RUN) ?? []).flatMap((run) => partsOfRun(run).map(([word]) => word));
}
