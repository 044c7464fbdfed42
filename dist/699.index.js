export const id = 699;
export const ids = [699];
export const modules = {

/***/ 11699:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyCommand: () => (/* binding */ applyCommand),
  carryOutPlan: () => (/* binding */ carryOutPlan),
  rollbackCommand: () => (/* binding */ rollbackCommand)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/limiter.ts
var limiter = __webpack_require__(21555);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/apply/as-seen.ts

async function requireAsSeen(step, sysId, columns, instance) {
    const { seen, kind, name } = step;
    if (seen === undefined)
        return 'go';
    const [row, attachments, profiles] = await Promise.all([
        instance.read(kind, sysId),
        seen.attachments === undefined ? undefined : instance.attachments([sysId]),
        leavesUse(step) ? profilesOf(sysId, instance) : [],
    ]);
    if (row === undefined && step.do === 'delete')
        return 'done';
    const has = (wanted) => Object.entries(wanted).every(([column, value]) => row?.columns[column] === value);
    if (step.do === 'update' && row !== undefined && has(columns))
        return 'done';
    const [profile] = profiles;
    if (profile !== undefined)
        throw inUse(name, sysId, profile);
    if (row !== undefined && has(seen.columns) && attachments?.length === seen.attachments)
        return 'go';
    throw new errors/* CodedError */.AK('record.changed', `${name} (${sysId}) is not as it was when this run looked: something else has changed it`);
}
const leavesUse = (step) => step.kind === 'certificate' && (step.do === 'delete' || step.columns.active === 'false');
function repointParts(repointings, keystore, instance) {
    const isActive = (sysId) => isActiveKeystore(sysId, instance);
    const gone = notActive(keystore, repointings.map(({ step: { name } }) => name).join(', '));
    let toWrite = [];
    return {
        look: async () => {
            const seen = repointings.map(({ step, profile }) => requireAsSeen(step, profile, { keystore }, instance));
            const [active, ...found] = await Promise.all([isActive(keystore), ...seen]);
            toWrite = repointings.filter((_, index) => found[index] !== 'done');
            if (toWrite.length > 0 && !active)
                throw gone;
            return toWrite.length === 0 ? 'done' : 'go';
        },
        write: (written) => allOf(toWrite.map(({ profile }) => instance.update('protocol-profile', profile, { keystore }).then(written))),
        after: async () => {
            if (await isActive(keystore))
                return;
            await allOf(toWrite.map(async ({ step, profile }) => {
                const before = step.seen?.columns.keystore ?? '';
                if (before !== '' && (await isActive(before)))
                    await instance.update('protocol-profile', profile, { keystore: before });
            }));
            throw gone;
        },
    };
}
async function requireKeystoreOf({ name = '', keystore = '' }, found, instance) {
    const [profile, isActive] = await Promise.all([found, isActiveKeystore(keystore, instance)]);
    if (profile === undefined)
        throw new errors/* CodedError */.AK('record.changed', `protocol profile ${name} is not there any more`);
    if (isActive || profile.columns.keystore !== keystore)
        return;
    await instance.remove('protocol-profile', profile.sysId);
    throw notActive(keystore, name);
}
const isActiveKeystore = async (sysId, instance) => (await instance.find('certificate', [{ column: 'sys-id', operator: '=', value: sysId }]))[0]?.columns.active === 'true';
const notActive = (keystore, profiles) => new errors/* CodedError */.AK('record.changed', `certificate record ${keystore} is not active: ${profiles} cannot be pointed at it`);
async function allOf(writes) {
    const ended = await Promise.allSettled(writes);
    for (const result of ended)
        if (result.status === 'rejected')
            throw result.reason;
}
async function requireUnused(name, sysId, instance) {
    const [profile] = await profilesOf(sysId, instance);
    if (profile === undefined)
        return;
    await instance.update('certificate', sysId, { active: 'true' });
    throw inUse(name, sysId, profile);
}
const profilesOf = (keystore, instance) => instance.find('protocol-profile', [{ column: 'keystore', operator: '=', value: keystore }]);
const inUse = (name, sysId, { sysId: profile, columns }) => new errors/* CodedError */.AK('record.changed', `${name} (${sysId}) is used by protocol profile ${columns.name ?? profile} since this run looked`);

// EXTERNAL MODULE: ./src/plan/names.ts
var names = __webpack_require__(42471);
;// CONCATENATED MODULE: ./src/apply/rivals.ts


const LOOKS = 8;
const BETWEEN_LOOKS_MS = 250;
async function yieldToRivals(instance, kind, own, rivals, pause, stored) {
    const types = await instance.certificateTypes();
    for (let look = 1;; look += 1) {
        const rows = await instance.find(kind, conditionsOf(kind, rivals.name), stored);
        const mine = rows.find(({ sysId }) => sysId === own);
        if (mine === undefined)
            return undefined;
        const others = rows.filter((row) => row.sysId !== own && !isAsKnown(row, rivals) && isRival(row, mine, rivals.name, types));
        if (others.length === 0)
            return mine;
        const verdicts = others.map((other) => verdictOn(mine, other, rivals.name, kind));
        if (verdicts.includes('give way') || (look === LOOKS && verdicts.includes('wait'))) {
            await instance.remove(kind, own);
            const ids = others.map(({ sysId }) => sysId).join(', ');
            throw new errors/* CodedError */.AK('record.concurrent', `another run makes ${rivals.name} at the same time (${ids}); what this run made is deleted`);
        }
        if (!verdicts.includes('wait'))
            return mine;
        await pause(BETWEEN_LOOKS_MS);
    }
}
function conditionsOf(kind, name) {
    const exactly = { column: 'name', operator: '=', value: name };
    return kind === 'certificate' ? [exactly, { column: 'name', operator: 'STARTSWITH', value: `${name} (new ` }] : [exactly];
}
const isAsKnown = ({ sysId, columns }, { known }) => known.some((one) => one.sysId === sysId && one.name === columns.name && String(one.active) === columns.active);
function isRival(row, mine, name, types) {
    const is = (0,names/* generationOf */.gS)(name, row.columns.name ?? '')?.is;
    return (is === 'current' || is === 'new') && isOneKind(row, mine, types);
}
function isOneKind(one, other, { jks, pkcs12 }) {
    const isKeystore = ({ columns: { type } }) => type === jks || type === pkcs12;
    return one.columns.type === other.columns.type || (isKeystore(one) && isKeystore(other));
}
function verdictOn(mine, other, name, kind) {
    if (kind === 'certificate' && (other.columns.active === 'true' || other.columns.name === name))
        return 'give way';
    const [ours, theirs] = [mine.columns.created ?? '', other.columns.created ?? ''];
    if (ours !== theirs)
        return ours < theirs ? 'stay' : 'give way';
    return mine.sysId < other.sysId ? 'wait' : 'give way';
}

;// CONCATENATED MODULE: ./src/apply/place.ts



async function requirePlace({ name, profiles, staying }, own, instance) {
    if (profiles.length > 0) {
        const using = await instance.find('protocol-profile', [{ column: 'keystore', operator: '=', value: own }]);
        if (profiles.every((profile) => using.some(({ sysId }) => sysId === profile)))
            return;
        throw taken(`its protocol profile does not use certificate record ${own} any more`, name);
    }
    const types = await instance.certificateTypes();
    const rows = await instance.find('certificate', [
        { column: 'name', operator: '=', value: name },
        { column: 'name', operator: 'STARTSWITH', value: `${name} (` },
    ]);
    const mine = rows.find(({ sysId }) => sysId === own);
    if (mine === undefined)
        throw taken(`certificate record ${own} is not there any more`, name);
    const stays = ({ sysId, columns }) => staying.includes(sysId) && columns.name !== name;
    const before = rows.find((row) => row !== mine && !stays(row) && place_isRival(row, mine, name, types) && comesFirst(row, mine, name));
    if (before !== undefined)
        throw taken(`certificate record ${before.sysId} is active and comes before ${own}`, name);
}
const taken = (why, name) => new errors/* CodedError */.AK('record.changed', `another run is at work on ${name}: ${why}`);
function place_isRival(row, mine, name, types) {
    const is = (0,names/* generationOf */.gS)(name, row.columns.name ?? '')?.is;
    const isBesides = is === undefined || is === 'in use' || is === 'until';
    return row.columns.active === 'true' && !isBesides && isOneKind(row, mine, types);
}
const comesFirst = (row, mine, name) => row.columns.name === name || ageOf(row) < ageOf(mine);
const ageOf = ({ sysId, columns }) => `${columns.created ?? ''} ${sysId}`;

// EXTERNAL MODULE: ./src/plan/mark.ts
var mark = __webpack_require__(10818);
;// CONCATENATED MODULE: ./src/apply/step.ts







const MAX_CONTENT = 1024 * 1024;
function unitsOf(stage, hands) {
    const repointed = stage.flatMap((step) => (isRepointing(step) ? [step] : []));
    const [first] = repointed;
    if (first === undefined)
        return stage.map((step) => ({ step, ...partsOf(step, hands) }));
    const { instance, made } = hands;
    const repointings = repointed.map((step) => ({ step, profile: resolve(step.record, made) }));
    return [{ step: first, ...repointParts(repointings, resolve(first.columns.keystore, made), instance) }];
}
const isRepointing = (step) => step.do === 'update' && step.kind === 'protocol-profile' && typeof step.columns.keystore === 'object' && step.seen !== undefined;
function partsOf(step, hands) {
    const { instance, contents, made } = hands;
    switch (step.do) {
        case 'create':
            return createParts(step, hands);
        case 'set-password':
            return { write: () => instance.setPassword(resolve(step.record, made), contents.password(step.item)) };
        case 'attach':
            return { write: () => instance.attach(resolve(step.record, made), step.fileName, contents.content(step.item)) };
        case 'issue':
            return { write: () => issue(step, hands) };
        case 'probe':
            return { look: () => hands.gate(step.name, resolve(step.record, made)).then(() => 'done') };
        case 'check':
            return { look: () => check(step, hands).then(() => 'done') };
        case 'update':
            return updateParts(step, hands);
        case 'delete':
            return {
                look: () => requireAsSeen(step, step.record.sysId, {}, instance),
                write: () => instance.remove(step.kind, step.record.sysId),
            };
    }
}
function updateParts(step, { instance, made }) {
    const sysId = resolve(step.record, made);
    const columns = resolveAll(step.columns, made);
    const switchesOff = step.kind === 'certificate' && step.seen !== undefined && columns.active === 'false';
    const { place } = step;
    return {
        look: async () => {
            if (place !== undefined)
                await requirePlace(place, sysId, instance);
            return requireAsSeen(step, sysId, columns, instance);
        },
        write: () => instance.update(step.kind, sysId, columns),
        ...(switchesOff && { after: () => requireUnused(step.name, sysId, instance) }),
    };
}
function createParts(step, { instance, made, pause }) {
    const columns = resolveAll(step.columns, made);
    const write = async () => {
        made.set(step.item, await instance.create(step.kind, columns, step.known));
    };
    if (step.kind === 'certificate')
        return { write };
    const rivals = { name: columns.name ?? '', known: [] };
    const after = () => {
        const found = yieldToRivals(instance, step.kind, resolve({ made: step.item }, made), rivals, pause);
        return requireKeystoreOf(columns, found, instance);
    };
    return { write, after };
}
async function issue(step, hands) {
    const { instance, made, pause } = hands;
    const { rivals } = step;
    const sysId = resolve(step.record, made);
    const stored = { sysId, password: hands.contents.password(step.item) };
    const row = await yieldToRivals(instance, 'certificate', sysId, rivals, pause, stored);
    if (row === undefined)
        throw new errors/* CodedError */.AK('record.changed', `certificate record ${sysId} is not there any more`);
    const { content, sha256, notAfter, stored: told } = await hands.issue(step);
    const fileName = (0,mark/* formatMark */.ry)(step.identity, notAfter, sha256, step.extension, step.runId);
    const name = (0,names/* newName */.oW)(step.name, sha256);
    await allOf([instance.attach(sysId, fileName, content), instance.update('certificate', sysId, { name })]);
    await check({ do: 'check', record: { sysId }, columns: { name, active: 'false', type: step.type }, sha256, rivals }, hands);
    told?.();
}
function resolve(record, made) {
    if ('sysId' in record)
        return record.sysId;
    const sysId = made.get(record.made);
    if (sysId === undefined)
        throw new errors/* CodedError */.AK('internal', `the record of ${record.made} was not made before it was needed`);
    return sysId;
}
function resolveAll(columns, made) {
    const entries = Object.entries(columns);
    return Object.fromEntries(entries.map(([column, value]) => [column, typeof value === 'string' ? value : resolve(value, made)]));
}
const read = async (instance, sysId, stored) => (await instance.find('certificate', [{ column: 'sys-id', operator: '=', value: sysId }], stored))[0];
async function check(step, { instance, contents, made, pause }) {
    const sysId = resolve(step.record, made);
    const stored = step.password === undefined ? undefined : { sysId, password: contents.password(step.password) };
    const [row, attachments] = await Promise.all([
        step.rivals === undefined
            ? read(instance, sysId, stored)
            : yieldToRivals(instance, 'certificate', sysId, step.rivals, pause, stored),
        step.sha256 === undefined ? [] : instance.attachments([sysId]),
    ]);
    if (row === undefined)
        throw new errors/* CodedError */.AK('record.changed', `certificate record ${sysId} is not there any more`);
    for (const [column, value] of Object.entries(step.columns)) {
        if (row.columns[column] === value)
            continue;
        throw new errors/* CodedError */.AK('record.changed', `certificate record ${sysId}: ${column} is not what was written`);
    }
    if (step.sha256 === undefined)
        return;
    const [attachment] = attachments;
    if (attachment === undefined || attachments.length > 1) {
        throw new errors/* CodedError */.AK('record.changed', `certificate record ${sysId} has ${attachments.length} attachments where one is needed`);
    }
    const hash = attachment.hash === '' ? sha256Of(await instance.download(attachment.sysId, MAX_CONTENT)) : attachment.hash;
    if (step.sha256 === '' || !hash.startsWith(step.sha256)) {
        throw new errors/* CodedError */.AK('instance.attachment-damaged', `the attachment of certificate record ${sysId} is not what was sent`);
    }
}
const sha256Of = (bytes) => (0,external_node_crypto_.hash)('sha256', bytes, 'hex');

;// CONCATENATED MODULE: ./src/apply/apply.ts



const AT_A_TIME = 32;
async function carryOut(plan, hands, options) {
    const made = new Map();
    const running = new Map();
    const limited = (0,limiter/* createLimiter */.z)(AT_A_TIME);
    for (const change of plan.changes) {
        const needed = change.dependsOn.flatMap((item) => running.get(item) ?? []);
        const work = () => limited(() => carryOutChange(change, { ...hands, made }, options.stop));
        running.set(change.item, start(change, needed, work, options));
    }
    return Promise.all(running.values());
}
async function start(change, needed, work, options) {
    const missing = (await Promise.all(needed)).find(({ is }) => is !== 'done');
    const outcome = missing === undefined
        ? await work()
        : { change, is: 'stopped', because: `${missing.change.item} was not carried out`, begun: false };
    options.onOutcome(outcome);
    return outcome;
}
async function carryOutChange(change, hands, stop) {
    const stages = stagesOf(change.steps);
    let begun = false;
    let after = [];
    for (const stage of stages) {
        let units;
        try {
            units = stop.aborted ? [] : unitsOf(stage, hands);
        }
        catch (error) {
            return { change, is: 'failed', error: (0,errors/* toCoded */.rA)(error), step: stage[0], begun };
        }
        const toDo = new Set(units);
        const looks = units.map((unit) => ({
            step: unit.step,
            run: async () => {
                if ((await unit.look?.()) === 'done')
                    toDo.delete(unit);
            },
        }));
        const changed = await failureOf([...after, ...looks]);
        if (changed !== undefined)
            return { change, is: 'failed', ...changed, begun };
        if (stop.aborted)
            return { change, is: 'stopped', because: 'the run was told to end', begun };
        const written = () => void (begun = true);
        const writes = [...toDo].map(({ step, write }) => ({ step, run: async () => write?.(written).then(written) }));
        const broken = await failureOf(writes);
        after = [...toDo].flatMap(({ step, after: run }) => (run === undefined ? [] : [{ step, run }]));
        if (broken !== undefined) {
            if (stage.length > 1)
                await failureOf(after);
            return { change, is: 'failed', ...broken, begun };
        }
        begun = true;
    }
    const changed = await failureOf(after);
    return changed === undefined ? { change, is: 'done' } : { change, is: 'failed', ...changed, begun: stages.length > 1 };
}
async function failureOf(tasks) {
    const ended = await Promise.all(tasks.map(async ({ step, run }) => {
        try {
            await run();
            return undefined;
        }
        catch (error) {
            return { step, error: (0,errors/* toCoded */.rA)(error) };
        }
    }));
    return ended.find((failure) => failure !== undefined);
}
function stagesOf(steps) {
    const stages = [];
    for (const step of steps) {
        const last = stages.at(-1);
        const previous = last?.at(-1);
        if (last !== undefined && previous !== undefined && goesBeside(previous, step))
            last.push(step);
        else
            stages.push([step]);
    }
    return stages;
}
function goesBeside(previous, step) {
    if (previous.do === 'delete')
        return step.do === 'delete';
    return isRepointing(previous) && isRepointing(step);
}

;// CONCATENATED MODULE: ./src/plan/change-request.ts
function changeProblems(number, change, now) {
    const problem = (code, what) => ({ code, severity: 'error', message: `${number}: ${what}` });
    if (change === undefined)
        return [problem('change.missing', 'the account sees no such change request')];
    const { implementing, state, onHold, start, end } = change;
    const problems = [];
    if (!implementing)
        problems.push(problem('change.state', `its state is ${state === '' ? 'empty' : state}, not Implement`));
    if (onHold)
        problems.push(problem('change.state', 'it is on hold'));
    const [from, until] = [timeOf(start), timeOf(end)];
    if (from === undefined || until === undefined) {
        problems.push(problem('change.window', `its planned ${from === undefined ? 'start' : 'end'} date is empty`));
    }
    else if (now < from || now >= until) {
        problems.push(problem('change.window', `now is ${now < from ? 'before' : 'after'} its planned window, ${start} to ${end} UTC`));
    }
    return problems;
}
function timeOf(text) {
    return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? new Date(`${text.replace(' ', 'T')}Z`) : undefined;
}

// EXTERNAL MODULE: ./src/plan/plan.ts + 2 modules
var plan_plan = __webpack_require__(45682);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 3 modules
var schemas = __webpack_require__(63619);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/parse.js + 1 modules
var parse = __webpack_require__(23945);
;// CONCATENATED MODULE: ./src/plan/review.ts



const REVIEWED = schemas/* object */.Ikc({
    format: schemas/* literal */.euz(1),
    environment: schemas/* string */.YjP(),
    instance: schemas/* string */.YjP(),
    changes: schemas/* array */.YOg(schemas/* object */.Ikc({
        item: schemas/* string */.YjP(),
        table: schemas/* string */.YjP(),
        name: schemas/* string */.YjP(),
        sysId: schemas/* nullable */.mee(schemas/* string */.YjP()),
        contentHash: schemas/* nullable */.mee(schemas/* string */.YjP()),
        columns: schemas/* array */.YOg(schemas/* object */.Ikc({ column: schemas/* string */.YjP(), to: schemas/* string */.YjP() })),
    })),
});
function parseReviewed(text, file) {
    const fail = (what) => new errors/* CodedError */.AK('input.invalid', `input plan-file: ${file}: ${what}`);
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw fail('is not JSON');
    }
    const parsed = parse/* safeParse */.xL(REVIEWED, value);
    if (!parsed.success)
        throw fail('is not a plan that the command plan has written');
    return parsed.data;
}
function beyondReview(plan, reviewed, issued) {
    if (plan.changes.length === 0)
        return [];
    if (reviewed.environment !== plan.environment || reviewed.instance !== plan.instance) {
        return [`the reviewed plan is for ${reviewed.environment} on ${reviewed.instance}`];
    }
    return plan.changes.flatMap((change) => beyond(change, reviewed, issued));
}
function beyond(change, reviewed, issued) {
    const known = reviewed.changes.find(({ item }) => item === change.item);
    if (known === undefined)
        return [`${change.item}: this change was not in the reviewed plan`];
    const isUnknown = known.contentHash === null && issued.has(change.item);
    if (change.contentHash !== null && change.contentHash !== known.contentHash && !isUnknown) {
        return [`${change.item}: its content is another`];
    }
    if (change.table !== known.table || change.name !== known.name)
        return [`${change.item}: it is another record`];
    if (!isGeneration(change.item) && known.sysId !== null && change.sysId !== known.sysId) {
        return [`${change.item}: it is another record (${change.sysId ?? 'none'})`];
    }
    const seen = new Set(known.columns.map(({ column, to }) => essence(column, to)));
    return change.columns
        .filter(({ column, from, to }) => !seen.has(essence(column, to)) && !isOwnLeftover(change, from))
        .map(({ column, to }) => `${change.item}: ${column} would become ${to}`);
}
const isGeneration = (item) => item.startsWith('keystores.') || item.startsWith('trusted-certificates.');
const essence = (column, to) => JSON.stringify([column, (0,names/* withoutDate */.xv)(to)]);
function isOwnLeftover(change, name) {
    return name !== null && (0,names/* generationOf */.gS)(change.name, name)?.is === 'new';
}

