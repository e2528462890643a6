// kill -9 of a random process, again and again, while people work tickets through.
//   --seconds 600   how long
//   --kills 30      how many processes are killed in that time
//   --rate 20       transitions a second that the clients ask for
//   --within 15     seconds in which all must be back at work after each; 0 for no limit
import { killAtRandom } from '../kill-at-random.ts';
import { asRows, onInstance, type Scenario } from '../scenario.ts';
import { verify } from '../verify.ts';
import { Workload } from '../workload.ts';

export const kills: Scenario = ({ seconds = 600, kills: count = 30, rate = 20, within = 15 }) =>
  onInstance(async (db) => {
    const since = new Date();
    const workload = await Workload.prepare(rate);
    const until = Date.now() + seconds * 1000;
    workload.start();
    const recoveries = await killAtRandom(db, count, until);
    workload.stop();
    const acknowledged = await workload.finish();
    const verdict = await verify(db, acknowledged, since);
    const late = recoveries.filter(({ back }) => within > 0 && back > within);
    return {
      rows: [...recoveries, ...asRows(verdict.counts)],
      faults: [
        ...workload.faults,
        ...verdict.faults,
        ...late.map((one) => `after ${one.killed} was killed it took ${one.back} s until all were back at work`),
      ],
    };
  });
