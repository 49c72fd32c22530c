/** True only in a build made for tests: the gallery at `/__kit` is part of it. */
declare const __DAYLIGHT_KIT__: boolean;

/** The part of a catalogue that is needed before signing in (tools/build/door-messages.mjs). */
declare module '*.json?door' {
  const messages: Record<string, string>;
  export default messages;
}
