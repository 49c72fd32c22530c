import { BenchRefused, JOBS, readOptions } from './options.mjs';

describe('the command line of npm run bench', () => {
  it('measures every job but the browser’s on a hundred thousand tickets when nothing is said', () => {
    const jobs = JOBS.filter((job) => job !== 'web');
    expect(readOptions([])).toMatchObject({ jobs, tickets: 100_000, entries: [65_000], repeats: 3, build: true });
  });

  it('measures only the jobs that are named, by commas or spaces', () => {
    expect(readOptions(['queue,create', 'kpi']).jobs).toEqual(['create', 'queue', 'kpi']);
    expect(readOptions(['web']).jobs).toEqual(['web']);
  });

  it('takes fewer tickets and shorter turns when it has to be quick, unless told how many', () => {
    expect(readOptions(['--quick'])).toMatchObject({ tickets: 20_000, seconds: 2 });
    expect(readOptions(['--quick', '--tickets=50000']).tickets).toBe(50_000);
  });

  it('imports logs of each size that is named', () => {
    expect(readOptions(['import', '--entries=65000,1000000']).entries).toEqual([65_000, 1_000_000]);
  });

  it('refuses a job that it does not know, and numbers that are none', () => {
    expect(() => readOptions(['quue'])).toThrow('No such job: quue');
    expect(() => readOptions(['--tickets=many'])).toThrow(BenchRefused);
    expect(() => readOptions(['--repeats=0'])).toThrow('--repeats takes a whole number from 1 on: 0');
  });
});