// EXTERNAL MODULE: ./src/plan/conclude.ts + 1 modules
var conclude = __webpack_require__(98536);
// EXTERNAL MODULE: ./src/plan/family.ts
var plan_family = __webpack_require__(86975);
// EXTERNAL MODULE: ./src/plan/obstacles.ts
var plan_obstacles = __webpack_require__(73633);
// EXTERNAL MODULE: ./src/plan/shown.ts
var shown = __webpack_require__(99266);
// EXTERNAL MODULE: ./src/plan/issued.ts
var plan_issued = __webpack_require__(9702);
// EXTERNAL MODULE: ./src/plan/only.ts
var only = __webpack_require__(68373);
// EXTERNAL MODULE: ./src/plan/guards.ts
var guards = __webpack_require__(329);
// EXTERNAL MODULE: ./src/plan/summaries.ts
var summaries = __webpack_require__(45919);
// EXTERNAL MODULE: ./src/plan/record-steps.ts
var record_steps = __webpack_require__(5412);
// EXTERNAL MODULE: ./src/plan/references.ts
var references = __webpack_require__(47469);
// EXTERNAL MODULE: ./src/plan/requested.ts
var plan_requested = __webpack_require__(26791);
// EXTERNAL MODULE: ./src/plan/retiring.ts
var retiring = __webpack_require__(99051);
;// CONCATENATED MODULE: ./src/plan/rollback.ts














