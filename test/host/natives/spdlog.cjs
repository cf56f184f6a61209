// Stands in for @vscode/spdlog in the npm-only host, where the native module is not compiled: the same interface,
// written line by line. With it log channels of extensions have content and the host's own output is not full of
// "Could not locate the bindings file".
const fs = require('node:fs');
const path = require('node:path');

const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(_type, _name, file) {
    this.file = file;
    this.level = 2;
    this.isPlain = false;
  }
  trace(message) {
    this.#write(0, message);
  }
  debug(message) {
    this.#write(1, message);
  }
  info(message) {
    this.#write(2, message);
  }
  warn(message) {
    this.#write(3, message);
  }
  error(message) {
    this.#write(4, message);
  }
  critical(message) {
    this.#write(5, message);
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  /** VS Code uses one pattern only: date, time with milliseconds, [level], message. */
  setPattern() {
    this.isPlain = false;
  }
  clearFormatters() {
    this.isPlain = true;
  }
  flush() {}
  drop() {}

  #write(level, message) {
    if (level < this.level) return;
    const now = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString();
    const line = `${now.slice(0, 10)} ${now.slice(11, 23)} [${names[level]}] ${message}\n`;
    try {
      fs.appendFileSync(this.file, this.isPlain ? message : line);
    } catch {
      // The data folder goes away while the host ends.
    }
  }
}

const create = (name, file) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return Promise.resolve(new Logger('rotating', name, file));
};

exports.version = 0;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
