// Loaded before the app in its process: speeds up its clock and injects the faults that a test asks for.
import { createRequire, syncBuiltinESMExports } from 'node:module';

const require = createRequire(import.meta.url);
const { SPEED = '1', CONNECTION_SPEED = '1' } = process.env;
const [speed, connectionSpeed] = [Number(SPEED), Number(CONNECTION_SPEED)];

/** Shortens the app's long waits; the time of day stays right. */
function hurry() {
  const timers = require('node:timers/promises');
  const { setTimeout: pause } = timers;
  timers.setTimeout = (ms, ...rest) => pause(ms / speed, ...rest);
  syncBuiltinESMExports();
  const now = performance.now.bind(performance);
  performance.now = () => now() * speed;
}

/** The same for the pauses of Bolt's clients, which use different timers. */
function hurryLine() {
  const { setTimeout: later, setInterval: again } = globalThis;
  globalThis.setTimeout = Object.assign((work, ms, ...rest) => later(work, ms / connectionSpeed, ...rest), later);
  globalThis.setInterval = (work, ms, ...rest) => again(work, ms / connectionSpeed, ...rest);
}

/** The stage of answering to be killed in, and before which of its steps. */
let wanted = { stage: '', step: 0 };
let count = 0;
let isPosted = false;

/** Called before each step; may kill the process there, like a power cut. */
function step(stage) {
  if (stage !== wanted.stage) return;
  count += 1;
  if (count === wanted.step) {
    require('node:fs').writeSync(1, `Killed: ${stage}\n`);
    process.kill(process.pid, 'SIGKILL');
    // The signal may take a moment; nothing may happen meanwhile.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
}

function watchStatements() {
  const Database = require('libsql');
  const { prepare, exec } = Database.prototype;
  let isInTransaction = false;
  /** A transaction counts twice, before it begins and before it's committed: between the two, the file stays as it was. */
  const stepBefore = (sql) => {
    if (!isInTransaction || sql === 'commit') step(name());
    if (sql.startsWith('begin')) isInTransaction = true;
    else if (sql === 'commit' || sql === 'rollback') isInTransaction = false;
  };
  const name = () => (isPosted ? 'while the result is being written' : 'while the question is being claimed');
  const fetched = globalThis.fetch;
  globalThis.fetch = async (url, init) => {
    const isPost = String(url).endsWith('chat.postMessage');
    if (isPost) step('just before the answer is posted');
    const response = await fetched(url, init);
    if (isPost) {
      isPosted = true;
      step('just after Slack accepted the answer');
    }
    return response;
  };
  Database.prototype.exec = function (sql) {
    stepBefore(sql);
    return exec.call(this, sql);
  };
  Database.prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    // Renewals of claims come at any time and don't count as steps.
    if (/set "?beat/.test(sql)) return statement;
    for (const way of ['run', 'get', 'all', 'iterate']) {
      const own = statement[way]?.bind(statement);
      if (own !== undefined)
        statement[way] = (...values) => {
          stepBefore(sql);
          return own(...values);
        };
    }
    return statement;
  };
}

function watchAcknowledgements() {
  const { ServerResponse } = require('node:http');
  const { end } = ServerResponse.prototype;
  ServerResponse.prototype.end = function (...rest) {
    step('just before the event is acknowledged');
    this.once('finish', () => step('just after the event was acknowledged'));
    return end.apply(this, rest);
  };
  const { WebSocket } = require('undici');
  const { send } = WebSocket.prototype;
  WebSocket.prototype.send = function (data) {
    step('just before the event is acknowledged');
    send.call(this, data);
    setImmediate(() => step('just after the event was acknowledged'));
  };
}

const { now } = Date;
const orders = {
  /** Kills the process in a stage of answering the next message, before the step with that number. */
  killInStage: (order) => {
    [wanted, count, isPosted] = [order, 0, false];
  },
  rejectUnheard: (message) => void Promise.reject(new Error(message)),
  setClock: (ms) => {
    Date.now = () => now() + ms;
  },
  /** Writes a file until the disk is full. */
  fillDisk: (file) => {
    const { openSync, writeSync, closeSync } = require('node:fs');
    const handle = openSync(file, 'w');
    try {
      for (;;) writeSync(handle, Buffer.alloc(4096));
    } catch {
      closeSync(handle);
    }
  },
  emptyDisk: (file) => require('node:fs').rmSync(file),
  /** Does nothing: its reply shows that the process is alive. */
  live: () => undefined,
};

process.on('message', ({ order, value }) => {
  orders[order](value);
  process.send('done');
});
process.channel?.unref();
if (speed !== 1) hurry();
if (connectionSpeed !== 1) hurryLine();
watchStatements();
watchAcknowledgements();
