/** One row of the fault matrix: a fault that informers or controllers met in production. */
export interface FaultRow {
  readonly id: string
  readonly fault: string
}

const lists: readonly FaultRow[] = [
  { id: 'A1', fault: 'Another API server lags behind: a relist goes back in time' },
  { id: 'A2', fault: 'A refused version is asked for again and again' },
  { id: 'A3', fault: 'A version that is too large for this server is asked for again and again' },
  { id: 'A4', fault: '410 comes as an ERROR event inside a 200' },
  { id: 'A5', fault: 'A fleet answers 410 with reads from the database, all at once' },
  { id: 'A6', fault: 'Created, still queued, deleted while disconnected: the deletion is lost' },
  { id: 'A7', fault: 'A pending deletion meets a relist that brings the name back' },
  { id: 'A8', fault: 'A deletion before the first list was worked off is thrown away' },
  { id: 'A9', fault: 'What a relist changed is kept from handlers without resyncs' },
  { id: 'A10', fault: 'A key function rejects tombstones: an object stays for ever' },
  { id: 'A11', fault: 'A handler is given a tombstone where it expects an object' },
  { id: 'A12', fault: 'The last known state of a deleted object is an old one' },
  { id: 'A13', fault: 'An event is lost between list and watch' },
  { id: 'A14', fault: 'A server repeats old events when a watch starts' },
  { id: 'A15', fault: 'A watch without a version begins with events in no order' },
  { id: 'A16', fault: 'The database was restored from a backup: versions go back' },
  { id: 'A17', fault: "A server's own cache loses events" },
  { id: 'A18', fault: 'The continue token expires half-way through the pages' },
  { id: 'A19', fault: 'Half of a relist is visible' },
  { id: 'A20', fault: 'A login page, or a Status with 200, in the place of a list' },
  { id: 'A21', fault: '`items: null`, and lists without a version' },
  { id: 'A22', fault: 'A relist holds the collection twice' },
  { id: 'A23', fault: 'The end of the initial events never comes' },
  { id: 'A24', fault: 'An old server refuses WatchList' },
  { id: 'A25', fault: 'A list fails once, and the informer has to be restarted' },
  { id: 'A26', fault: 'A list larger than the longest string' },
]

const streams: readonly FaultRow[] = [
  { id: 'B1', fault: 'A frame split at any byte' },
  { id: 'B2', fault: 'The last frame is cut off' },
  { id: 'B3', fault: 'A line that is no JSON' },
  { id: 'B4', fault: 'ERROR events that are not 410' },
  { id: 'B5', fault: 'Events of unknown types, objects of wrong kinds, Tables' },
  { id: 'B6', fault: 'A watch that ends at once, again and again' },
  { id: 'B7', fault: 'The ordinary end of a watch leads to a list' },
  { id: 'B8', fault: 'No bookmarks on a quiet resource' },
  { id: 'B9', fault: 'A bookmark that is ahead of events still to come' },
  { id: 'B10', fault: 'Events come twice, also after a reconnect' },
  { id: 'B11', fault: 'A frame above the limit, a line without end' },
  { id: 'B12', fault: 'Objects 10,000 levels deep' },
  { id: 'B13', fault: '64-bit integers lose digits and are written back' },
  { id: 'B14', fault: 'An object has one shape from a list and another from a watch' },
  { id: 'B15', fault: 'Compression costs more than it saves' },
]

const transport: readonly FaultRow[] = [
  { id: 'C1', fault: 'A half-open connection, silent for ever' },
  { id: 'C2', fault: 'Silence before the headers' },
  { id: 'C3', fault: 'A timer cuts streams that are quiet or slow, but alive' },
  { id: 'C4', fault: 'The server ignores timeoutSeconds' },
  { id: 'C5', fault: 'Resets, GOAWAY, a lost HTTP/2 session' },
  { id: 'C6', fault: 'Connections refused, names not resolved' },
  { id: 'C7', fault: 'A pause that a stop does not end' },
  { id: 'C8', fault: '429 with Retry-After on a watch leads to lists' },
  { id: 'C9', fault: 'A proxy holds events back' },
  { id: 'C10', fault: 'Bodies of errors are not read: sockets leak' },
  { id: 'C11', fault: 'The old watch stays open beside the new one' },
  { id: 'C12', fault: 'All informers reconnect in the same second' },
]

const credentials: readonly FaultRow[] = [
  { id: 'D1', fault: 'The token was rotated: 401 for ever' },
  { id: 'D2', fault: 'The token file is read while it is written' },
  { id: 'D3', fault: 'A fresh token is refused for some seconds' },
  { id: 'D4', fault: 'The client certificate was rotated, connections keep the old one' },
  { id: 'D5', fault: 'The bundle of authorities was rotated' },
  { id: 'D6', fault: 'An exec plugin is slow, fails or prints junk' },
]

