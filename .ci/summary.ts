import { countOf } from './reports.ts';

const [tests, check] = process.argv.slice(2);
const counts = [countOf('vitest'), countOf('playwright')];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);

if (tests !== '0') console.log('npm test failed.');
if (check !== '0') console.log('check failed.');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = tests === '0' && check === '0' && failed === 0 ? 0 : 1;
