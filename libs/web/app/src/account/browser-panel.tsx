import { Checkbox, Panel } from '@daylight/web-ui';
import { usePreferences } from '../frame/preferences.js';
import { useText } from '../text.js';

/** What this browser alone remembers. */
export function BrowserPanel() {
  const text = useText();
  const { shortcuts, change } = usePreferences();
  return (
    <Panel title={text('profile.browser')}>
      <Checkbox
        label={text('profile.shortcuts')}
        description={text('profile.shortcuts.hint')}
        checked={shortcuts}
        onChange={(on) => change({ shortcuts: on })}
      />
    </Panel>
  );
}
