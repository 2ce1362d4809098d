// Another server of the fediverse for the tests, made with Fedify: node peer.mjs PUBLIC_URL SERVICE_PORT FORM
// It believes that our service is at PUBLIC_URL; connections to that go to SERVICE_PORT. FORM is the form of signature that it
// tries first. It says on which port it listens, and lets the tests say what its actors do: POST /test/acts, GET /test/heard.
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { createFederation, generateCryptoKeyPair, MemoryKvStore } from '@fedify/fedify';
import {
  Accept, Activity, Announce, Collection, Create, Delete, Endpoints, Flag, Follow, Like, Mention, Move, Note, Person, PUBLIC_COLLECTION,
  Question, Tombstone, Undo, Update,
} from '@fedify/vocab';
import { Temporal } from '@js-temporal/polyfill';
import { Agent, buildConnector, setGlobalDispatcher } from 'undici';

const [publicUrl, servicePort, firstKnock] = process.argv.slice(2);
const service = new URL(publicUrl);

const connect = buildConnector({});
setGlobalDispatcher(new Agent({
  connect: (options, callback) => connect(
    options.hostname === service.hostname && options.port === service.port ? { ...options, port: servicePort } : options,
    callback,
  ),
}));

const keys = new Map();
const aliases = new Map();
const successors = new Map();
const followers = new Map();
const notes = new Map();
const questions = new Map();
const acts = new Map();
const heard = [];

const federation = createFederation({ kv: new MemoryKvStore(), allowPrivateAddress: true, firstKnock });

federation
  .setActorDispatcher('/users/{identifier}', async (context, identifier) => {
    const pairs = await context.getActorKeyPairs(identifier);
    return new Person({
      id: context.getActorUri(identifier),
      preferredUsername: identifier,
      name: `Name of ${identifier}`,
      summary: '<p>Hola</p>',
      inbox: context.getInboxUri(identifier),
      outbox: context.getOutboxUri(identifier),
      followers: context.getFollowersUri(identifier),
      endpoints: new Endpoints({ sharedInbox: context.getInboxUri() }),
      publicKey: pairs[0].cryptographicKey,
      assertionMethods: pairs.map((pair) => pair.multikey),
      aliases: (aliases.get(identifier) ?? []).map((alias) => new URL(alias)),
      ...(successors.has(identifier) ? { successor: new URL(successors.get(identifier)) } : {}),
    });
  })
  .setKeyPairsDispatcher(async (context, identifier) => {
    if (!keys.has(identifier)) {
      keys.set(identifier, [await generateCryptoKeyPair('RSASSA-PKCS1-v1_5'), await generateCryptoKeyPair('Ed25519')]);
    }
    return keys.get(identifier);
  });

federation.setOutboxDispatcher('/users/{identifier}/outbox', async () => ({ items: [] }));
federation.setFollowersDispatcher('/users/{identifier}/followers', async (context, identifier) => ({
  items: [...followers.get(identifier)?.values() ?? []],
}));
federation.setObjectDispatcher(Note, '/notes/{id}', async (context, { id }) => notes.get(context.getObjectUri(Note, { id }).href) ?? null);

federation.setObjectDispatcher(Question, '/questions/{id}', async (context, { id }) => (
  questions.get(context.getObjectUri(Question, { id }).href) ?? null
));

federation
  .setInboxListeners('/users/{identifier}/inbox', '/inbox')
  .on(Activity, async (context, activity) => {
    heard.push(await understood(context, activity));
    if (activity instanceof Follow) {
      await accept(context, activity);
    }
  });

// Who follows is kept, and told so.
async function accept(context, follow) {
  const { identifier } = context.parseUri(follow.objectId);
  const follower = await follow.getActor(context);
  followers.set(identifier, (followers.get(identifier) ?? new Map()).set(follower.id.href, follower));
  await context.sendActivity({ identifier }, follower, new Accept({
    id: fresh(context, 'accepts'), actor: follow.objectId, object: follow,
  }));
}

