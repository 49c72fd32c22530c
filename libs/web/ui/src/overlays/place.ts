/** A corner of the screen for something that floats beside its trigger. */
export interface Place {
  readonly top: number;
  readonly left: number;
}

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface Sizes {
  readonly trigger: Box;
  readonly floating: { readonly width: number; readonly height: number };
  readonly screen: { readonly width: number; readonly height: number };
  readonly align: 'start' | 'center' | 'end';
}

const GAP = 6;
const EDGE = 8;

/** Below the trigger, above it when there is no room; never beyond the screen's edges. All in CSS pixels. */
export function placeBeside({ trigger, floating, screen, align }: Sizes): Place {
  const fitsBelow = trigger.bottom + GAP + floating.height <= screen.height - EDGE;
  const top = fitsBelow ? trigger.bottom + GAP : Math.max(EDGE, trigger.top - GAP - floating.height);
  const starts = {
    start: trigger.left,
    end: trigger.right - floating.width,
    center: (trigger.left + trigger.right - floating.width) / 2,
  };
  const left = Math.max(EDGE, Math.min(starts[align], screen.width - floating.width - EDGE));
  return { top, left };
}

/** Puts `floating` (position: fixed) beside `trigger`. */
export function putBeside(floating: HTMLElement, trigger: Element, align: Sizes['align']): void {
  const { width, height } = floating.getBoundingClientRect();
  const screen = { width: document.documentElement.clientWidth, height: globalThis.innerHeight };
  const place = placeBeside({ trigger: trigger.getBoundingClientRect(), floating: { width, height }, screen, align });
  floating.style.top = `${place.top}px`;
  floating.style.left = `${place.left}px`;
}
