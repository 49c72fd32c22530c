import { useText } from '../../app/text.js';
import classes from './audit.module.css';

interface ChangeViewProps {
  readonly before: unknown;
  readonly after: unknown;
}

const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
const NOTHING = '–';
const said = (value: unknown): string =>
  value === undefined || value === null ? NOTHING : typeof value === 'string' ? value : JSON.stringify(value);

/** What an act changed, field by field: from what, to what. */
export function ChangeView({ before, after }: ChangeViewProps) {
  const text = useText();
  const [from, to] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...from.keys(), ...to.keys()])];
  if (names.length === 0) return <p className={classes['nothing']}>{text('audit.noValues')}</p>;
  return (
    <table className={classes['change']}>
      <thead>
        <tr>
          <th scope="col">{text('audit.field')}</th>
          <th scope="col">{text('audit.before')}</th>
          <th scope="col">{text('audit.after')}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => {
          const [old, now] = [said(from.get(name)), said(to.get(name))];
          return (
            <tr key={name} data-changed={old !== now}>
              <th scope="row">{name}</th>
              <td>{old === now || old === NOTHING ? old : <del>{old}</del>}</td>
              <td>{old === now ? now : <ins>{now}</ins>}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
