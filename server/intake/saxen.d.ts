/** The part of saxen that is used; the package brings no types. */
declare module 'saxen' {
  type Decode = (text: string) => string;
  export class Parser {
    /** Prefixes by namespace, under which elements and attributes are named whatever the document calls them. */
    ns(prefixes: Readonly<Record<string, string>>): this;
    on(event: 'error', handle: (error: Error) => void): this;
    on(event: 'openTag', handle: (name: string, attributes: () => Record<string, string>, decode: Decode) => void): this;
    on(event: 'closeTag', handle: (name: string) => void): this;
    on(event: 'text', handle: (text: string, decode: Decode) => void): this;
    parse(xml: string): void;
  }
}
