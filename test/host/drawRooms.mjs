import { createRequire } from 'node:module';
import path from 'node:path';
import prettier from 'prettier';
import { root } from './paths.mjs';

const begin = '<!-- Written by `npm run docs` from .dependency-cruiser.cjs; change it there. -->';
const end = '<!-- End of what `npm run docs` writes. -->';

/** What is in each room; a room without a sentence, or a sentence without a room, is an error. */
const contents = {
  features: 'One folder for each thing people can do: its verbs, its questions and the words only it uses',
  mapView: "The web page of a subnet's map: a browser draws it, and nothing else loads it",
  cli: 'The command line tool ncloud-ip: one file for each command, and what they share. A program without VS Code',
  tree: 'The rows of both views: a file for each kind of the network, one file for those of the history',
  ui: 'Questions, messages, progress, settings, the log: thin widgets over `vscode.window`',
  words: 'Data as localized text, and nothing else',
  tools: 'What assistants may do: look, propose plans, and ask a person to say yes to one',
  session: 'What lives as long as the window: profiles, keys, networks as last read, the journal',
  change: 'The executor: looks, sends, follows, notes. The only caller of an action that changes something',
  doctor: 'Which layer of a connection fails, and with which symptom',
  api: 'Signing, HTTP, pacing, errors, redaction, one file for each family of actions',
  plan: 'Change as data: what is wanted, the calls that do it, their proof and their inverse',
  search: 'Addresses and names found over all networks shown',
  guest: 'The commands that tell an operating system of its addresses',
  copy: 'What is selected, as text in the form of some other tool',
  list: 'A list of addresses to assign: read, checked, mended',
  map: "A subnet's map as data: cells, rows, selection, and what the extension and the page tell each other",
  declared: 'Files that say who holds which address: read, compared with what is there, written',
  model: 'What a network is: one region, joined',
  text: 'Text from outside, made harmless for the place it goes to',
  sandbox: 'NAVER Cloud on loopback. A program of its own: it shares nothing with the rest, and is spoken to over HTTP',
};

/**
 * Gives docs/architecture.md (`page`) with the picture and the table of the rooms drawn anew from the import rules.
 * @param {string} page
 * @param {{ core: Record<string, string[]>, rooms: Record<string, string[]> }} [house]
 */
export async function drawRooms(
  page,
  house = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs')).house,
) {
  const names = Object.keys(contents);
  const others = Object.keys(house.rooms).filter((room) => !names.includes(room));
  const gone = names.filter((room) => !Object.hasOwn(house.rooms, room));
  if (others.length + gone.length > 0) throw new Error(`drawRooms.mjs: tell what is in ${others}; forget ${gone}`);
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error('docs/architecture.md has lost the marks between which it is written');
  const drawn = await prettier.format([picture(house), table(house.rooms)].join('\n\n'), { parser: 'markdown' });
  return `${page.slice(0, from)}${begin}\n\n${drawn}\n${page.slice(to)}`;
}

/** @param {{ core: Record<string, string[]>, rooms: Record<string, string[]> }} house */
function picture({ core, rooms }) {
  const isCore = (room) => Object.hasOwn(core, room);
  const inside = (wanted) =>
    Object.keys(contents)
      .filter(wanted)
      .map((room) => `    ${room}["${room}/"]`);
  const arrows = Object.keys(contents).flatMap((room) => nearest(room, rooms).map((below) => `  ${room} --> ${below}`));
  return [
    '```mermaid',
    'flowchart TD',
    '  subgraph upper["What people meet (may use the VS Code API)"]',
    ...inside((room) => !isCore(room)),
    '  end',
    '  subgraph lower["The core (plain Node, VS Code as types at most)"]',
    ...inside((room) => isCore(room)),
    '  end',
    ...arrows,
    '```',
  ].join('\n');
}

/** The rooms that `room` may import and that none of its others leads to: all arrows would be a thicket. */
function nearest(room, rooms) {
  const below = rooms[room];
  const reach = (name) => [...new Set(rooms[name].flatMap((next) => [next, ...reach(next)]))];
  return below.filter((one) => !below.some((other) => other !== one && reach(other).includes(one)));
}

/** @param {Record<string, string[]>} rooms */
function table(rooms) {
  const rows = Object.entries(contents).map(([room, what]) => {
    const allowed = rooms[room].length === 0 ? 'nothing of ours' : rooms[room].join(', ');
    return `| \`${room}/\` | ${what} | ${allowed} |`;
  });
  return ['| Room of `src/` | What is in it | It may import |', '| --- | --- | --- |', ...rows].join('\n');
}
