/** sax brings no types; this is what is used of it: strict, with namespaces. */
declare module 'sax' {
  export interface QualifiedTag {
    uri: string;
    local: string;
    attributes: Record<string, { local: string; value: string }>;
  }
  /** Calls what is laid upon it: onopentag, onclosetag, ontext, oncdata, ondoctype, onerror. */
  export interface Parser {
    write(text: string): Parser;
    close(): Parser;
  }
  const sax: { parser(strict: true, options: { xmlns: true; position: false }): Parser };
  export default sax;
}
