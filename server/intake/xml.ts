/** What is done with a document while it is read. Names are without their prefix; `attribute` is of the tag just opened. */
export type XmlHandlers = {
  open(name: string, attribute: AttributeOf): void;
  /** Text and CDATA, entities decoded; an element's may come in several pieces. */
  text?(text: string): void;
  close?(name: string): void;
  /** Asked after each element: true ends the reading there. */
  isDone?(): boolean;
};

/** The value of an attribute by its name without prefix; undefined where the tag has none. */
export type AttributeOf = (name: string) => string | undefined;

/** XML that is not well formed, or that declares what no part of a spreadsheet does. */
class MalformedXml extends Error {
  override name = 'MalformedXml';
}

/**
 * Reads a part of a spreadsheet from front to end, tag by tag. Sheets of offices have a million tags: nothing is built of them
 * that nobody asked for. Document types, and so entities of one's own, are refused. Throws `MalformedXml`.
 */
export function readXml(xml: string, { open, text, close, isDone }: XmlHandlers): void {
  const names: string[] = [];
  /** Of each attribute of a tag: begin and end of its name, begin and end of its value. */
  const spans: number[] = [];
  const attribute: AttributeOf = (name) => {
    for (let at = 0; at < spans.length; at += 4) {
      const from = spans[at] ?? 0;
      const isIt = (spans[at + 1] ?? 0) - from === name.length && xml.startsWith(name, from);
      if (isIt) return decodeEntities(xml.slice(spans[at + 2], spans[at + 3]));
    }
    return undefined;
  };
  let at = 0;
  while (at < xml.length) {
    const opening = xml.charCodeAt(at) === LESS ? at : xml.indexOf('<', at);
    if (opening < 0) break;
    if (opening > at && text !== undefined && names.length > 0) text(decodeEntities(xml.slice(at, opening)));
    const sign = xml.charCodeAt(opening + 1);
    if (sign === SLASH) {
      const name = names.pop();
      const isPlain = name !== undefined && xml.startsWith(name, opening + 2) && xml.charCodeAt(opening + 2 + name.length) === GREATER;
      const end = isPlain ? opening + 2 + name.length : endOf(xml, '>', opening);
      if (name === undefined || (!isPlain && localName(xml, opening + 2, end) !== name))
        throw new MalformedXml('an element is closed that is not open');
      close?.(name);
      at = end + 1;
    } else if (sign === QUESTION) at = endOf(xml, '?>', opening) + 2;
    else if (sign === EXCLAMATION) {
      if (xml.startsWith('<!--', opening)) at = endOf(xml, '-->', opening + 4) + 3;
      else if (xml.startsWith('<![CDATA[', opening)) {
        const end = endOf(xml, ']]>', opening);
        text?.(xml.slice(opening + 9, end));
        at = end + 3;
      } else throw new MalformedXml('a document type is declared');
    } else {
      const nameEnd = endOfName(xml, opening + 1);
      const name = localName(xml, opening + 1, nameEnd);
      spans.length = 0;
      const end = xml.charCodeAt(nameEnd) === GREATER ? nameEnd : readAttributes(xml, nameEnd, spans);
      open(name, attribute);
      if (xml.charCodeAt(end - 1) === SLASH) close?.(name);
      else names.push(name);
      at = end + 1;
    }
    if (isDone?.() === true) return;
  }
  if (names.length > 0) throw new MalformedXml('an element is not closed');
}

/** Writes where the attributes of a tag stand, and returns where it ends. */
function readAttributes(xml: string, begin: number, spans: number[]): number {
  let at = begin;
  for (;;) {
    at = skipBlanks(xml, at);
    let sign = xml.charCodeAt(at);
    if (sign === GREATER) return at;
    if (sign === SLASH) at += 1;
    else {
      let from = at;
      let to = at;
      for (sign = xml.charCodeAt(to); sign > SPACE && sign !== EQUALS && sign !== GREATER; sign = xml.charCodeAt(++to)) {
        if (sign === COLON) from = to + 1;
      }
      let quote = skipBlanks(xml, to);
      if (xml.charCodeAt(quote) === EQUALS) quote = skipBlanks(xml, quote + 1);
      else throw new MalformedXml('an attribute has no value');
      const mark = xml.charCodeAt(quote);
      if (mark !== DOUBLE_QUOTE && mark !== SINGLE_QUOTE) throw new MalformedXml('an attribute has no value');
      const end = endOf(xml, mark === DOUBLE_QUOTE ? '"' : "'", quote + 1);
      // `xmlns:r` declares a prefix and is no attribute called `r`.
      if (!xml.startsWith('xmlns', at)) spans.push(from, to, quote + 1, end);
      at = end + 1;
    }
  }
}

function endOf(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from);
  if (end < 0) throw new MalformedXml('the document breaks off');
  return end;
}

function skipBlanks(xml: string, from: number): number {
  let at = from;
  while (xml.charCodeAt(at) <= SPACE) at += 1;
  return at;
}

function endOfName(xml: string, from: number): number {
  let at = from;
  for (let sign = xml.charCodeAt(at); sign > SPACE && sign !== GREATER && sign !== SLASH; sign = xml.charCodeAt(at)) at += 1;
  if (at === from) throw new MalformedXml('a tag has no name');
  return at;
}

/** A name without its prefix, and without blanks behind it. */
function localName(xml: string, from: number, to: number): string {
  let [begin, end] = [from, to];
  while (end > from && xml.charCodeAt(end - 1) <= SPACE) end -= 1;
  for (let at = from; at < end; at += 1) if (xml.charCodeAt(at) === COLON) begin = at + 1;
  return xml.slice(begin, end);
}

const [LESS, GREATER, SLASH, QUESTION, EXCLAMATION, COLON, EQUALS, DOUBLE_QUOTE, SINGLE_QUOTE, SPACE] = [
  60, 62, 47, 63, 33, 58, 61, 34, 39, 32,
];

/** The five entities of XML and those that name a character by its number; others stay as they stand. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (written, hexadecimal, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? written;
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
