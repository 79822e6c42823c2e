// Damaged, cut and random uploads, many more than `npm test` takes, and the list of known hostile files once more.
process.env.TANGGAP_FUZZ_RUNS = '1500';
await import('../hostile-files/hostile-files.prop.test.ts');
await import('../hostile-files/hostile-files.test.ts');