// What Fedify makes of an activity, not what stands in it.
async function understood(context, activity) {
  const object = await activity.getObject({ ...context, suppressError: true });
  return {
    type: activity.constructor.name,
    id: activity.id?.href,
    actor: activity.actorId?.href,
    to: activity.toIds.map((id) => id.href),
    object: activity.objectId?.href,
    target: activity.targetId?.href,
    content: activity.content?.toString(),
    thing: object === null ? null : await described(context, object),
  };
}

async function described(context, thing) {
  return {
    type: thing.constructor.name,
    id: thing.id?.href,
    author: thing.attributionId?.href,
    authors: thing.attributionIds?.map((id) => id.href),
    name: thing.name?.toString(),
    page: thing.url?.href?.toString(),
    content: thing.content?.toString(),
    warning: thing.summary?.toString(),
    answers: thing.replyTargetId?.href,
    choices: thing instanceof Question ? await choices(context, thing) : undefined,
    objects: thing.objectIds?.map((id) => id.href),
    updated: thing.updated?.toString(),
    to: thing.toIds.map((id) => id.href),
    tags: thing.tagIds === undefined ? [] : await tags(context, thing),
    username: thing.preferredUsername?.toString(),
    aliases: thing.aliasIds?.map((id) => id.href),
    successor: thing.successorId?.href,
    keys: thing.getPublicKeys === undefined ? [] : await keysOf(context, thing),
  };
}

async function choices(context, question) {
  const found = [];
  for await (const choice of question.getExclusiveOptions({ ...context, suppressError: true })) {
    found.push(choice.name.toString());
  }
  return found;
}

async function tags(context, thing) {
  const found = [];
  for await (const tag of thing.getTags({ ...context, suppressError: true })) {
    found.push(`${tag.constructor.name} ${tag.name}`);
  }
  return found;
}

async function keysOf(context, actor) {
  const found = [];
  for await (const key of actor.getPublicKeys(context)) {
    found.push(key.publicKey.algorithm.name);
  }
  for await (const key of actor.getAssertionMethods(context)) {
    found.push(key.publicKey.algorithm.name);
  }
  return found;
}

function fresh(context, kind) {
  return new URL(`/${kind}/${crypto.randomUUID()}`, context.origin);
}

function noteOf(context, author, { note, content, answers, mentions }) {
  const named = mentions ? [new URL(mentions)] : [];
  const said = new Note({
    id: note ? new URL(note) : context.getObjectUri(Note, { id: crypto.randomUUID() }),
    attribution: author,
    to: PUBLIC_COLLECTION,
    ccs: [context.getFollowersUri(context.parseUri(author).identifier), ...named],
    content,
    ...(answers ? { replyTarget: new URL(answers) } : {}),
    tags: named.map((href) => new Mention({ href, name: '@ana' })),
    ...(note ? { updated: Temporal.Now.instant() } : {}),
    published: Temporal.Now.instant(),
  });
  notes.set(said.id.href, said);
  return said;
}

// What somebody asks, and how often each answer was chosen.
function questionOf(context, author, { question, content, options, votes }) {
  const asked = new Question({
    id: question ? new URL(question) : context.getObjectUri(Question, { id: crypto.randomUUID() }),
    attribution: author,
    to: PUBLIC_COLLECTION,
    ccs: [context.getFollowersUri(context.parseUri(author).identifier)],
    content,
    exclusiveOptions: options.map((name, place) => new Note({ name, replies: new Collection({ totalItems: votes[place] }) })),
    voters: votes.reduce((all, some) => all + some, 0),
    endTime: Temporal.Now.instant().add({ hours: 1 }),
    published: Temporal.Now.instant(),
    ...(question ? { updated: Temporal.Now.instant() } : {}),
  });
  questions.set(asked.id.href, asked);
  return asked;
}

