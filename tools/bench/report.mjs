// The table for people and the JSON for comparison.
import fs from 'node:fs';
import path from 'node:path';

const COLUMNS = ['job', 'server', 'req/s', 'p50 ms', 'p99 ms', 'node ms', 'pg ms', 'CPU ms', 'SQL', 'bytes', 'x floor'];
const fixed = (value, digits) => value.toFixed(digits);

function line(job, server, one, ratio) {
  return [
    ...[
      job,
      server,
      fixed(one.perSecond, 0),
      fixed(one.p50, 1),
      fixed(one.p99, 1),
      fixed(one.nodeMs, 2),
      fixed(one.pgMs, 2),
    ],
    ...[fixed(one.cpuMs, 2), fixed(one.statements, 1), String(one.bytes), ratio === null ? '' : fixed(ratio, 2)],
  ];
}

function layOut(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((cell, n) => (n < 2 ? cell.padEnd(widths[n]) : cell.padStart(widths[n]))).join('  '))
    .join('\n');
}

/** Table of the jobs over HTTP; CPU is per request, of the server and of its PostgreSQL backends. */
export function httpTable(results) {
  const rows = Object.entries(results).flatMap(([job, { floor, daylight, ratio }]) => [
    line(job, 'floor', floor, null),
    line('', 'daylight', daylight, ratio),
  ]);
  return layOut([COLUMNS, ...rows]);
}

/** The dearest statements of a job on both servers. */
export function statementLines(results) {
  return Object.entries(results).flatMap(([job, result]) =>
    ['floor', 'daylight'].flatMap((server) => [
      `${job} ${server}:`,
      ...result[server].slowest.map(
        ({ calls, ms, query }) => `  ${calls.toFixed(1).padStart(5)} x ${ms.toFixed(3).padStart(8)} ms  ${query}`,
      ),
    ]),
  );
}

/** Writes `<folder>/bench/<date>.json` and returns its path. */
export function save(folder, report) {
  const file = path.join(folder, 'bench', `${report.at.replaceAll(/[:.]/g, '-')}.json`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
}