function computeRollback(input) {
    const { spec, observed } = input;
    const problems = [...input.problems];
    const changes = [];
    const unchanged = [];
    const others = [];
    const found = [];
    const inPlace = [];
    for (const wanted of [...input.keystores.values(), ...issuedInPlace(input), ...requestsInPlace(input)]) {
        const item = `keystores.${wanted.name}`;
        if (!(0,only/* isNamed */.ev)(item, input.only)) {
            others.push(item);
            inPlace.push(returnedTo(wanted, undefined, input));
            continue;
        }
        const planned = rollBack(wanted, input);
        inPlace.push(returnedTo(wanted, 'findings' in planned ? undefined : planned, input));
        if ('findings' in planned)
            found.push(...planned.findings.map((finding) => (0,errors/* problemOf */.Zw)(finding, item, wanted.at)));
        else if (planned.steps.length === 0)
            unchanged.push(item);
        else
            changes.push(changeOf(wanted, planned, observed));
    }
    const isKeystore = (item) => item.startsWith('keystores.');
    const strangers = (0,only/* strangersAmong */.KA)(input.only, spec, isKeystore, 'is no keystore, and only keystores are rolled back');
    problems.push(...strangers.problems);
    others.push(...strangers.names);
    others.push(...found.map(({ item }) => item));
    const someReturn = input.only.length === 0 && changes.length + unchanged.length > 0;
    problems.push(...(someReturn ? found.map(withoutGenerationIsFine) : found), ...(0,guards/* missingColumns */.Q)(observed));
    return (0,conclude/* concluded */._)(input, { depth: 'full', changes, unchanged, blocked: (0,conclude/* failedIn */.r)(problems), others, problems, inPlace });
}
const withoutGenerationIsFine = (problem) => problem.code === 'rollback.none' ? { ...problem, severity: 'warning' } : problem;
function issuedInPlace({ issued, observed, identity }) {
    return [...issued.values()].map(({ name, at, type }) => {
        const found = (0,plan_issued/* contentInPlace */.mi)((0,plan_family/* familyOf */.Ap)(observed, identity, 'keystore', name), observed);
        return { name, at, type, sha256: found?.sha256 ?? '' };
    });
}
function requestsInPlace({ requested, observed, identity }) {
    return [...requested.values()].map(({ name, at, type }) => {
        const { joined } = (0,plan_requested/* recordsOf */.M$)((0,plan_family/* familyOf */.Ap)(observed, identity, 'keystore', name), observed);
        return { name, at, type, sha256: joined?.sha256 ?? '' };
    });
}
function returnedTo(wanted, planned, { observed, identity }) {
    const { name } = wanted;
    const family = (0,plan_family/* familyOf */.Ap)(observed, identity, 'keystore', name);
    const current = family.find(({ generation, active }) => generation.is === 'current' && active);
    const target = planned?.target;
    const returns = target?.generation.is === 'retired' || target?.generation.is === 'in use';
    const used = planned && planned.steps.length > 0 && returns ? target : current;
    if (used === undefined)
        return { name, leaf: undefined };
    const given = (0,plan_family/* holds */.v9)(used, contentOf(wanted, observed), observed.opened) ? wanted.leaf : undefined;
    return { name, leaf: given ?? (0,summaries/* openedFactsOf */.WT)(used, observed)?.leaf };
}
const contentOf = ({ sha256, size, type }, { facts }) => ({
    sha256,
    size,
    type: facts.certificateTypes[type],
    secret: true,
});
function rollBack(wanted, input) {
    const { observed, identity, now } = input;
    const content = contentOf(wanted, observed);
    const family = (0,plan_family/* familyOf */.Ap)(observed, identity, 'keystore', wanted.name);
    const obstacles = (0,plan_obstacles/* obstaclesOf */._)(family);
    if (obstacles.length > 0)
        return { findings: obstacles };
    const current = family.find(({ generation, active }) => generation.is === 'current' && active);
    const returnable = (0,plan_family/* replacedOf */.kT)(family).find((member) => (0,plan_family/* isUsable */.Ng)(member, now));
    const begun = family.find(({ generation, active, whose }) => generation.is === 'retired' && active && whose === 'ours') ??
        (current === undefined && returnable?.active === true ? returnable : undefined);
    if (current === undefined && begun === undefined && wanted.sha256 === '') {
        return failure('rollback.none', 'nothing was published yet that could be returned from');
    }
    if ((0,plan_family/* isHeldBack */.PT)(family, content, observed.opened)) {
        const steps = begun === undefined || current !== undefined ? [] : [(0,record_steps/* update */.yo)({ sysId: begun.row.sysId }, begun.name, { name: wanted.name })];
        return { steps, target: begun, family };
    }
    const waiting = family.find((member) => member.generation.is === 'new' && !member.active && member.whose === 'ours' && (0,plan_family/* holds */.v9)(member, content, observed.opened));
    if (waiting !== undefined && current !== undefined) {
        const aside = (0,names/* keptName */.QQ)(wanted.name, 'rolled back', now, waiting.sha256);
        return { steps: [(0,record_steps/* change */.Zg)(waiting, { name: aside })], target: waiting, family };
    }
    if (current === undefined || !(0,plan_family/* holds */.v9)(current, content, observed.opened)) {
        return failure('rollback.unclear', 'the current generation does not hold what the spec says: it was not applied, or changed since');
    }
    const target = begun ?? returnable;
    if (target === undefined)
        return failure('rollback.none', 'there is no retired generation that is whole, valid and of this environment');
    const repointed = rollback_profilesOf(wanted.name, input).filter((row) => row.columns.keystore === current.row.sysId);
    const users = (0,retiring/* usersOf */.ev)(current, observed, repointed);
    const references = observed.references.get(current.row.sysId) ?? [];
    const known = users.filter((user) => !references.some(({ where, record }) => where === user && record === undefined));
    if (known.length > 0 || (users.length > 0 && input.confirm !== input.spec.environment.name)) {
        return failure('record.in-use', `${users.join(', ')} would still refer to what is rolled back`);
    }
    const staying = family.filter((member) => member.active && (0,retiring/* isBetween */.Bt)(member) && member !== target);
    return { steps: stepsOf(wanted.name, current, target, { repointed, staying }, now), target, family };
}
const failure = (code, message) => ({
    findings: [{ code, severity: 'error', message }],
});
function rollback_profilesOf(keystore, { spec, observed }) {
    const names = [...spec.protocolProfiles.values()].filter((profile) => profile.keystore === keystore).map(({ name }) => name);
    return names.flatMap((name) => {
        const resolved = (0,references/* resolveProfile */.mC)(observed, name);
        return 'row' in resolved && resolved.row !== undefined ? [resolved.row] : [];
    });
}
function stepsOf(name, current, target, { repointed, staying }, now) {
    const record = { sysId: target.row.sysId };
    const activate = [
        { do: 'check', record, columns: { name: target.name, active: 'false' }, sha256: target.sha256 },
        (0,record_steps/* update */.yo)(record, target.name, { active: 'true' }),
    ];
    return [
        ...(target.active ? [] : activate),
        ...repointed.map((row) => (0,record_steps/* repoint */.KT)(row, record)),
        (0,record_steps/* change */.Zg)(current, { name: (0,names/* keptName */.QQ)(name, 'rolled back', now, current.sha256), active: 'false' }),
        (0,record_steps/* takeName */.rv)(record, target.name, { name, active: 'true' }, repointed, staying),
    ];
}
function changeOf(wanted, { steps, target, family }, observed) {
    const { table, columns } = observed.tables.certificate;
    return {
        item: `keystores.${wanted.name}`,
        kind: 'rotate',
        table,
        name: wanted.name,
        sysId: target?.row.sysId ?? null,
        reason: 'rolled-back',
        columns: (0,shown/* shownColumns */.L)(wanted, target, steps, family).map((change) => ({
            ...change,
            column: columns[change.column] ?? change.column,
        })),
        contentHash: null,
        dependsOn: [],
        steps,
        notes: [],
    };
}