const made = {
  follow: (context, actor, { object }) => new Follow({ id: fresh(context, 'follows'), actor, object: new URL(object) }),
  like: (context, actor, { object }) => new Like({ id: fresh(context, 'likes'), actor, object: new URL(object) }),
  boost: (context, actor, { object }) => new Announce({
    id: fresh(context, 'boosts'), actor, object: new URL(object), to: PUBLIC_COLLECTION,
  }),
  undo: (context, actor, { act }) => new Undo({ id: fresh(context, 'undos'), actor, object: acts.get(act) }),
  say: (context, actor, act) => new Create({
    id: fresh(context, 'creates'), actor, object: noteOf(context, actor, act), to: PUBLIC_COLLECTION,
  }),
  edit: (context, actor, act) => new Update({
    id: fresh(context, 'updates'), actor, object: noteOf(context, actor, act), to: PUBLIC_COLLECTION,
  }),
  unsay: (context, actor, { note }) => new Delete({
    id: fresh(context, 'deletes'), actor, object: new Tombstone({ id: new URL(note) }), to: PUBLIC_COLLECTION,
  }),
  ask: (context, actor, act) => new Create({
    id: fresh(context, 'creates'), actor, object: questionOf(context, actor, act), to: PUBLIC_COLLECTION,
  }),
  count: (context, actor, act) => new Update({
    id: fresh(context, 'updates'), actor, object: questionOf(context, actor, act), to: PUBLIC_COLLECTION,
  }),
  vote: (context, actor, { question, choice, to }) => new Create({
    id: fresh(context, 'creates'),
    actor,
    to: new URL(to),
    object: new Note({
      id: fresh(context, 'votes'), attribution: actor, to: new URL(to), name: choice, replyTarget: new URL(question),
    }),
  }),
  report: (context, actor, { objects, content }) => new Flag({
    id: fresh(context, 'flags'), actor, objects: objects.map((object) => new URL(object)), content,
  }),
  move: (context, actor, { target }) => {
    successors.set(context.parseUri(actor).identifier, target);
    return new Move({ id: fresh(context, 'moves'), actor, object: actor, target: new URL(target) });
  },
};

// What one of its actors does: { who, does, to, … }. Where it is refused, the answer is 500 and says why.
async function act(asked) {
  const context = federation.createContext(new URL(`http://localhost:${server.address().port}/`), undefined);
  const actor = context.getActorUri(asked.who);
  const activity = made[asked.does](context, actor, asked);
  acts.set(activity.id.href, activity);
  const recipient = await context.lookupObject(asked.to);
  if (recipient === null) {
    throw new Error(`${asked.to} cannot be read`);
  }
  await context.sendActivity({ identifier: asked.who }, recipient, activity, { preferSharedInbox: asked.shared ?? false });
  return { id: activity.id.href, object: activity.objectId?.href };
}

// What Fedify reads at an address of ours.
async function read(url) {
  const context = federation.createContext(new URL(`http://localhost:${server.address().port}/`), undefined);
  const found = await context.lookupObject(url);
  return found === null ? null : described(context, found);
}

const ours = {
  '/test/acts': (body) => act(body),
  '/test/heard': () => heard,
  '/test/read': ({ url }) => read(url),
  '/test/aliases': ({ who, alias }) => aliases.set(who, [alias]).size,
};

async function answer(request, body) {
  const path = new URL(request.url).pathname;
  if (path in ours) {
    try {
      return Response.json(await ours[path](body.length === 0 ? {} : JSON.parse(body)));
    } catch (error) {
      console.error(error);
      return new Response(String(error), { status: 500 });
    }
  }
  return federation.fetch(request, { contextData: undefined });
}

const server = createServer(async (incoming, outgoing) => {
  const body = await buffer(incoming);
  const request = new Request(new URL(incoming.url, `http://${incoming.headers.host}`), {
    method: incoming.method,
    headers: Object.entries(incoming.headers).filter(([name]) => name !== 'connection'),
    ...(incoming.method === 'POST' ? { body } : {}),
  });
  const response = await answer(request, body);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
});

server.listen(0, 'localhost', () => console.log(server.address().port));
