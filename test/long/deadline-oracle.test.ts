// The oracle that walks minute by minute, over four times as many random cases as `npm test` takes.
process.env.TANGGAP_ORACLE_RUNS = '40000';
await import('../../src/domain/calendar/compute-due.prop.test.ts');