;// CONCATENATED MODULE: ./src/spec/location.ts
function locationOf(spec, item) {
    const end = item.indexOf('.');
    const [section, name] = [item.slice(0, end), item.slice(end + 1)];
    const absent = spec.absent.find((one) => one.section === section && one.name === name);
    if (absent !== undefined)
        return absent.at;
    switch (section) {
        case 'keystores':
            return (spec.keystores.get(name) ?? spec.existing.get(name))?.at;
        case 'trusted-certificates':
            return spec.trustedCertificates.get(name)?.at;
        case 'protocol-profiles':
            return spec.protocolProfiles.get(name)?.at;
        default:
            return spec.messages.find((message) => `${message.kind}s` === section && message.name === name)?.at;
    }
}

// EXTERNAL MODULE: ./src/x509/format.ts
var format = __webpack_require__(87181);
// EXTERNAL MODULE: ./src/commands/probes.ts
var probes = __webpack_require__(26631);
// EXTERNAL MODULE: ./src/commands/result.ts
var commands_result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/commands/survey.ts + 6 modules
var survey = __webpack_require__(77625);
;// CONCATENATED MODULE: ./src/commands/apply.ts











const applyCommand = (settings, ports) => carryOutPlan(settings, ports, plan_plan.computePlan);
const rollbackCommand = (settings, ports) => carryOutPlan(settings, ports, computeRollback);
const issuers = async (...context) => (await Promise.all(/* import() */[__webpack_require__.e(59), __webpack_require__.e(379), __webpack_require__.e(262), __webpack_require__.e(267)]).then(__webpack_require__.bind(__webpack_require__, 56267))).createIssuing(...context);
async function carryOutPlan(settings, ports, compute, maker = issuers) {
    const { command } = settings;
    const refused = refusal(settings, ports);
    if (refused !== undefined)
        return (0,commands_result/* failedResult */.Nq)([refused], command, settings.environment);
    const surveyed = await (0,survey/* survey */.Fr)(settings, ports, compute);
    const { environment, spec, depth, problems, plan, certificates, wanted, wiring, names, instance, content } = surveyed;
    const wholly = command !== 'apply' || settings.only.length === 0;
    const shown = { depth, certificates, publicKeystores: wanted?.publicKeystores ?? [], wiring, names };
    const result = { command, environment, ...shown, ...(wholly && { content }) };
    if (plan === undefined || wanted === undefined || instance === undefined || spec === undefined) {
        return { ...result, plan, outcomes: [], problems };
    }
    const looked = surveyed.remarks?.() ?? Promise.resolve([]);
    const unreviewed = await reviewProblems(plan, wanted, settings, ports);
    const unpromoted = await promotionProblems(content, settings, ports);
    const asked = await changeRequestOf(instance, settings, ports);
    if ((0,plan_plan.isStopped)(plan) || unreviewed.length > 0 || unpromoted.length > 0 || asked.problems.length > 0) {
        return {
            ...result,
            ...asked,
            plan,
            outcomes: [],
            problems: [...plan.problems, ...(await looked), ...unreviewed, ...unpromoted, ...asked.problems],
        };
    }
    const issuing = await maker(spec, wanted, ports, settings.confirm === environment);
    const probing = command === 'apply' ? await (0,probes/* probingFor */.t)({ spec, wanted, instance, settings, ports }) : probes/* NO_PROBING */.M;
    const hands = { instance, contents: wanted.contents, issue: issuing.issue, gate: probing.gate, pause: ports.pause };
    const outcomes = await carryOut(plan, hands, { stop: ports.stop, onOutcome: ports.onOutcome });
    const failures = outcomes.flatMap((outcome) => problemsOf(outcome, spec, ports.stop));
    const remarks = ports.stop.aborted ? [] : await looked;
    const undone = new Set([...plan.blocked, ...failures].map(({ item }) => item));
    const probed = ports.stop.aborted ? [] : await probing.rest((keystore) => undone.has(`keystores.${keystore}`));
    const captured = await capturedBy(instance, outcomes, ports);
    const lacking = command === 'apply' && spec.issuers.size > 0 ? await lackingSecrets(plan, spec, wanted, ports) : [];
    const carriedOut = {
        ...result,
        ...asked,
        plan,
        outcomes,
        captured,
        problems: [...plan.problems, ...remarks, ...issuing.problems, ...failures, ...probed, ...lacking],
    };
    return withIssued(carriedOut, issuing.issued, ports.now());
}
async function lackingSecrets({ changes }, spec, wanted, { values }) {
    const { lackingForRenewal } = await __webpack_require__.e(/* import() */ 530).then(__webpack_require__.bind(__webpack_require__, 21530));
    const issued = new Set(changes.flatMap(({ item, steps }) => (steps.some((step) => step.do === 'issue') ? [item] : [])));
    return lackingForRenewal(spec, wanted, values, (name) => issued.has(`keystores.${name}`));
}
async function capturedBy(instance, outcomes, { stop }) {
    const written = outcomes.flatMap((outcome) => outcome.is === 'done' ? outcome.change.steps.flatMap((step) => metadataIn(step, outcome.change.item)) : []);
    if (written.length === 0 || stop.aborted)
        return new Map();
    const sets = await instance.updateSets(written).catch(() => new Map());
    const byItem = new Map();
    for (const { item, sysId } of written) {
        const [known, set] = [byItem.get(item) ?? [], sets.get(sysId)];
        if (set !== undefined && !known.includes(set))
            byItem.set(item, [...known, set]);
    }
    return byItem;
}
function metadataIn(step, item) {
    if (step.do !== 'update' || !('sysId' in step.record))
        return [];
    const { kind, record } = step;
    return kind === 'certificate' || kind === 'protocol-profile' ? [] : [{ item, kind, sysId: record.sysId }];
}
function withIssued(result, issued, now) {
    const isIssued = ({ name, kind }) => kind !== 'trusted-certificate' && issued.some((one) => one.name === name);
    const summaries = issued.map(({ name, leaf }) => {
        const before = result.certificates.find((one) => one.kind === 'keystore' && one.name === name);
        if (before !== undefined && !isInUse(name, result.outcomes))
            return { ...before, next: { ...leaf, files: [] } };
        return { name, kind: 'keystore', ...leaf, daysRemaining: (0,format/* daysUntil */.AQ)(new Date(leaf.notAfter), now), files: [] };
    });
    const others = result.certificates.filter((one) => !isIssued(one));
    return {
        ...result,
        certificates: [...others, ...summaries],
        publicKeystores: [...result.publicKeystores.filter((one) => !isIssued(one)), ...issued],
    };
}
const isInUse = (name, outcomes) => outcomes.some(({ is, change: { item, steps } }) => is === 'done' &&
    item === `keystores.${name}` &&
    steps.some((step) => step.do === 'update' && 'made' in step.record && step.columns.active === 'true'));
