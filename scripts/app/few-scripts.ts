import { gzipSync } from 'node:zlib';
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import { joinScripts, type Script } from './join-scripts.ts';

/** What the first screen after signing in loads: its bytes count tenfold. */
const FIRST = /\/(pages\/home\/home-page\.tsx|words\/catalogue-\w+\.ts)$/;
const FIRST_WEIGHT = 10;

/**
 * Builds `app` once to see which scripts the bundler cuts, and has it join those that are loaded together nearly always.
 * Left alone it makes one for each set of screens that share something: a hundred for a screen, of a kilobyte each.
 */
export function fewScripts(app: () => InlineConfig): Plugin {
  return {
    name: 'few-scripts',
    apply: 'build',
    config: async () => {
      const cut = await cutOf(app());
      const nameOf = namesOf(cut, joinScripts(cut.map(scriptOf)));
      const name = (module: string) => nameOf.get(module) ?? null;
      const codeSplitting = { groups: [{ name, includeDependenciesRecursively: false }] };
      return { build: { rolldownOptions: { output: { codeSplitting } } } };
    },
  };
}

async function cutOf(app: InlineConfig): Promise<Rolldown.OutputChunk[]> {
  const built = await build({
    ...app,
    configFile: false,
    logLevel: 'error',
    build: { ...app.build, write: false },
  });
  if (Array.isArray(built) || !('output' in built)) throw new Error('the app has one build and no watcher');
  return built.output.filter((one) => one.type === 'chunk');
}

function scriptOf({ fileName, imports, code, ...chunk }: Rolldown.OutputChunk): Script {
  const script = { file: fileName, imports, bytes: gzipSync(code).length };
  if (chunk.isEntry) return { ...script, begins: 'page' };
  if (!chunk.isDynamicEntry) return script;
  return { ...script, begins: 'later', weight: FIRST.test(chunk.facadeModuleId ?? '') ? FIRST_WEIGHT : 1 };
}

function namesOf(cut: Rolldown.OutputChunk[], joined: string[][]): Map<string, string> {
  const modulesIn = new Map(cut.map(({ fileName, moduleIds }) => [fileName, moduleIds]));
  return new Map(
    joined.flatMap((files, at) =>
      files.flatMap((file) => modulesIn.get(file)!.map((module) => [module, `shared-${at}`] as const)),
    ),
  );
}
