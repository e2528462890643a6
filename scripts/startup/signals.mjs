import { say } from './progress.mjs';

/**
 * Stops everything on Ctrl-C, on a polite kill, when the terminal closes, and when the npm that started us is gone.
 * A second signal doesn't wait.
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {() => void} onStopped
 */
export function stopOnSignals(supervisor, onStopped) {
  const stop = async () => {
    if (supervisor.isStopping) {
      supervisor.kill();
      return;
    }
    say('Stopping');
    await supervisor.stop();
    onStopped();
    say('Stopped');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());
  process.stdout.on('error', () => undefined);
  if (process.env.npm_lifecycle_event) stopWithParent(() => void stop());
}

/** @param {() => void} stop */
function stopWithParent(stop) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 1_000);
  timer.unref();
}
