import { Text, View } from '@react-pdf/renderer';
import type { Cell, Column, Table } from './report.js';
import { styles, TONES } from './styles.js';

function CellText({ cell, column, head }: { readonly cell: Cell; readonly column: Column; readonly head: boolean }) {
  const tone = cell.tone ?? 'PLAIN';
  const own = {
    ...{ width: `${column.width}%`, textAlign: column.end === true ? ('right' as const) : ('left' as const) },
    ...(head ? {} : { color: TONES[tone] }),
    ...(cell.strong === true || tone !== 'PLAIN' ? { fontWeight: 600 as const } : {}),
  };
  return <Text style={[head ? styles.headCell : styles.cell, own]}>{cell.text}</Text>;
}

function Row({
  cells,
  columns,
  head = false,
}: {
  readonly cells: readonly Cell[];
  readonly columns: readonly Column[];
  readonly head?: boolean;
}) {
  return (
    <View style={head ? styles.headRow : styles.row} wrap={false}>
      {columns.map((column, index) => (
        <CellText key={index} cell={cells[index] ?? { text: '' }} column={column} head={head} />
      ))}
    </View>
  );
}

/** A table of so few rows stays on one page. */
const WHOLE = 8;

/** A table whose heading and first row are never parted by a page. */
export function TableView({ table }: { readonly table: Table }) {
  const { title, columns, rows, note } = table;
  const [first, ...rest] = rows;
  const head = columns.map((column) => ({ text: column.title }));
  return (
    <View wrap={rows.length > WHOLE}>
      <View wrap={false}>
        <Text style={styles.heading}>{title}</Text>
        {first === undefined ? null : <Row cells={head} columns={columns} head />}
        {first === undefined ? null : <Row cells={first} columns={columns} />}
      </View>
      {rest.map((cells, index) => (
        <Row key={index} cells={cells} columns={columns} />
      ))}
      {note === null ? null : <Text style={styles.note}>{note}</Text>}
    </View>
  );
}
