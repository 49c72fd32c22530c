// node tools/checks/healthy.mjs URL: exit code 0 when it answers 200 within four seconds. For containers without curl.
const [url] = process.argv.slice(2);
const answer = await fetch(url, { signal: AbortSignal.timeout(4000) }).catch((error) => ({ status: error.message }));
if (answer.status !== 200) {
  console.error(`${url}: ${answer.status}`);
  process.exitCode = 1;
}
