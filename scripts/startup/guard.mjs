// Ends what the supervisor leaves behind when it is killed outright and can't clean up itself.
// Its standard input is a pipe that the supervisor holds: lines "+pid seconds" and "-pid" tell what runs;
// when the pipe closes, whatever is still on the list is told to end, the last started first.
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { isLeaderAlive, signalGroup } from './process-group.mjs';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

/** @type {Map<number, number>} process group → seconds that it may take to end */
const running = new Map();

for await (const line of createInterface({ input: process.stdin })) {
  const [pid = 0, seconds = 5] = line.slice(1).split(' ').map(Number);
  if (line.startsWith('+')) running.set(pid, seconds);
  else running.delete(pid);
}

for (const [pid, seconds] of [...running].reverse()) {
  signalGroup(pid, 'SIGTERM');
  const deadline = Date.now() + seconds * 1000;
  while (isLeaderAlive(pid) && Date.now() < deadline) await wait(50);
  signalGroup(pid, 'SIGKILL');
}