function refusal(settings, ports) {
    if (ports.untrustedEvent === undefined || settings.allowUntrustedSpec)
        return undefined;
    const message = `event ${ports.untrustedEvent}: a spec that others may have written is not applied`;
    return (0,errors/* problemOf */.Zw)({ code: 'guard.untrusted-spec', severity: 'error', message }, '');
}
async function reviewProblems(plan, wanted, settings, ports) {
    const { expectedPlan, planFile } = settings;
    const changed = (message) => (0,errors/* problemOf */.Zw)({ code: 'plan.changed', severity: 'error', message }, '');
    const problems = [];
    if (expectedPlan !== undefined && expectedPlan !== plan.digest && plan.changes.length > 0) {
        problems.push(changed(`the plan is ${plan.digest}, not ${expectedPlan} as reviewed`));
    }
    if (planFile === undefined)
        return problems;
    try {
        const reviewed = parseReviewed(await ports.readPlanFile(planFile), planFile);
        const issued = new Set([...wanted.issued.keys()].map((name) => `keystores.${name}`));
        problems.push(...beyondReview(plan, reviewed, issued).map(changed));
    }
    catch (error) {
        problems.push((0,errors/* problemOf */.Zw)((0,errors/* toCoded */.rA)(error).toFinding(), ''));
    }
    return problems;
}
async function changeRequestOf(instance, { changeRequest: number }, ports) {
    if (number === undefined)
        return { problems: [] };
    try {
        const found = await instance.changeRequest(number);
        const problems = changeProblems(number, found, ports.now()).map((finding) => (0,errors/* problemOf */.Zw)(finding, ''));
        return found === undefined ? { problems } : { changeRequest: found, problems };
    }
    catch (error) {
        return { problems: [(0,errors/* problemOf */.Zw)((0,errors/* toCoded */.rA)(error).toFinding(), '')] };
    }
}
async function promotionProblems(content, settings, ports) {
    const { command, environment, promoteFrom } = settings;
    if (command !== 'apply' || promoteFrom === undefined || content === undefined)
        return [];
    const wrong = (what) => new errors/* CodedError */.AK('input.invalid', `input promote-from: ${promoteFrom}: ${what}`);
    try {
        if (!content.environments.includes(promoteFrom)) {
            throw wrong(`not one of the spec's environments: ${content.environments.join(', ')}`);
        }
        if (promoteFrom === (environment ?? content.environments[0]))
            throw wrong('is the environment itself');
        await ports.requirePromoted(promoteFrom, content.digest);
        return [];
    }
    catch (error) {
        return [(0,errors/* problemOf */.Zw)((0,errors/* toCoded */.rA)(error).toFinding(), '')];
    }
}
function problemsOf(outcome, spec, stop) {
    const told = (error) => (0,errors/* problemOf */.Zw)(error.toFinding(), outcome.change.item, locationOf(spec, outcome.change.item));
    switch (outcome.is) {
        case 'done':
            return [];
        case 'failed':
            return [told(outcome.error)];
        case 'stopped': {
            if (!stop.aborted)
                return [];
            return [told(new errors/* CodedError */.AK('timeout', `${outcome.begun ? 'not finished' : 'not begun'}: the run was told to end`))];
        }
    }
}


/***/ })

};
