/** The part of mapshaper's programming interface the atlas uses; the package ships no types. */
declare module 'mapshaper' {
  const mapshaper: {
    /** Runs a command line on files held in memory; answers the files it wrote. */
    applyCommands(commands: string, input: Record<string, string | Uint8Array>): Promise<Record<string, string | Uint8Array>>;
  };
  export default mapshaper;
}
