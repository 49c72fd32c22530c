import { isMac, keyCaps } from './combo.js';
import classes from './kbd.module.css';

/** Key caps for a shortcut in the notation of `Hotkey.keys`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={classes['keys']}>
      {keyCaps(keys, isMac()).map((combo, index) => (
        <span key={index} className={classes['combo']}>
          {combo.map((cap) => (
            <kbd key={cap} className={classes['cap']}>
              {cap}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
