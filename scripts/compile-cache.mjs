// Loaded before the program: modules stripped and compiled once are read back at the next start.
// A cache that cannot be written (read-only disk) only costs time, so its answer is not looked at.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'rondo'));