const surroundings: readonly FaultRow[] = [
  { id: 'E1', fault: 'A custom resource is deleted while it is watched: 404 for ever' },
  { id: 'E2', fault: 'A custom resource is created again: other uids, lower versions' },
  { id: 'E3', fault: 'A conversion webhook is down: every list is a 500' },
  { id: 'E4', fault: 'RBAC forbids the list: a pod that idles without a word' },
  { id: 'E5', fault: 'Creating in a namespace that terminates' },
  { id: 'E6', fault: 'Two writers in conflict' },
  { id: 'E7', fault: 'A write that times out after it was committed' },
  { id: 'E8', fault: 'A reconcile that triggers itself' },
  { id: 'E9', fault: 'An object that cannot be read is deleted unsafely: ERROR in the place of DELETED' },
]

const handlers: readonly FaultRow[] = [
  { id: 'F1', fault: 'A slow handler: memory without end' },
  { id: 'F2', fault: 'Handlers that add and remove handlers' },
  { id: 'F3', fault: 'Synced is reported before a handler saw the first list' },
  { id: 'F4', fault: 'The initial flag is wrong for late handlers' },
  { id: 'F5', fault: 'The transform runs on tombstones, or twice' },
  { id: 'F6', fault: 'The transform takes the version away' },
  { id: 'F7', fault: 'A handler changes the cached object' },
  { id: 'F8', fault: 'An index function throws' },
  { id: 'F9', fault: 'An index does not follow a value that moves' },
  { id: 'F10', fault: 'A resync brings a deleted object back' },
  { id: 'F11', fault: 'Resyncs pile up' },
  { id: 'F12', fault: 'Timers and sockets leak at the stop' },
  { id: 'F13', fault: 'A handler added after the stop; a second run' },
  { id: 'F14', fault: 'One object keeps a whole list in memory' },
  { id: 'F15', fault: 'Re-entrant streams reorder, a subscriber that throws ends them' },
]

const queues: readonly FaultRow[] = [
  { id: 'G1', fault: 'A worker waits for ever after the shutdown' },
  { id: 'G2', fault: 'A key is lost, or worked on twice at once' },
  { id: 'G3', fault: 'Delays: the later shadows the earlier, negative, above 2^31 ms' },
  { id: 'G4', fault: 'Failures are counted without end' },
  { id: 'G5', fault: 'A scheduled key of a deleted object' },
  { id: 'G6', fault: 'A reconcile that throws, or never settles' },
  { id: 'G7', fault: 'The cache is behind the own write: created twice' },
  { id: 'G8', fault: "A filter of own writes swallows somebody else's" },
  { id: 'G9', fault: 'A crash between two writes' },
  { id: 'G10', fault: 'Acting on a stale view' },
  { id: 'G11', fault: 'An intermediate state is not seen' },
  { id: 'G12', fault: 'One hot key starves the others' },
]

const leaders: readonly FaultRow[] = [
  { id: 'H1', fault: 'A renewal that never returns: two leaders' },
  { id: 'H2', fault: "Others are judged by one's own lease duration" },
  { id: 'H3', fault: 'Clocks that jump or differ' },
  { id: 'H4', fault: 'A process that was paused works on' },
  { id: 'H5', fault: 'The lease is released before the work has stopped' },
  { id: 'H6', fault: 'The release conflicts with a renewal under way' },
  { id: 'H7', fault: 'A lost lease is never tried for again' },
  { id: 'H8', fault: 'An outage of the API: stopped twice, or flapping' },
  { id: 'H9', fault: 'MicroTime cut to milliseconds' },
  { id: 'H10', fault: 'The lease is deleted, empty or garbage' },
]

const recorders: readonly FaultRow[] = [
  { id: 'I1', fault: 'A flood of events' },
  { id: 'I2', fault: 'The spam filter drops other reasons of the same object' },
  { id: 'I3', fault: 'Recording after the shutdown' },
  { id: 'I4', fault: 'The sink is down' },
  { id: 'I5', fault: 'Keys that collide when joined' },
]

const testServers: readonly FaultRow[] = [
  { id: 'J1', fault: 'A fake server without the end of initial events' },
  { id: 'J2', fault: 'A fake server without a window of history' },
  { id: 'J3', fault: 'A fake server without conflicts and preconditions' },
]

/** All rows: lists, streams, transport, credentials, the API around, handlers, queues, leaders, events, test servers. */
export const faultRows: readonly FaultRow[] = [
  ...lists,
  ...streams,
  ...transport,
  ...credentials,
  ...surroundings,
  ...handlers,
  ...queues,
  ...leaders,
  ...recorders,
  ...testServers,
]
