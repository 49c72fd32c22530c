/** True only in a build made for tests: the gallery at `/__kit` is part of it. */
declare const __DAYLIGHT_KIT__: boolean;

/** The part of a catalogue that is needed before signing in (tools/build/door-messages.mjs). */
declare module '*.json?door' {
  const messages: Record<string, string>;
  export default messages;
}

/** What most pages show, and what is shown where things are set up (tools/build/set-up-messages.mjs). */
declare module '*.json?daily' {
  const messages: Record<string, string>;
  export default messages;
}
declare module '*.json?set-up' {
  const messages: Record<string, string>;
  export default messages;
}
