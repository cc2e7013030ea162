/** Files the build turns to addresses. */
declare module '*?url' {
  const url: string;
  export default url;
}
/** The text of a file, in the script itself. */
declare module '*?inline' {
  const text: string;
  export default text;
}
declare module '*?worker&url' {
  const url: string;
  export default url;
}
declare module '*.css';

/** Set by the build. */
interface ImportMeta {
  readonly env: { readonly DEV: boolean };
}
