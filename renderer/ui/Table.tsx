import type { ReactNode } from 'react';
import './table.css';

export type Column<Row> = {
  readonly id: string;
  readonly head: string;
  /** Numbers align right, in tabular figures. */
  readonly kind?: 'text' | 'number';
  readonly cell: (row: Row) => ReactNode;
};

/** Rows and columns with a name of their own; `empty` says what would stand here. */
export function Table<Row>(props: {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly empty: string;
}) {
  const { label, columns, rows, rowId, empty } = props;
  if (rows.length === 0) return <p className="table-empty">{empty}</p>;
  return (
    <table className="table" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ id, head, kind }) => (
            <th key={id} scope="col" className={kind}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowId(row)}>
            {columns.map(({ id, kind, cell }) => (
              <td key={id} className={kind}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
