/** True only in a build made for tests: the gallery at `/__kit` is part of it. */
declare const __DAYLIGHT_KIT__: boolean;
