export const id = 682;
export const ids = [682,919,971];
export const modules = {

/***/ 61200:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dN: () => (/* binding */ DEFAULT_WARN_IN_DAYS),
  Ox: () => (/* binding */ adopts),
  Be: () => (/* binding */ comparedOf),
  Xz: () => (/* binding */ planCertificate),
  P3: () => (/* binding */ planTrusted),
  wD: () => (/* binding */ reportContent),
  dc: () => (/* binding */ toldOf)
});

// EXTERNAL MODULE: ./src/x509/format.ts
var format = __webpack_require__(87181);
// EXTERNAL MODULE: ./src/plan/family.ts
var plan_family = __webpack_require__(86975);
// EXTERNAL MODULE: ./src/plan/findings.ts
var plan_findings = __webpack_require__(77913);
// EXTERNAL MODULE: ./src/plan/handover.ts
var handover = __webpack_require__(76404);
// EXTERNAL MODULE: ./src/plan/obstacles.ts
var obstacles = __webpack_require__(73633);
// EXTERNAL MODULE: ./src/plan/issued.ts
var issued = __webpack_require__(9702);
// EXTERNAL MODULE: ./src/plan/making.ts
var plan_making = __webpack_require__(37546);
// EXTERNAL MODULE: ./src/plan/names.ts
var names = __webpack_require__(42471);
// EXTERNAL MODULE: ./src/plan/record-steps.ts
var record_steps = __webpack_require__(5412);
// EXTERNAL MODULE: ./src/plan/retiring.ts
var retiring = __webpack_require__(99051);
// EXTERNAL MODULE: ./src/plan/shown.ts
var shown = __webpack_require__(99266);
;// CONCATENATED MODULE: ./src/plan/generations.ts








function chooseTarget(family, wanted, opened, now) {
    const activeOf = (members, is) => members.find(({ active, generation }) => active && generation.is === is);
    const heldBack = (0,plan_family/* isHeldBack */.PT)(family, wanted, opened);
    if (heldBack && wanted.atOnce) {
        const isCopy = ({ active, generation, mark }) => !active && generation.is === 'new' && wanted.runId !== undefined && mark?.runId === wanted.runId;
        const fitting = family.filter((member) => ((0,retiring/* isRolledBack */.Gm)(member) || isCopy(member)) && (0,plan_family/* holds */.v9)(member, wanted, opened));
        return fitting.sort((a, b) => (0,issued/* byRun */.jF)(a, b, wanted.runId))[0];
    }
    if (heldBack) {
        const aside = family.filter(retiring/* isSetAside */.JA);
        return (activeOf(family, 'current') ??
            activeOf(family, 'retired') ??
            [...aside, ...(0,plan_family/* replacedOf */.kT)(family)].find((member) => (0,plan_family/* isUsable */.Ng)(member, now)));
    }
    const holding = family
        .filter((member) => (0,plan_family/* isLive */.DG)(member) && (0,plan_family/* holds */.v9)(member, wanted, opened))
        .sort((a, b) => (0,issued/* byRun */.jF)(a, b, wanted.runId));
    const made = (is) => holding.find((member) => !member.active && member.generation.is === is && (member.whose === 'ours' || member.pasted));
    const current = activeOf(family, 'current');
    return (activeOf(holding, 'current') ??
        activeOf(holding, 'new') ??
        made('new') ??
        (current === undefined ? made('current') : undefined));
}
function planFamily(making, family, observed, profiles, now) {
    const heldBack = !making.atOnce && (0,plan_family/* isHeldBack */.PT)(family, making, observed.opened);
    const target = chooseTarget(family, making, observed.opened, now);
    if (heldBack && target === undefined)
        return nothingInstead(making);
    const record = target === undefined ? { made: making.item } : { sysId: target.row.sysId };
    const replaced = family.filter((member) => member.active && member !== target && ((0,plan_family/* isLive */.DG)(member) || (0,retiring/* isBetween */.Bt)(member)));
    const { waiting: kept, served } = making.requests ?? { waiting: [], served: [] };
    const stale = family.filter((member) => (0,retiring/* isStale */.QO)(member) && member !== target && ![...kept, ...served].includes(member.row.sysId));
    const set = family.filter((member) => (0,retiring/* isSetAside */.JA)(member) && member !== target);
    const first = replaced.length === 0;
    const drift = target === undefined ? {} : differing(making.compared, target.row);
    const endedBut = (leaving) => family.filter((member) => member !== target && (0,retiring/* hasEnded */.hY)(member, observed, leaving, now));
    const waitsUntil = (0,handover/* handoverOf */.h)(making, target, replaced, observed, now);
    if (waitsUntil !== undefined)
        return waiting({ making, family, observed, now, target, replaced, stale, ended: endedBut([]) }, waitsUntil);
    const ended = endedBut(profiles);
    const unused = (members) => members.filter((member) => (0,retiring/* usersOf */.ev)(member, observed, []).length === 0);
    const steps = unused(stale).map((member) => (0,record_steps/* remove */.TF)(member));
    if (target === undefined)
        steps.push(...(0,plan_making/* make */.L8)(making, family));
    else if (!target.active)
        steps.push(...(heldBack ? [(0,plan_making/* wakened */.uc)(target)] : (0,plan_making/* finish */.O9)(making, target)));
    const rename = target?.name !== making.name ? { name: making.name } : {};
    if (target?.active !== true) {
        if (making.probed)
            steps.push({ do: 'probe', record, item: making.item, name: making.name });
        steps.push((0,record_steps/* update */.yo)(record, target?.name ?? (0,names/* comingName */.tu)(making.name, making.sha256), { active: 'true', ...drift, ...(first && rename) }));
    }
    const repointed = profiles.filter((row) => [...replaced, ...stale, ...set, ...ended].some(({ row: { sysId } }) => sysId === row.columns.keystore));
    steps.push(...repointed.map((row) => (0,record_steps/* repoint */.KT)(row, record)));
    const aside = [...replaced, ...ended, ...set];
    const taken = new Set(family.map(({ name }) => name));
    const stepping = aside.map((member) => ({ member, steps: (0,retiring/* retire */.S5)(member, making, { observed, repointed, now, taken }) }));
    steps.push(...stepping.flatMap((one) => one.steps));
    const staying = stepping.filter((one) => one.steps.length === 0).map(({ member }) => member);
    const takes = !first || target?.active === true;
    const changed = target?.active === true ? drift : {};
    const uses = ({ columns }) => columns.keystore === target?.row.sysId && making.profiles.includes(columns.name ?? '');
    const users = profiles.filter((row) => repointed.includes(row) || uses(row));
    if ('name' in rename && takes && making.secret)
        steps.push((0,record_steps/* takeName */.rv)(record, making.name, { name: making.name, active: 'true', ...changed }, users, staying));
    else {
        const last = { ...('name' in rename && takes && { ...rename, active: 'true' }), ...changed };
        if (Object.keys(last).length > 0)
            steps.push((0,record_steps/* update */.yo)(record, making.name, last));
    }
    const freed = stale.filter((member) => !unused(stale).includes(member));
    steps.push(...freed.filter((member) => (0,retiring/* usersOf */.ev)(member, observed, repointed).length === 0).map((member) => (0,record_steps/* remove */.TF)(member)));
    steps.push(...(0,retiring/* surplus */.tI)(family, making, observed, repointed, aside, target, heldBack));
    const done = heldBack ? [] : unused(family.filter(({ row }) => served.includes(row.sysId)));
    steps.push(...done.map((member) => (0,record_steps/* remove */.TF)(member)));
    return {
        steps,
        ...(heldBack && target?.active === false ? WAKENED : kindOf(making, { target, replaced, stale, ended, drift, done })),
        columns: (0,shown/* shownColumns */.L)(making, target, steps, family),
        record,
        sysId: (target ?? replaced[0])?.row.sysId ?? null,
        publishes: target?.active !== true && !heldBack,
        heldBack,
        notes: (0,shown/* notesOf */.h)(making, replaced, stale),
    };
}
const WAKENED = { kind: 'update', reason: 'inactive' };
function nothingInstead(making) {
    const message = 'what the spec asks for was rolled back, and there is no other generation that could be used instead';
    return {
        steps: [],
        ...WAKENED,
        columns: [],
        record: { made: making.item },
        sysId: null,
        publishes: false,
        heldBack: true,
        finding: { code: 'rollback.none', severity: 'error', message },
        notes: [],
    };
}
function waiting({ making, family, observed, now, target, replaced, stale, ended }, waitsUntil) {
    const used = replaced.find(({ generation }) => generation.is === 'current');
    const drift = used === undefined ? {} : differing(making.compared, used.row);
    const taken = new Set(family.map(({ name }) => name));
    const leftovers = stale.filter((member) => (0,retiring/* usersOf */.ev)(member, observed, []).length === 0);
    const steps = leftovers.map((member) => (0,record_steps/* remove */.TF)(member));
    if (target === undefined)
        steps.push(...(0,plan_making/* make */.L8)(making, family));
    if (used !== undefined && Object.keys(drift).length > 0)
        steps.push((0,record_steps/* update */.yo)({ sysId: used.row.sysId }, used.name, drift));
    for (const member of ended)
        steps.push(...(0,retiring/* retire */.S5)(member, making, { observed, repointed: [], now, taken }));
    const record = used === undefined ? { made: making.item } : { sysId: used.row.sysId };
    return {
        steps,
        kind: target === undefined ? 'rotate' : 'update',
        reason: target === undefined ? 'handover' : Object.keys(drift).length > 0 ? 'column-differs' : 'leftover',
        columns: (0,shown/* shownColumns */.L)({ name: (0,names/* comingName */.tu)(making.name, making.sha256), waits: true }, used, steps, family),
        record,
        sysId: used?.row.sysId ?? null,
        publishes: target === undefined,
        heldBack: false,
        waitsUntil,
        notes: (0,shown/* notesOf */.h)(making, [], stale),
    };
}
function differing(compared, row) {
    return Object.fromEntries(Object.entries(compared).filter(([column, value]) => row.columns[column] !== value));
}
function kindOf(making, { target, replaced, stale, ended, drift, done }) {
    const begun = target !== undefined && ['new', 'retired', 'in use'].includes(target.generation.is);
    if (making.handoverMs > 0 && target?.generation.is === 'new' && !target.active && replaced.length > 0) {
        return { kind: 'rotate', reason: 'handover' };
    }
    if (target !== undefined && (0,retiring/* isRolledBack */.Gm)(target))
        return { kind: 'rotate', reason: 'rotated' };
    if (target?.active === true && target.generation.is === 'current') {
        if (Object.keys(drift).length > 0)
            return { kind: 'update', reason: 'column-differs' };
        if (replaced.length > 0)
            return { kind: 'update', reason: 'leftover' };
        const [member] = ended;
        if (member !== undefined)
            return { kind: 'update', reason: member.generation.is === 'until' ? 'overlap-ended' : 'unused' };
        return { kind: 'delete', reason: stale.length + done.length > 0 ? 'leftover' : 'surplus' };
    }
    if (replaced.length > 0 || target?.active === true) {
        if (begun)
            return { kind: 'rotate', reason: 'unfinished' };
        if (making.secret && replaced.some(({ whose }) => whose === 'other-instance'))
            return { kind: 'rotate', reason: 'other-instance' };
        const whole = replaced.every((member) => member.pasted || member.attachments.length === 1);
        return { kind: 'rotate', reason: whole ? 'content-changed' : 'not-whole' };
    }
    if (target === undefined)
        return { kind: 'create', reason: stale.length > 0 ? 'unfinished' : 'missing' };
    return begun ? { kind: 'create', reason: 'unfinished' } : { kind: 'update', reason: 'inactive' };
}

// EXTERNAL MODULE: ./src/plan/mark.ts
var mark = __webpack_require__(10818);
// EXTERNAL MODULE: ./src/plan/summaries.ts
var summaries = __webpack_require__(45919);
;// CONCATENATED MODULE: ./src/plan/certificates.ts








const DEFAULT_WARN_IN_DAYS = 30;
function planTrusted(ledger, name) {
    const wanted = ledger.input.trusted.get(name);
    if (wanted === undefined)
        return;
    const { observed, identity } = ledger.input;
    const pastes = wanted.format === 'pem' && wanted.pem.length <= observed.facts.pemMaxLength;
    const item = `trusted-certificates.${name}`;
    const notes = wanted.format === 'pem' && !pastes
        ? [`the PEM is longer than ${observed.facts.pemMaxLength} characters: it is attached as DER`]
        : [];
    const told = toldOf(ledger, item, ledger.input.spec.trustedCertificates.get(name));
    const making = {
        item,
        name,
        sha256: wanted.sha256,
        size: wanted.size,
        type: observed.facts.certificateTypes.trusted,
        secret: false,
        stands: wanted.isFormatGiven ? (pastes ? 'pasted' : 'attached') : undefined,
        columns: {
            format: pastes ? 'pem' : 'der',
            ...(pastes && { pem: wanted.pem }),
            'warn-in-days': String(wanted.warnInDays ?? DEFAULT_WARN_IN_DAYS),
            ...told,
        },
        compared: { ...comparedOf(wanted), ...told },
        fileName: pastes ? undefined : (0,mark/* formatMark */.ry)(identity, wanted.certificate.notAfter, wanted.sha256, 'cer'),
        replaced: { as: 'until', overlapMs: wanted.overlapMs },
        handoverMs: 0,
        atOnce: false,
        profiles: [],
        probed: false,
    };
    planCertificate(ledger, making, 'trusted-certificate', wanted, [], notes);
}
function toldOf(ledger, item, spec) {
    if (spec?.notify === undefined)
        return {};
    const found = spec.notify.map((name) => ({ name, ...(ledger.input.observed.people.get(name) ?? { table: '', sysIds: [] }) }));
    const findings = found.flatMap(({ name, table, sysIds }) => {
        if (sysIds.length === 1)
            return [];
        const what = sysIds.length === 0 ? 'has no active record' : `has ${sysIds.length} active records`;
        const code = sysIds.length === 0 ? 'record.missing' : 'record.ambiguous';
        const hint = 'name a user by user ID or email; a group can only be told where the column of the instance holds groups';
        return [{ code, severity: 'error', message: `notify: ${table} ${what} named ${name}`, hint }];
    });
    ledger.report(item, spec.at, findings);
    return { notify: [...new Set(found.flatMap(({ sysIds }) => sysIds))].sort().join(',') };
}
function adopts(ledger, kind, name) {
    const { keystores, trustedCertificates } = ledger.input.spec;
    return (kind === 'keystore' ? keystores : trustedCertificates).get(name)?.adopt === true;
}
function planCertificate(ledger, making, kind, wanted, profiles, notes, reason) {
    const { observed, identity, now, writes } = ledger.input;
    const { item, name } = making;
    const family = (0,plan_family/* familyOf */.Ap)(observed, identity, kind, name);
    ledger.report(item, wanted.at, (0,obstacles/* obstaclesOf */._)(family, adopts(ledger, kind, name)));
    const planned = planFamily(making, family, observed, profiles, now);
    const inUse = kind === 'keystore' ? (0,summaries/* inUseOf */.Mf)(family, observed) : undefined;
    if (kind === 'keystore')
        ledger.inPlace.push((0,summaries/* inPlaceOf */.sV)(making, planned, { inUse: inUse?.leaf, wanted: wanted.leaf, writes }));
    const coming = planned.heldBack ? [] : wanted.findings;
    const findings = coming.map((finding) => (0,plan_findings/* weighed */.a7)(finding, planned.publishes, wanted.accept, ledger.input));
    reportContent(ledger, item, wanted.at, findings, planned.publishes);
    if (planned.publishes && kind === 'keystore' && making.requests === undefined)
        ledger.report(item, wanted.at, endsEarlier(wanted.leaf, family, observed));
    const stays = planned.heldBack || planned.waitsUntil !== undefined || !writes;
    const told = (one) => coming.some(({ code, message }) => code === one.code && message === one.message);
    const present = stays ? (inUse?.findings ?? []).filter((finding) => !told(finding)) : [];
    const weighedPresent = present.map((finding) => (0,plan_findings/* weighed */.a7)(finding, false, wanted.accept, ledger.input));
    ledger.report(item, wanted.at, weighedPresent, false);
    ledger.report(item, wanted.at, (0,summaries/* deniedOf */.tJ)(family, observed));
    if (planned.heldBack) {
        const message = 'this content was rolled back: the generation before stays in use';
        ledger.report(item, wanted.at, [{ code: 'keystore.held-back', severity: 'notice', message }]);
    }
    ledger.report(item, wanted.at, unsureIn(family, planned.steps, observed), false);
    if (planned.finding !== undefined)
        ledger.report(item, wanted.at, [planned.finding]);
    if (planned.waitsUntil !== undefined)
        ledger.report(item, wanted.at, [waitsFor(planned.waitsUntil, now, wanted.leaf, planned.publishes)]);
    if (ledger.isBlocked(item))
        return;
    ledger.records.set(item, planned);
    if (planned.steps.length === 0) {
        ledger.unchanged.push(item);
        return;
    }
    const { table, columns } = observed.tables.certificate;
    ledger.changes.push({
        item,
        kind: planned.kind,
        table,
        name,
        sysId: planned.sysId,
        reason: planned.publishes ? (reason ?? planned.reason) : planned.reason,
        columns: planned.columns.map((change) => ({ ...change, column: columns[change.column] ?? change.column })),
        contentHash: planned.publishes && making.sha256 !== '' ? making.sha256 : null,
        dependsOn: [],
        steps: planned.steps,
        notes: planned.publishes ? [...notes, ...planned.notes] : planned.notes,
    });
}
function reportContent(ledger, item, at, findings, publishes) {
    for (const finding of findings)
        ledger.report(item, at, [finding], publishes && finding.code !== 'certificate.expiring');
}
function endsEarlier(leaf, family, observed) {
    const used = family.find(({ active, generation, whose }) => active && generation.is === 'current' && whose !== 'other-instance');
    const end = used === undefined ? Infinity : (0,handover/* endOf */.p)(used, observed);
    if (leaf === undefined || end === Infinity || new Date(leaf.notAfter).getTime() >= end)
        return [];
    const before = new Date(end).toISOString().slice(0, 19) + 'Z';
    const shown = leaf.notAfter.slice(0, 10) === before.slice(0, 10) ? 20 : 10;
    const message = `its certificate ends on ${leaf.notAfter.slice(0, shown)}, earlier than the one in use (${before.slice(0, shown)})`;
    return [{ code: 'keystore.ends-earlier', severity: 'warning', message }];
}
const isInUse = (name) => typeof name === 'string' && / \(in use [^()]+\)$/.test(name);
const comparedOf = (wanted) => wanted.warnInDays === undefined ? {} : { 'warn-in-days': String(wanted.warnInDays) };
function waitsFor(until, now, leaf, publishes) {
    const days = Math.ceil((until.getTime() - now.getTime()) / format/* DAY */.d_);
    const lasts = leaf === undefined ? '' : ` (valid from ${leaf.notBefore.slice(0, 10)} until ${leaf.notAfter.slice(0, 10)})`;
    const message = `a new keystore${lasts} is ${publishes ? 'to be published first' : 'published'} and not used before ${until.toISOString().slice(0, 10)} (in ${days} days)`;
    return { code: 'keystore.waits', severity: 'notice', message };
}
function unsureIn(family, steps, { references }) {
    return family.flatMap(({ row, name, active, generation }) => {
        const found = references.get(row.sysId) ?? [];
        if (!active || found.length === 0 || found.some(({ record }) => record !== undefined))
            return [];
        const renamed = steps.some((step) => step.do === 'update' && 'sysId' in step.record && step.record.sysId === row.sysId && isInUse(step.columns.name));
        if (generation.is !== 'in use' && !renamed)
            return [];
        const unread = [...new Set(found.map(({ where }) => where))].join(', ');
        const message = `${name} (${row.sysId}) is replaced and stays active: it may be referred to by what the account cannot see: ${unread}`;
        return [{ code: 'record.references-unknown', severity: 'warning', message }];
    });
}


/***/ }),

/***/ 98536:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ concluded),
  r: () => (/* binding */ failedIn)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/plan/names.ts
var names = __webpack_require__(42471);
;// CONCATENATED MODULE: ./src/plan/digest.ts


function digestOf(plan) {
    const text = JSON.stringify([plan.format, plan.environment, plan.instance, plan.changes.map(essenceOf).sort()]);
    return `sha256:${(0,external_node_crypto_.hash)('sha256', text, 'hex')}`;
}
function essenceOf(change) {
    const columns = change.columns.map(({ column, from, to }) => [
        column,
        from === null ? null : (0,names/* withoutDate */.xv)(from),
        (0,names/* withoutDate */.xv)(to),
    ]);
    return JSON.stringify([change.kind, change.table, change.name, change.sysId, columns, change.reason, change.contentHash]);
}

// EXTERNAL MODULE: ./src/plan/guards.ts
var guards = __webpack_require__(329);
// EXTERNAL MODULE: ./src/plan/only.ts
var plan_only = __webpack_require__(68373);
// EXTERNAL MODULE: ./src/plan/summaries.ts
var summaries = __webpack_require__(45919);
;// CONCATENATED MODULE: ./src/plan/conclude.ts




function concluded(input, found) {
    const { spec, observed, only, now } = input;
    const { depth, unchanged, blocked, others = [] } = found;
    const limited = (0,plan_only/* limitTo */.$J)(found.changes, [...unchanged, ...blocked.keys(), ...others], only);
    const { changes } = limited;
    const problems = [...found.problems, ...limited.problems, ...(0,guards/* guardsFor */.q)(input, changes)];
    const essence = { format: 1, environment: spec.environment.name, instance: observed.facts.origin, changes };
    return {
        ...essence,
        depth,
        unchanged,
        blocked: [...blocked].map(([item, because]) => ({ item, because })),
        certificates: (0,summaries.summariesOf)(input, now, found.inPlace),
        problems: (0,plan_only/* limitProblems */.Kc)(problems, blocked, only),
        digest: digestOf(essence),
    };
}
const failedIn = (problems) => new Map(problems.flatMap(({ severity, item }) => (severity === 'error' && item !== '' ? [[item, item]] : [])));


/***/ }),

/***/ 6685:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qp: () => (/* binding */ planEndpoints),
/* harmony export */   SR: () => (/* binding */ schemesLeft),
/* harmony export */   Vr: () => (/* binding */ quietMethods),
/* harmony export */   d8: () => (/* binding */ endpointWarnings),
/* harmony export */   oz: () => (/* binding */ methodsOf),
/* harmony export */   yO: () => (/* binding */ withoutScheme)
/* harmony export */ });
const MAX_REST_ENDPOINT = 200;
const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
const schemeOf = (endpoint) => SCHEME.exec(endpoint)?.[1]?.toLowerCase();
const methodsOf = ({ methods }, { sysId }) => methods.filter(({ message }) => message === sysId);
function writing(changed, tables) {
    return {
        columns: changed.map(({ method, to }) => {
            const column = tables[method.kind].columns.endpoint ?? 'endpoint';
            return { column: `${column} of ${method.name}`, from: method.endpoint ?? null, to };
        }),
        steps: changed.map(({ method: { kind, sysId, name }, to }) => ({
            do: 'update',
            kind,
            record: { sysId },
            name,
            columns: { endpoint: to },
        })),
    };
}
const LEFT_ALONE = { own: undefined, beside: { columns: [], steps: [] }, findings: [] };
const quietMethods = (methods) => methods.filter(({ mutualAuthentication, profile }) => !mutualAuthentication || profile === '');
function planEndpoints({ kind, rewriteEndpoint, protocolProfile: profile, mutualAuthentication: on }, row, methods, tables) {
    if (!rewriteEndpoint || profile === undefined)
        return LEFT_ALONE;
    const rewritten = (endpoint) => on
        ? endpoint.replace(SCHEME, `${profile}://`)
        : schemeOf(endpoint) === profile
            ? endpoint.replace(SCHEME, 'https://')
            : endpoint;
    const own = row.columns.endpoint === undefined ? undefined : rewritten(row.columns.endpoint);
    const changed = (on ? methods : quietMethods(methods)).flatMap((method) => {
        const { endpoint = '' } = method;
        return rewritten(endpoint) === endpoint ? [] : [{ method, to: rewritten(endpoint) }];
    });
    const findings = [];
    const unclear = (message) => void findings.push({ code: 'record.unclear', severity: 'error', message });
    if (kind === 'rest-message' && [own ?? '', ...changed.map(({ to }) => to)].some(({ length }) => length > MAX_REST_ENDPOINT))
        unclear(`the rewritten endpoint is longer than ${MAX_REST_ENDPOINT} characters`);
    if (kind === 'soap-message' && !methods.some(({ endpoint }) => endpoint !== undefined))
        unclear('no function of the message tells its endpoint: there is none, or the account may not read them');
    return { own, beside: writing(changed, tables), findings };
}
function withoutScheme(scheme, methods, tables) {
    const changed = methods.flatMap((method) => {
        const { endpoint = '' } = method;
        return schemeOf(endpoint) === scheme ? [{ method, to: endpoint.replace(SCHEME, 'https://') }] : [];
    });
    return writing(changed, tables);
}
const endpointsOf = (row, methods) => [
    { whose: 'its endpoint', endpoint: row.columns.endpoint },
    ...methods.map(({ name, endpoint }) => ({ whose: `the endpoint of its method ${name}`, endpoint })),
];
function schemesLeft(row, methods, profiles) {
    const names = new Set(profiles.map(({ columns }) => columns.name));
    return endpointsOf(row, methods).flatMap(({ whose, endpoint = '' }) => {
        const scheme = schemeOf(endpoint);
        if (scheme === undefined || ['http', 'https'].includes(scheme) || !names.has(scheme))
            return [];
        const message = `${whose} begins with ${scheme}://: it is called over that profile though mutual authentication is off`;
        return [{ code: 'message.endpoint', severity: 'warning', message }];
    });
}
function endpointWarnings({ rewriteEndpoint, protocolProfile: profile }, row, methods) {
    if (profile === undefined)
        return [];
    return endpointsOf(row, methods).flatMap(({ whose, endpoint = '' }) => {
        const scheme = schemeOf(endpoint);
        if (rewriteEndpoint) {
            if (scheme !== undefined || endpoint === '')
                return [];
            const message = `${whose} has no scheme to be rewritten: what it becomes when it is called is for whoever sets its variables`;
            return [{ code: 'message.endpoint', severity: 'warning', message }];
        }
        if (scheme === undefined || ['http', 'https', profile].includes(scheme))
            return [];
        const message = `${whose} begins with ${scheme}://, and not with https:// or the profile's ${profile}://: it is called over another profile, or not at all`;
        return [{ code: 'message.endpoint', severity: 'warning', message }];
    });
}


/***/ }),

/***/ 329:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ missingColumns),
/* harmony export */   q: () => (/* binding */ guardsFor)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42471);


const MOST_DELETIONS = 5;
const isRenewal = ({ item, name, reason }, issued) => item.startsWith('keystores.') && issued.has(name) && ['renewal-due', 'handover', 'unfinished', 'surplus'].includes(reason);
function guardsFor(input, changes) {
    const { spec, observed, confirm, removal, writes, issued } = input;
    const { environment, keystores } = spec;
    if (confirm === environment.name)
        return [];
    const problems = [];
    const guard = (code, message, severity = 'error') => {
        problems.push({ code, severity, item: '', message, hint: _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ERRORS */ .Sr[code].hint });
    };
    const size = writes ? 'error' : 'warning';
    if (removal === 'destroy' && changes.length > 0) {
        const other = confirm === '' ? '' : `; confirm says ${confirm}`;
        guard('guard.destroy', `${changes.length} items of environment ${environment.name} would be taken away${other}`);
    }
    const { origin, name } = observed.facts;
    const host = new URL(origin).hostname;
    const expected = /^([a-z0-9-]+)\.service-now\.com$/.exec(host)?.[1];
    if (expected !== undefined && name !== '' && name.toLowerCase() !== expected) {
        guard('guard.instance-name', `the instance at ${host} says that its name is ${name}`);
    }
    if (environment.protected && environment.instance !== origin) {
        guard('guard.origin', `environment ${environment.name} is protected and stands for ${environment.instance}, not ${origin}`);
    }
    const unasked = changes.filter((change) => !isRenewal(change, issued));
    const rotations = unasked.filter(({ kind, item }) => kind === 'rotate' && item.startsWith('keystores.')).length;
    if (rotations > 1 && rotations * 2 > keystores.size) {
        guard('guard.rotations', `${rotations} of ${keystores.size} keystores would be rotated at once`, size);
    }
    const deleted = unasked.flatMap(({ name, steps }) => steps.filter((step) => step.do === 'delete' && (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .generationOf */ .gS)(name, step.name)?.is !== 'new'));
    const deletions = deleted.length;
    if (deletions > MOST_DELETIONS)
        guard('guard.deletions', `${deletions} records would be deleted at once`, size);
    return problems;
}
function missingColumns({ facts, tables }) {
    return facts.missingColumns.map(({ kind, column }) => {
        const { table, columns } = tables[kind];
        const message = `table ${table} of the instance has no column ${columns[column] ?? column}`;
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .problemOf */ .Zw)({ code: 'instance.column-dropped', severity: 'error', message }, '');
    });
}


/***/ }),

/***/ 76404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ handoverOf),
/* harmony export */   p: () => (/* binding */ endOf)
/* harmony export */ });
/* harmony import */ var _spec_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23803);

function handoverOf(making, target, replaced, observed, now) {
    const used = replaced.find(({ generation, whose }) => generation.is === 'current' && whose !== 'other-instance');
    if (making.handoverMs === 0 || making.atOnce || used === undefined || target?.active === true)
        return undefined;
    if (target !== undefined && target.generation.is !== 'new')
        return undefined;
    const published = target === undefined ? now : timeOf(target.row.columns.created ?? '');
    const until = new Date(Math.min(published.getTime() + making.handoverMs, endOf(used, observed) - _spec_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .BETWEEN_RUNS */ .o8));
    return until > now ? until : undefined;
}
function endOf({ row, mark }, { opened }) {
    const content = opened.get(row.sysId);
    const leaf = content?.kind === 'issued' || content?.kind === 'requested'
        ? content.facts.leaf
        : content?.kind === 'different'
            ? content.leaf
            : undefined;
    if (leaf !== undefined)
        return new Date(leaf.notAfter).getTime();
    return mark === undefined ? Infinity : timeOf(dashed(mark.notAfter)).getTime();
}
const dashed = (date) => date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3 00:00:00');
function timeOf(text) {
    const time = Date.parse(`${text.slice(0, 19).replace(' ', 'T')}Z`);
    return new Date(Number.isNaN(time) ? 0 : time);
}


/***/ }),

/***/ 13577:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   Qc: () => (/* binding */ otherFormat),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   rB: () => (/* binding */ byRecord),
/* harmony export */   xL: () => (/* binding */ examinationOf)
/* harmony export */ });
function kindOf({ columns: { type } }, types) {
    if (type === types.jks || type === types.pkcs12)
        return 'keystore';
    return type === types.trusted ? 'trusted' : 'other';
}
function otherFormat({ columns }, { certificateTypes: types }, format, what) {
    if (format === undefined || types[format] === columns.type || ![types.jks, types.pkcs12].includes(columns.type ?? ''))
        return [];
    const names = { jks: 'JKS', pkcs12: 'PKCS#12' };
    const message = `${what} is of the type ${columns.type ?? ''}, and its file is ${names[format]}: whether that is read hangs on the Java of the instance`;
    return [{ code: 'keystore.other-type', severity: 'warning', message }];
}
function examinationOf({ facts, advice, records, attachments }, purpose, tables) {
    const told = (table, rows) => 'rows' in rows
        ? { table, rows: rows.rows.length, refused: null }
        : { table, rows: null, refused: `${rows.refused.code}: ${rows.refused.message}` };
    const kinds = Object.entries(tables);
    const sorted = [...(advice.properties ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
        instance: facts.origin,
        instanceName: facts.name,
        for: purpose,
        roles: advice.roles?.toSorted() ?? null,
        tables: [...kinds.map(([kind, table]) => told(table, records[kind])), told('sys_attachment', attachments)],
        certificateTypes: advice.typeLabels ?? null,
        properties: advice.properties === undefined ? null : Object.fromEntries(sorted),
    };
}
const rowsOf = (told) => ('rows' in told ? told.rows : []);
function byRecord(attachments) {
    const found = new Map();
    for (const attachment of rowsOf(attachments)) {
        const own = found.get(attachment.recordId) ?? [];
        own.push(attachment);
        found.set(attachment.recordId, own);
    }
    return found;
}


/***/ }),

/***/ 51481:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  je: () => (/* binding */ extensionOf),
  Lo: () => (/* binding */ planExisting),
  k6: () => (/* binding */ planKeystore)
});

// EXTERNAL MODULE: ./src/plan/certificates.ts + 1 modules
var certificates = __webpack_require__(61200);
// EXTERNAL MODULE: ./src/plan/family.ts
var plan_family = __webpack_require__(86975);
// EXTERNAL MODULE: ./src/plan/findings.ts
var plan_findings = __webpack_require__(77913);
// EXTERNAL MODULE: ./src/plan/obstacles.ts
var obstacles = __webpack_require__(73633);
// EXTERNAL MODULE: ./src/plan/health.ts
var health = __webpack_require__(13577);
// EXTERNAL MODULE: ./src/plan/issued.ts
var plan_issued = __webpack_require__(9702);
// EXTERNAL MODULE: ./src/plan/mark.ts
var mark = __webpack_require__(10818);
// EXTERNAL MODULE: ./src/plan/requested.ts
var plan_requested = __webpack_require__(26791);
// EXTERNAL MODULE: ./src/x509/format.ts
var format = __webpack_require__(87181);
// EXTERNAL MODULE: ./src/plan/handover.ts
var handover = __webpack_require__(76404);
// EXTERNAL MODULE: ./src/plan/summaries.ts
var summaries = __webpack_require__(45919);
;// CONCATENATED MODULE: ./src/plan/revoking.ts





function revocations(family, { observed, now }, wanted, kept) {
    const told = family.flatMap((member) => {
        const { row, name, whose, mark, attachments } = member;
        if (whose === 'other-instance' || attachments.length === 0 || (0,plan_family/* holds */.v9)(member, wanted, observed.opened))
            return [];
        const opened = observed.opened.get(row.sysId);
        if (opened?.kind === 'requested' && opened.facts.placeholder)
            return [];
        const leaf = opened?.kind === 'unreadable' ? opened.leaf : (0,summaries/* openedFactsOf */.WT)(member, observed)?.leaf;
        if (leaf !== undefined) {
            if (leaf.fingerprint256 === kept?.fingerprint256 || new Date(leaf.notAfter) <= now)
                return [];
            return [`revoke the certificate ${leaf.serialNumber} of ${leaf.issuer}`];
        }
        const ends = (0,handover/* endOf */.p)(member, observed);
        if ((0,plan_requested/* isMarkedAsRequest */.MM)(member) || ends + format/* DAY */.d_ <= now.getTime())
            return [];
        const until = mark === undefined ? 'if it is still valid' : `which is valid until ${new Date(ends).toISOString().slice(0, 10)}`;
        const why = opened !== undefined && 'why' in opened ? `: ${opened.why}` : '';
        return [`revoke the certificate of ${name} (${row.sysId}), ${until}: its serial number is not known here${why}`];
    });
    return [...new Set(told)].map((message) => ({ code: 'keystore.revoke', severity: 'warning', message }));
}
function purgesNot(family, making, { observed }) {
    const used = family.find(({ active, generation }) => active && generation.is === 'current');
    if (used === undefined || !(0,plan_family/* holds */.v9)(used, making, observed.opened))
        return [];
    const message = `input rotate-purge: the key in use, in ${used.name} (${used.row.sysId}), is the one that the spec gives, and stays`;
    return [{ code: 'keystore.not-purged', severity: 'warning', message }];
}

;// CONCATENATED MODULE: ./src/plan/unseen.ts
const currentOf = (family) => family.find(({ active, generation }) => active && generation.is === 'current');
function recordUnseen(item, family) {
    const current = currentOf(family);
    return current === undefined ? { made: item } : { sysId: current.row.sysId };
}
function changeUnseen(item, name, leaf, family, { tables: { certificate } }) {
    const current = currentOf(family);
    const until = current?.mark?.notAfter;
    const wanted = leaf?.notAfter.slice(0, 10).replaceAll('-', '');
    const differs = until !== undefined && wanted !== undefined && until !== wanted;
    const cloned = current?.whose === 'other-instance';
    if (current !== undefined && !differs && !cloned)
        return undefined;
    return {
        item,
        kind: current === undefined ? 'create' : 'rotate',
        table: certificate.table,
        name,
        sysId: current?.row.sysId ?? null,
        reason: current === undefined ? 'missing' : cloned ? 'other-instance' : 'content-changed',
        columns: current === undefined ? [{ column: certificate.columns.name ?? 'name', from: null, to: name }] : [],
        contentHash: null,
        dependsOn: [],
        steps: [],
        notes: ['its secrets are withheld from this run, so that its content is not known'],
    };
}

;// CONCATENATED MODULE: ./src/plan/keystores.ts











function planKeystore(ledger, name) {
    const { keystores, issued, requested, unseen, identity } = ledger.input;
    const wanted = keystores.get(name);
    if (wanted !== undefined) {
        const fileName = (0,mark/* formatMark */.ry)(identity, wanted.leaf.notAfter, wanted.sha256, extensionOf(wanted.type));
        const making = { ...makingOf(ledger, wanted), sha256: wanted.sha256, size: wanted.size, fileName };
        ledger.report(making.item, wanted.at, (0,plan_requested/* givenUp */.bW)(familyIn(ledger, name)), false);
        const findings = [...wanted.findings, ...(0,plan_findings/* tooLong */.Po)(wanted, ledger.input.observed.facts)];
        (0,certificates/* planCertificate */.Xz)(ledger, making, 'keystore', { ...wanted, findings }, profilesOf(ledger, name), wanted.putRight);
        if (!(0,plan_issued/* isNamed */.ev)(ledger.input.rotation.purge, name))
            return;
        const family = familyIn(ledger, name);
        const told = [...purgesNot(family, making, ledger.input), ...revocations(family, ledger.input, making, wanted.leaf)];
        ledger.report(making.item, wanted.at, told, false);
        return;
    }
    const asked = issued.get(name);
    if (asked !== undefined)
        planIssued(ledger, asked);
    const request = requested.get(name);
    if (request !== undefined)
        planRequested(ledger, request);
    const hidden = unseen.get(name);
    if (hidden !== undefined)
        planUnseen(ledger, hidden);
}
const familyIn = ({ input: { observed, identity } }, name) => (0,plan_family/* familyOf */.Ap)(observed, identity, 'keystore', name);
function planExisting(ledger, { name, at }) {
    const item = `keystores.${name}`;
    const family = familyIn(ledger, name);
    const [current, second] = family.filter(({ active, generation }) => active && generation.is === 'current');
    if (second !== undefined)
        ledger.report(item, at, (0,obstacles/* obstaclesOf */._)(family, true));
    else if (current === undefined) {
        const message = 'the instance has no active keystore of this name';
        const hint = 'correct the name; on an instance that it was not exported from, replace `existing: true` by a source';
        ledger.report(item, at, [{ code: 'record.missing', severity: 'error', message, hint }]);
    }
    else if (current.attachments.length !== 1) {
        const message = `the record ${current.name} (${current.row.sysId}) has ${current.attachments.length} attachments instead of one`;
        ledger.report(item, at, [{ code: 'record.unclear', severity: 'error', message }]);
    }
    if (current === undefined || ledger.isBlocked(item))
        return;
    ledger.records.set(item, { record: { sysId: current.row.sysId }, publishes: false, steps: [], heldBack: false });
    ledger.unchanged.push(item);
    const { opened, facts } = ledger.input.observed;
    const content = opened.get(current.row.sysId);
    const format = content?.kind === 'different' || content?.kind === 'unreadable' ? content.format : undefined;
    ledger.report(item, at, (0,health/* otherFormat */.Qc)(current.row, facts, format, 'the record'), false);
    if (content?.kind === 'different' && content.leaf !== undefined) {
        ledger.inPlace.push({ name, leaf: content.leaf });
        const findings = (content.findings ?? []).map((finding) => (0,plan_findings/* weighed */.a7)(finding, false, [], ledger.input));
        ledger.report(item, at, findings, false);
    }
    else {
        const why = content?.kind === 'unreadable' || content?.kind === 'denied' ? `: ${content.why}` : '';
        const message = `how long its certificate is valid cannot be told without its password${why}`;
        ledger.report(item, at, [{ code: 'keystore.unwatched', severity: 'notice', message }]);
    }
}
function makingOf(ledger, { name, type, keepPrevious, handoverMs, warnInDays }) {
    const { spec, observed, rotation } = ledger.input;
    const profiles = [...spec.protocolProfiles.values()].filter(({ keystore }) => keystore === name);
    const purged = (0,plan_issued/* isNamed */.ev)(rotation.purge, name);
    const told = (0,certificates/* toldOf */.dc)(ledger, `keystores.${name}`, spec.keystores.get(name));
    return {
        item: `keystores.${name}`,
        name,
        type: observed.facts.certificateTypes[type],
        secret: true,
        columns: { 'warn-in-days': String(warnInDays ?? certificates/* DEFAULT_WARN_IN_DAYS */.dN), ...told },
        compared: { ...(0,certificates/* comparedOf */.Be)({ warnInDays }), ...told },
        replaced: { as: 'retired', keep: purged ? 0 : keepPrevious },
        handoverMs,
        atOnce: (0,plan_issued/* isNamed */.ev)(rotation.rotate, name) || purged,
        profiles: profiles.map((profile) => profile.name),
        probed: spec.probes.some((probe) => probe.required && profiles.some((profile) => profile.name === probe.protocolProfile)),
    };
}
function profilesOf(ledger, keystore) {
    const { spec } = ledger.input;
    const family = new Set(familyIn(ledger, keystore).map(({ row }) => row.sysId));
    return [...spec.protocolProfiles.values()].flatMap((profile) => {
        const row = ledger.profileRows.get(profile.name);
        return row !== undefined && (profile.keystore === keystore || family.has(row.columns.keystore ?? '')) ? [row] : [];
    });
}
function planIssued(ledger, wanted) {
    const { observed, identity, now, rotation } = ledger.input;
    const { name, type } = wanted;
    const family = familyIn(ledger, name);
    const settled = (0,plan_issued/* settleIssued */.FP)(wanted, family, observed, { now, rotation });
    const making = makingOf(ledger, wanted);
    ledger.report(making.item, wanted.at, settled.findings);
    ledger.report(making.item, wanted.at, (0,plan_requested/* givenUp */.bW)(family), false);
    const { copied, facts } = settled;
    const outlives = settled.reason === 'renewal-due' ? facts?.leaf.notAfter : undefined;
    const root = copied === undefined ? (0,plan_issued/* rootInUse */.Tn)(family, observed) : undefined;
    const copies = copied === undefined ? undefined : facts?.sha256;
    const { runId } = rotation;
    const issue = {
        item: making.item,
        name,
        type: making.type,
        extension: extensionOf(type),
        identity,
        outlives,
        runId,
        root,
        copies,
    };
    const how = {
        ...making,
        sha256: settled.sha256,
        fileName: undefined,
        atOnce: settled.atOnce,
        runId,
        ...(settled.sha256 === '' && { issue }),
        ...(copied?.generation.is === 'new' && { requests: { waiting: [], served: [copied.row.sysId] } }),
    };
    const given = settled.sha256 === '' ? [] : (settled.facts?.findings ?? []);
    const findings = [...wanted.findings, ...(0,plan_findings/* tooLong */.Po)(wanted, observed.facts), ...given];
    const leaf = settled.sha256 === '' ? undefined : settled.facts?.leaf;
    const terms = { at: wanted.at, accept: wanted.accept, findings, leaf };
    const reason = settled.sha256 === '' && isOwnReason(settled.reason) ? settled.reason : undefined;
    (0,certificates/* planCertificate */.Xz)(ledger, how, 'keystore', terms, profilesOf(ledger, name), settled.notes, reason);
    if ((0,plan_issued/* isNamed */.ev)(rotation.purge, name))
        ledger.report(making.item, wanted.at, revocations(family, ledger.input, how, leaf), false);
}
function planRequested(ledger, wanted) {
    const { observed, identity, now, rotation } = ledger.input;
    const { name, type, at, findings } = wanted;
    const making = makingOf(ledger, wanted);
    const { item } = making;
    const family = familyIn(ledger, name);
    const records = (0,plan_requested/* recordsOf */.M$)(family, observed);
    const { joined, requests, served } = records;
    if (joined === undefined) {
        ledger.report(item, at, [...findings, ...(0,summaries/* deniedOf */.tJ)(family, observed)]);
        ledger.report(item, at, (0,plan_requested/* whyNotJoined */.p7)(wanted, records, family, observed));
        leaveAsItIs(ledger, wanted, family);
        return;
    }
    const rotated = (0,plan_issued/* isNamed */.ev)(rotation.purge, name) || (0,plan_issued/* isNamed */.ev)(rotation.rotate, name);
    const run = rotated ? rotation.runId : undefined;
    const how = {
        ...making,
        sha256: joined.sha256,
        fileName: (0,mark/* formatMark */.ry)(identity, joined.leaf.notAfter, joined.sha256, extensionOf(type), run),
        requests: { waiting: idsOf(requests.filter((member) => !served.includes(member))), served: idsOf(served) },
    };
    const holding = family.filter((member) => (0,plan_family/* holds */.v9)(member, how, observed.opened));
    const used = holding.find(({ active, generation }) => active && generation.is === 'current');
    const isNew = holding.length === 0;
    if (isNew)
        ledger.report(item, at, [...otherRoot(ledger, wanted, family), ...(0,plan_requested/* remarksOn */.rc)(records)]);
    ledger.report(item, at, (0,plan_requested/* rotatesNot */.i6)(name, used, rotation));
    const terms = {
        at,
        accept: wanted.accept,
        findings: [...joined.findings, ...(0,plan_findings/* tooLong */.Po)(wanted, observed.facts)],
        leaf: joined.leaf,
    };
    const whose = served.length > 0 ? 'the key that waited for it' : 'its key, which is on the instance';
    (0,certificates/* planCertificate */.Xz)(ledger, how, 'keystore', terms, profilesOf(ledger, name), [`the certificate is joined with ${whose}`]);
    if (!isNew || !ledger.isBlocked(item))
        ledger.report(item, at, (0,plan_requested/* standing */.JA)(wanted, records, now), false);
    if ((0,plan_issued/* isNamed */.ev)(rotation.purge, name))
        ledger.report(item, at, revocations(family, ledger.input, how, joined.leaf), false);
}
function otherRoot({ input }, wanted, family) {
    const { observed, spec, confirm, writes } = input;
    const why = confirm === spec.environment.name ? undefined : (0,plan_requested/* rootDiffers */.G9)(wanted, family, observed);
    return why === undefined ? [] : [{ code: 'guard.root', severity: writes ? 'error' : 'warning', message: why }];
}
function leaveAsItIs(ledger, { name, at, accept }, family) {
    const { observed } = ledger.input;
    const item = `keystores.${name}`;
    ledger.report(item, at, (0,obstacles/* obstaclesOf */._)(family, (0,certificates/* adopts */.Ox)(ledger, 'keystore', name)));
    const current = family.find(({ active, generation }) => active && generation.is === 'current');
    const opened = current && observed.opened.get(current.row.sysId);
    if (opened?.kind === 'requested') {
        ledger.inPlace.push({ name, leaf: opened.facts.leaf });
        const findings = opened.facts.findings.map((finding) => (0,plan_findings/* weighed */.a7)(finding, false, accept, ledger.input));
        ledger.report(item, at, findings, false);
    }
    if (current?.attachments.length !== 1 || current.whose === 'other-instance')
        ledger.block(item, item);
    if (current === undefined || ledger.isBlocked(item))
        return;
    ledger.records.set(item, { record: { sysId: current.row.sysId }, publishes: false, steps: [], heldBack: false });
    ledger.unchanged.push(item);
}
function planUnseen(ledger, { name, at, leaf, findings, accept }) {
    const { observed, identity, spec } = ledger.input;
    const item = `keystores.${name}`;
    const family = (0,plan_family/* familyOf */.Ap)(observed, identity, 'keystore', name);
    const source = spec.keystores.get(name)?.source;
    const isSigned = source?.kind === 'request' && source.certificate !== undefined && (leaf !== undefined || 'secret' in source.certificate);
    if (source?.kind === 'request' && !isSigned) {
        ledger.report(item, at, [(0,plan_requested/* waits */.l4)(family.filter(plan_requested/* isMarkedAsRequest */.MM))]);
        leaveAsItIs(ledger, { name, at, accept }, family);
        return;
    }
    ledger.report(item, at, (0,obstacles/* obstaclesOf */._)(family, (0,certificates/* adopts */.Ox)(ledger, 'keystore', name)));
    const change = changeUnseen(item, name, leaf, family, observed);
    const publishes = change !== undefined;
    const told = findings.map((finding) => (0,plan_findings/* weighed */.a7)(finding, publishes, accept, ledger.input));
    (0,certificates/* reportContent */.wD)(ledger, item, at, told, publishes);
    if (ledger.isBlocked(item))
        return;
    ledger.records.set(item, { record: recordUnseen(item, family), publishes, heldBack: false, steps: [] });
    ledger.settle(change, item);
}
const idsOf = (members) => members.map(({ row }) => row.sysId);
const extensionOf = (type) => (type === 'jks' ? 'jks' : 'p12');
const isOwnReason = (reason) => ['renewal-due', 'request-changed', 'rotated', 'handover'].includes(reason);


/***/ }),

/***/ 37546:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L8: () => (/* binding */ make),
/* harmony export */   O9: () => (/* binding */ finish),
/* harmony export */   uc: () => (/* binding */ wakened)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42471);

function make(making, family) {
    const record = { made: making.item };
    const known = family.map(({ row: { sysId }, name, active }) => ({ sysId, name, active }));
    const rivals = { name: making.name, known };
    const columns = { name: (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .newName */ .oW)(making.name, making.sha256), active: 'false', type: making.type, ...making.columns };
    const steps = [
        { do: 'create', kind: 'certificate', item: making.item, columns, known: known.map(({ sysId }) => sysId) },
    ];
    if (making.secret)
        steps.push({ do: 'set-password', record, item: making.item });
    if (making.issue !== undefined)
        return [...steps, { do: 'issue', record, ...making.issue, rivals }];
    if (making.fileName !== undefined) {
        steps.push({ do: 'attach', record, item: making.item, fileName: making.fileName });
    }
    const sha256 = making.fileName === undefined ? undefined : making.sha256;
    const written = { name: columns.name, active: 'false', type: making.type };
    return [...steps, { do: 'check', record, columns: written, sha256, ...passwordOf(making), rivals }];
}
const passwordOf = ({ secret, item }) => secret ? { password: item } : {};
function finish(making, target) {
    const record = { sysId: target.row.sysId };
    const check = {
        do: 'check',
        record,
        columns: { name: target.name, active: 'false', type: making.type },
        sha256: target.pasted ? undefined : making.sha256,
        ...passwordOf(making),
    };
    return making.secret ? [{ do: 'set-password', record, item: making.item }, check] : [check];
}
const wakened = (target) => ({
    do: 'check',
    record: { sysId: target.row.sysId },
    columns: { name: target.name, active: 'false' },
    sha256: target.sha256,
});


/***/ }),

/***/ 73633:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ obstaclesOf)
/* harmony export */ });
/* harmony import */ var _family_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86975);

function obstaclesOf(family, adopt = false) {
    const live = family.filter(_family_js__WEBPACK_IMPORTED_MODULE_0__/* .isLive */ .DG);
    const current = live.filter(({ generation, active }) => generation.is === 'current' && active);
    const findings = [];
    if (current.length > 1) {
        const ids = current.map(({ row }) => row.sysId).join(', ');
        findings.push({
            code: 'record.ambiguous',
            severity: 'error',
            message: `${current.length} active certificate records have this name: ${ids}`,
            hint: 'keep the one that profiles point at active, and make the others inactive or rename them',
        });
    }
    for (const member of live) {
        if (member.whose !== 'other-owner' && member.whose !== 'other-environment')
            continue;
        const message = member.whose === 'other-owner'
            ? `the record ${member.name} (${member.row.sysId}) is marked as another repository's`
            : `the record ${member.name} (${member.row.sysId}) is marked as belonging to environment ${member.mark?.environment ?? ''}`;
        findings.push(adopt
            ? {
                code: 'record.adopted',
                severity: 'notice',
                message: `${message}: it is taken over, and keeps that mark until its content changes; until then neither destroy nor absent takes it away`,
            }
            : { code: `record.${member.whose}`, severity: 'error', message });
    }
    return findings;
}


/***/ }),

/***/ 68373:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ limitTo),
/* harmony export */   KA: () => (/* binding */ strangersAmong),
/* harmony export */   Kc: () => (/* binding */ limitProblems),
/* harmony export */   ev: () => (/* binding */ isNamed)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

const isNamed = (item, only) => only.length === 0 || only.some((name) => names(name, item));
function limitProblems(problems, blocked, only) {
    const causes = new Set([...blocked].filter(([item]) => isNamed(item, only)).map(([, because]) => because));
    const counts = (problem) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .stopsRun */ .PW)(problem) || isNamed(problem.item, only) || causes.has(problem.item);
    return problems.map((problem) => problem.severity !== 'error' || counts(problem) ? problem : { ...problem, severity: 'warning' });
}
const nameOf = (item) => item.slice(item.indexOf('.') + 1);
const names = (only, item) => only === item || only === nameOf(item);
function limitTo(changes, others, only) {
    if (only.length === 0)
        return { changes, problems: [] };
    const items = [...changes.map(({ item }) => item), ...others];
    const unknown = only.filter((name) => !items.some((item) => names(name, item)));
    const limited = changes.filter(({ item }) => only.some((name) => names(name, item)));
    const problems = [
        ...unknown.map((name) => invalid(`input only: ${name}: the spec has no such item`, 'check the name')),
        ...limited.flatMap((change) => missingOf(change, limited)),
    ];
    return { changes: limited, problems };
}
function strangersAmong(only, spec, isMeant, what) {
    const { keystores, existing, trustedCertificates, protocolProfiles, messages } = spec;
    const items = [
        ...[...keystores.keys(), ...existing.keys()].map((name) => `keystores.${name}`),
        ...[...trustedCertificates.keys()].map((name) => `trusted-certificates.${name}`),
        ...[...protocolProfiles.keys()].map((name) => `protocol-profiles.${name}`),
        ...messages.map(({ kind, name }) => `${kind}s.${name}`),
    ];
    const strangers = only.filter((name) => {
        const named = items.filter((item) => names(name, item));
        return named.length > 0 && !named.some(isMeant);
    });
    return { names: strangers, problems: strangers.map((name) => invalid(`input only: ${name}: ${what}`, 'name such a keystore')) };
}
function missingOf(change, changes) {
    const missing = change.dependsOn.filter((needed) => !changes.some(({ item }) => item === needed));
    return missing.map((needed) => invalid(`input only: ${change.item} needs ${needed}, which has to be changed before it`, 'name it, too'));
}
const invalid = (message, hint) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .problemOf */ .Zw)({ code: 'input.invalid', severity: 'error', message, hint }, '');


/***/ }),

/***/ 55971:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Um: () => (/* binding */ seekProfile),
/* harmony export */   n9: () => (/* binding */ planMessage),
/* harmony export */   rA: () => (/* binding */ planProfile),
/* harmony export */   remarksOnMethods: () => (/* binding */ remarksOnMethods)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _endpoints_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6685);
/* harmony import */ var _known_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86437);
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47469);




const DEFAULT_PORT = 443;
function seekProfile(ledger, name) {
    const { spec, observed } = ledger.input;
    const resolved = (0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveProfile */ .mC)(observed, name);
    const at = spec.protocolProfiles.get(name)?.at;
    if ('row' in resolved)
        ledger.profileRows.set(name, resolved.row);
    else if (at !== undefined)
        ledger.report(`protocol-profiles.${name}`, at, [resolved.finding]);
}
function planProfile(ledger, profile) {
    const { observed } = ledger.input;
    const item = `protocol-profiles.${profile.name}`;
    const needed = `keystores.${profile.keystore}`;
    if (ledger.isBlocked(item, [needed]))
        return;
    const family = ledger.records.get(needed);
    if (family === undefined)
        return;
    const row = ledger.profileRows.get(profile.name);
    const repoints = ({ steps }) => steps.some((step) => step.do === 'update' && step.kind === 'protocol-profile' && 'sysId' in step.record && step.record.sysId === row?.sysId);
    const before = ledger.changes.filter(repoints).map((change) => change.item);
    ledger.profileRecords.set(profile.name, row === undefined ? { made: item } : { sysId: row.sysId });
    ledger.settle((0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .planColumns */ .j7)({
        section: 'protocol-profiles',
        kind: 'protocol-profile',
        name: profile.name,
        at: profile.at,
        columns: {
            name: profile.name,
            keystore: family.record,
            ...(profile.port !== undefined && { port: String(profile.port) }),
        },
        refersTo: { keystore: needed },
        initially: { port: String(DEFAULT_PORT) },
        dependsOn: [...new Set([...ledger.changing(needed), ...before])],
        settled: before.includes(needed) ? ['keystore'] : [],
    }, row, observed.tables), item);
}
function planMessage(ledger, message) {
    const { observed } = ledger.input;
    const section = `${message.kind}s`;
    const item = `${section}.${message.name}`;
    const resolved = (0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveMessage */ .IY)(observed, {
        kind: message.kind,
        name: message.name,
        scope: message.scope,
        sysId: message.sysId,
    });
    if ('finding' in resolved)
        ledger.report(item, message.at, [resolved.finding]);
    else if (resolved.row !== undefined && message.mutualAuthentication)
        ledger.report(item, message.at, (0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .messageWarnings */ .FU)(resolved.row));
    const needed = message.protocolProfile === undefined ? [] : [`protocol-profiles.${message.protocolProfile}`];
    if (ledger.isBlocked(item, needed) || 'finding' in resolved || resolved.row === undefined)
        return;
    const methods = (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__/* .methodsOf */ .oz)(observed, resolved.row);
    const endpoints = (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__/* .planEndpoints */ .Qp)(message, resolved.row, methods, observed.tables);
    ledger.report(item, message.at, [...endpoints.findings, ...schemeWarnings(message, resolved.row, observed)]);
    if (ledger.isBlocked(item, needed))
        return;
    const record = ledger.profileRecords.get(message.protocolProfile ?? '');
    const keystore = ledger.input.spec.protocolProfiles.get(message.protocolProfile ?? '')?.keystore;
    const keystores = keystore === undefined ? [] : [`keystores.${keystore}`];
    ledger.report(item, message.at, (0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .methodWarnings */ .pC)(observed, resolved.row, message));
    planAsMode(ledger, message, (0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .planColumns */ .j7)({
        section,
        kind: message.kind,
        name: message.name,
        at: message.at,
        columns: {
            'mutual-authentication': String(message.mutualAuthentication),
            ...(record !== undefined && { 'protocol-profile': record }),
            ...(endpoints.own !== undefined && { endpoint: endpoints.own }),
        },
        refersTo: { 'protocol-profile': needed[0] ?? '' },
        initially: {},
        dependsOn: [...needed, ...keystores].flatMap((dependency) => ledger.changing(dependency)),
        settled: [],
        beside: endpoints.beside,
    }, resolved.row, observed.tables), item);
}
function schemeWarnings(message, row, observed) {
    const methods = (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__/* .methodsOf */ .oz)(observed, row);
    const { protocolProfile: profile, mutualAuthentication, rewriteEndpoint } = message;
    const given = { protocolProfile: profile, rewriteEndpoint: rewriteEndpoint && mutualAuthentication };
    const others = observed.profiles.filter(({ columns }) => !rewriteEndpoint || columns.name !== profile);
    const left = mutualAuthentication ? [] : (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__/* .schemesLeft */ .SR)(row, (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__/* .quietMethods */ .Vr)(methods), others);
    return [...(0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__/* .endpointWarnings */ .d8)(given, row, methods), ...left];
}
function remarksOnMethods(spec, observed) {
    return spec.messages.flatMap((message) => {
        const { kind, name, scope, sysId, at } = message;
        const resolved = (0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveMessage */ .IY)(observed, { kind, name, scope, sysId });
        if ('finding' in resolved || resolved.row === undefined)
            return [];
        const told = schemeWarnings(message, resolved.row, { ...observed, methods: [] }).map((finding) => finding.message);
        const besides = schemeWarnings(message, resolved.row, observed).filter((finding) => !told.includes(finding.message));
        const findings = [...besides, ...(0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .methodWarnings */ .pC)(observed, resolved.row, message)];
        return findings.map((finding) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .problemOf */ .Zw)(finding, `${kind}s.${name}`, at));
    });
}
function planAsMode(ledger, { mode, at }, change, item) {
    if (mode === 'enforce' || change === undefined) {
        ledger.settle(change, item);
        return;
    }
    const names = (0,_known_names_js__WEBPACK_IMPORTED_MODULE_3__/* .namesIn */ .wX)([change], ledger.input.observed);
    const differs = change.columns.map(({ column, from, to }) => `${column} is '${(0,_known_names_js__WEBPACK_IMPORTED_MODULE_3__/* .namedValue */ .vW)(from ?? '', names)}' and not '${to}'`);
    const message = `is not as it is required to be: ${differs.join(', ')}`;
    ledger.report(item, at, [{ code: 'message.required', severity: 'error', message }]);
}


/***/ }),

/***/ 45682:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  computePlan: () => (/* binding */ computePlan),
  isStopped: () => (/* binding */ isStopped)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/plan/certificates.ts + 1 modules
var certificates = __webpack_require__(61200);
// EXTERNAL MODULE: ./src/plan/conclude.ts + 1 modules
var conclude = __webpack_require__(98536);
// EXTERNAL MODULE: ./src/plan/guards.ts
var guards = __webpack_require__(329);
// EXTERNAL MODULE: ./src/plan/issued.ts
var issued = __webpack_require__(9702);
// EXTERNAL MODULE: ./src/plan/keystores.ts + 2 modules
var keystores = __webpack_require__(51481);
;// CONCATENATED MODULE: ./src/plan/ledger.ts

class Ledger {
    input;
    problems;
    changes = [];
    unchanged = [];
    blocked = new Map();
    records = new Map();
    profileRows = new Map();
    profileRecords = new Map();
    inPlace = [];
    constructor(input) {
        this.input = input;
        this.problems = [...input.problems];
        for (const { severity, item } of input.problems)
            if (severity === 'error' && item !== '')
                this.block(item, item);
    }
    report(item, at, findings, blocks = true) {
        for (const finding of findings) {
            this.problems.push((0,errors/* problemOf */.Zw)(finding, item, at));
            if (blocks && finding.severity === 'error')
                this.block(item, item);
        }
    }
    block(item, because) {
        if (!this.blocked.has(item))
            this.blocked.set(item, because);
    }
    isBlocked(item, dependsOn = []) {
        const blocker = dependsOn.find((needed) => this.blocked.has(needed));
        if (blocker !== undefined)
            this.block(item, this.blocked.get(blocker) ?? blocker);
        return this.blocked.has(item);
    }
    changing(item) {
        const change = this.changes.find((found) => found.item === item);
        if (change === undefined)
            return [];
        const family = this.records.get(item);
        return family === undefined || family.publishes || family.heldBack ? [item] : [];
    }
    settle(change, item) {
        if (change === undefined)
            this.unchanged.push(item);
        else
            this.changes.push(change);
    }
}

// EXTERNAL MODULE: ./src/plan/mark.ts
var mark = __webpack_require__(10818);
// EXTERNAL MODULE: ./src/plan/names.ts
var plan_names = __webpack_require__(42471);
// EXTERNAL MODULE: ./src/plan/places.ts
var places = __webpack_require__(55971);
// EXTERNAL MODULE: ./src/plan/endpoints.ts
var endpoints = __webpack_require__(6685);
// EXTERNAL MODULE: ./src/plan/family.ts
var family = __webpack_require__(86975);
// EXTERNAL MODULE: ./src/plan/obstacles.ts
var plan_obstacles = __webpack_require__(73633);
// EXTERNAL MODULE: ./src/plan/shown.ts
var plan_shown = __webpack_require__(99266);
// EXTERNAL MODULE: ./src/plan/record-steps.ts
var record_steps = __webpack_require__(5412);
// EXTERNAL MODULE: ./src/plan/references.ts
var plan_references = __webpack_require__(47469);
// EXTERNAL MODULE: ./src/plan/requested.ts
var requested = __webpack_require__(26791);
// EXTERNAL MODULE: ./src/plan/retiring.ts
var retiring = __webpack_require__(99051);
;// CONCATENATED MODULE: ./src/plan/removal.ts









const ORDER = ['messages', 'protocol-profiles', 'certificates'];
function planRemovals(input) {
    const remover = new Remover(input);
    return ORDER.flatMap((stage) => input.absent.filter(({ section }) => stageOf(section) === stage).map((item) => remover.remove(item)));
}
function stageOf(section) {
    if (section === 'keystores' || section === 'trusted-certificates')
        return 'certificates';
    return section === 'protocol-profiles' ? section : 'messages';
}
class Remover {
    #input;
    #releasing;
    constructor(input) {
        this.#input = input;
        this.#releasing = new Map(input.changes.flatMap(releasesOf));
    }
    remove(item) {
        const removed = this.#removed(item);
        for (const [sysId, by] of removed.change === undefined ? [] : releasesOf(removed.change))
            this.#releasing.set(sysId, by);
        return removed;
    }
    #removed(item) {
        switch (item.section) {
            case 'keystores':
                return this.#certificate(item, 'keystore');
            case 'trusted-certificates':
                return this.#certificate(item, 'trusted-certificate');
            case 'protocol-profiles':
                return this.#profile(item);
            case 'rest-messages':
                return this.#message(item, 'rest-message');
            case 'soap-messages':
                return this.#message(item, 'soap-message');
            case 'connections':
                return this.#message(item, 'connection');
            case 'oauth-providers':
                return this.#message(item, 'oauth-provider');
        }
    }
    #message(item, kind) {
        const { observed, removal, absent } = this.#input;
        const resolved = (0,plan_references/* resolveMessage */.IY)(observed, { kind, name: item.name, scope: item.scope, sysId: item.sysId });
        if ('finding' in resolved) {
            const findings = resolved.finding.code === 'record.missing' ? [] : [resolved.finding];
            return { item, change: undefined, findings };
        }
        const { row } = resolved;
        if (row === undefined)
            return nothing(item);
        const profile = row.columns['protocol-profile'] ?? '';
        if (row.columns['mutual-authentication'] === 'false' && profile === '') {
            return { ...nothing(item), findings: (0,endpoints/* schemesLeft */.SR)(row, (0,endpoints/* quietMethods */.Vr)((0,endpoints/* methodsOf */.oz)(observed, row)), observed.profiles) };
        }
        const scheme = observed.profiles.find(({ sysId }) => sysId === profile)?.columns.name;
        const ours = absent.some(({ section, name }) => section === 'protocol-profiles' && name === scheme);
        if (removal === 'destroy' && profile !== '' && !ours) {
            return left(item, `the message uses the profile ${scheme ?? profile}, which is not one of this spec`);
        }
        const endpoint = row.columns.endpoint ?? '';
        const restored = scheme === undefined ? undefined : (0,endpoints/* withoutScheme */.yO)(scheme, (0,endpoints/* methodsOf */.oz)(observed, row), observed.tables);
        const off = {
            'mutual-authentication': 'false',
            'protocol-profile': '',
            ...(scheme !== undefined && endpoint.startsWith(`${scheme}://`) && { endpoint: endpoint.replace(`${scheme}:`, 'https:') }),
        };
        const differing = Object.entries(off).filter(([column, value]) => row.columns[column] !== value);
        const written = (entries) => entries.length === 0
            ? []
            : [{ do: 'update', kind, record: { sysId: row.sysId }, name: item.name, columns: Object.fromEntries(entries) }];
        const isFlag = ([column]) => column === 'mutual-authentication';
        const [flag, rest] = [differing.filter(isFlag), differing.filter((entry) => !isFlag(entry))];
        const steps = [...written(flag), ...(restored?.steps ?? []), ...written(rest)];
        const shown = differing.map(([column, to]) => ({ column, from: row.columns[column] ?? null, to }));
        const columns = [...shown, ...(restored?.columns ?? [])];
        return { item, change: this.#change(item, kind, row.sysId, columns, steps, []), findings: [] };
    }
    #profile(item) {
        const { observed, removal } = this.#input;
        const resolved = (0,plan_references/* resolveProfile */.mC)(observed, item.name);
        if ('finding' in resolved)
            return { item, change: undefined, findings: [resolved.finding] };
        const { row } = resolved;
        if (row === undefined)
            return nothing(item);
        if (removal === 'destroy' && !this.#isOurs(row)) {
            return left(item, 'the profile uses a keystore that this spec has not made');
        }
        const references = observed.references.get(row.sysId) ?? [];
        const users = references.filter(({ record }) => record === undefined || !this.#releasing.has(record));
        if (users.length > 0)
            return this.#inUse(item, [...new Set(users.map((user) => this.#named(user)))]);
        const dependsOn = references.flatMap(({ record }) => (record === undefined ? [] : (this.#releasing.get(record) ?? [])));
        const step = { do: 'delete', kind: 'protocol-profile', record: { sysId: row.sysId }, name: item.name };
        const shown = [{ column: 'name', from: item.name, to: 'deleted' }];
        return { item, change: this.#change(item, 'protocol-profile', row.sysId, shown, [step], dependsOn), findings: [] };
    }
    #isOurs(profile) {
        const keystore = profile.columns.keystore ?? '';
        const keystores = this.#input.absent.filter(({ section }) => section === 'keystores');
        const made = keystores.flatMap(({ name }) => this.#family('keystore', name)).filter((member) => isOurs(member, 'keystore'));
        return made.some(({ row }) => row.sysId === keystore);
    }
    #family(kind, name) {
        return (0,family/* familyOf */.Ap)(this.#input.observed, this.#input.identity, kind, name);
    }
    #certificate(item, kind) {
        const { removal, now } = this.#input;
        const family = this.#family(kind, item.name).sort((a, b) => (a.name < b.name ? -1 : 1));
        const obstacles = (0,plan_obstacles/* obstaclesOf */._)(family);
        if (obstacles.length > 0)
            return { item, change: undefined, findings: obstacles };
        const ours = family.filter((member) => isOurs(member, kind));
        const theirs = family.filter((member) => member.active && isOthers(member, kind));
        if (removal === 'destroy' && kind === 'trusted-certificate') {
            const active = family.some((member) => member.active);
            return active ? left(item, 'others may trust it, too: trusted certificates are not destroyed') : nothing(item);
        }
        const aside = removal === 'destroy' ? [] : theirs;
        const all = [...ours, ...aside].map((member) => ({ member, users: this.#usersOf(member) }));
        const held = all.flatMap(({ users }) => users.filter(({ by }) => by === undefined));
        const inUse = held.length === 0 ? undefined : this.#inUse(item, [...new Set(held.map(({ where }) => where))]);
        if (inUse !== undefined && removal === 'absent')
            return inUse;
        const free = all.filter(({ users }) => users.every(({ by }) => by !== undefined));
        const users = free.flatMap((one) => one.users);
        const leaving = free.map(({ member }) => member);
        const steps = leaving.flatMap((member) => {
            if (aside.includes(member))
                return [(0,record_steps/* change */.Zg)(member, { ...asideName(member, item.name, kind, now), active: 'false' })];
            return member.active ? [(0,record_steps/* change */.Zg)(member, { active: 'false' }), (0,record_steps/* remove */.TF)(member, 'changed before')] : [(0,record_steps/* remove */.TF)(member)];
        });
        const kept = removal === 'destroy' && theirs.length > 0 ? [noticeLeft(`${theirs.map(({ name }) => name).join(', ')}: made by hand`)] : [];
        const findings = [...kept, ...(inUse?.findings ?? []), ...(0,requested/* givenUp */.bW)(leaving)];
        if (steps.length === 0)
            return { item, change: undefined, findings };
        const first = leaving.find(({ generation }) => generation.is === 'current') ?? leaving[0];
        const shown = (0,plan_shown/* shownColumns */.L)(item, undefined, steps, family);
        const dependsOn = users.flatMap(({ by }) => by ?? []);
        return { item, change: this.#change(item, 'certificate', first?.row.sysId ?? null, shown, steps, dependsOn), findings };
    }
    #usersOf({ row }) {
        const { observed } = this.#input;
        const profiles = observed.profiles
            .filter(({ columns }) => columns.keystore === row.sysId)
            .map(({ sysId, columns }) => ({ where: `protocol profile ${columns.name ?? sysId}`, by: this.#releasing.get(sysId) }));
        const others = observed.references.get(row.sysId) ?? [];
        return [...profiles, ...others.map(({ where }) => ({ where, by: undefined }))];
    }
    #named({ where, record }) {
        const rows = Object.values(this.#input.observed.messages).flat();
        const name = rows.find(({ sysId }) => sysId === record)?.columns.name;
        return name === undefined ? where : `${where} of ${name}`;
    }
    #inUse(item, users) {
        const message = `${users.join(', ')} would still refer to it`;
        const severity = this.#input.removal === 'destroy' ? 'warning' : 'error';
        return { item, change: undefined, findings: [{ code: 'record.in-use', severity, message }] };
    }
    #change({ section, name }, kind, sysId, shown, steps, dependsOn) {
        const { observed, removal } = this.#input;
        const { table, columns } = observed.tables[kind];
        return {
            item: `${section}.${name}`,
            kind: steps.some((step) => step.do === 'delete') ? 'delete' : 'update',
            table,
            name,
            sysId,
            reason: removal === 'destroy' ? 'destroyed' : 'absent',
            columns: shown.map((change) => ({ ...change, column: columns[change.column] ?? change.column })),
            contentHash: null,
            dependsOn: [...new Set(dependsOn)],
            steps,
            notes: [],
        };
    }
}
function releasesOf(change) {
    return change.steps.flatMap((step) => {
        if (step.do === 'delete' && step.kind === 'protocol-profile')
            return [[step.record.sysId, change.item]];
        if (step.do !== 'update' || !('sysId' in step.record))
            return [];
        const column = step.kind === 'protocol-profile' ? 'keystore' : 'protocol-profile';
        return column in step.columns ? [[step.record.sysId, change.item]] : [];
    });
}
const isOurs = (member, kind) => member.whose === 'ours' || (kind === 'keystore' && member.whose === 'other-instance') || ((0,retiring/* isStale */.QO)(member) && !member.pasted);
const isOthers = (member, kind) => !isOurs(member, kind) && (member.whose === 'unmarked' || member.whose === 'other-instance');
function asideName({ generation, sha256 }, name, kind, now) {
    if (generation.is !== 'current')
        return {};
    return { name: kind === 'keystore' ? (0,plan_names/* keptName */.QQ)(name, 'retired', now, sha256) : (0,plan_names/* untilName */.mS)(name, now) };
}
const nothing = (item) => ({ item, change: undefined, findings: [] });
const noticeLeft = (message) => ({ code: 'record.left', severity: 'notice', message });
const left = (item, message) => ({ item, change: undefined, findings: [noticeLeft(message)] });

;// CONCATENATED MODULE: ./src/plan/plan.ts











function computePlan(input) {
    const { spec, observed } = input;
    const ledger = new Ledger(input);
    ledger.problems.push(...(0,guards/* missingColumns */.Q)(observed), ...(0,issued/* unknownRotations */.sP)(input.rotation, (name) => spec.keystores.has(name), 'the spec has no such keystore'));
    for (const name of spec.protocolProfiles.keys())
        (0,places/* seekProfile */.Um)(ledger, name);
    for (const name of spec.trustedCertificates.keys())
        (0,certificates/* planTrusted */.P3)(ledger, name);
    for (const name of spec.keystores.keys())
        (0,keystores/* planKeystore */.k6)(ledger, name);
    for (const existing of spec.existing.values())
        (0,keystores/* planExisting */.Lo)(ledger, existing);
    for (const profile of spec.protocolProfiles.values())
        (0,places/* planProfile */.rA)(ledger, profile);
    for (const message of spec.messages)
        (0,places/* planMessage */.n9)(ledger, message);
    planRemoved(ledger);
    reportUnlisted(ledger);
    const { changes, unchanged, blocked, problems, inPlace } = ledger;
    return (0,conclude/* concluded */._)(input, { depth: depthOf(input), changes, unchanged, blocked, problems, inPlace });
}
function planRemoved(ledger) {
    const { spec, removal, observed, identity, now } = ledger.input;
    const removed = planRemovals({ absent: spec.absent, removal, observed, identity, now, changes: ledger.changes });
    for (const { item: absent, change, findings } of removed) {
        const item = `${absent.section}.${absent.name}`;
        ledger.report(item, absent.at, findings);
        if (!ledger.isBlocked(item))
            ledger.settle(change, item);
    }
}
function reportUnlisted(ledger) {
    const { spec, observed, identity } = ledger.input;
    const absent = spec.absent.map(({ name }) => name);
    const names = [...spec.keystores.keys(), ...spec.existing.keys(), ...spec.trustedCertificates.keys(), ...absent];
    const unlisted = new Map();
    for (const { sysId, columns } of observed.certificates) {
        const name = columns.name ?? '';
        const marked = observed.attachments.get(sysId)?.some(({ fileName }) => (0,mark/* isOfSpec */.TI)((0,mark/* parseMark */.lw)(fileName), identity)) === true;
        if (!marked || names.some((known) => (0,plan_names/* generationOf */.gS)(known, name) !== undefined))
            continue;
        unlisted.set((0,plan_names/* baseName */.Fl)(name), [...(unlisted.get((0,plan_names/* baseName */.Fl)(name)) ?? []), `${name} (${sysId})`]);
    }
    for (const found of unlisted.values()) {
        const records = found.sort();
        const which = records.length === 1 ? `certificate record ${records.join('')} bears` : `certificate records ${records.join(', ')} bear`;
        const message = `${which} the mark of this spec and ${records.length === 1 ? 'is' : 'are'} not in it`;
        ledger.problems.push((0,errors/* problemOf */.Zw)({ code: 'record.unlisted', severity: 'notice', message }, ''));
    }
}
const depthOf = ({ unseen }) => (unseen.size > 0 ? 'public' : 'full');
const isStopped = (plan) => plan.problems.some(errors/* stopsRun */.PW);


/***/ }),

/***/ 5412:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KT: () => (/* binding */ repoint),
/* harmony export */   TF: () => (/* binding */ remove),
/* harmony export */   Zg: () => (/* binding */ change),
/* harmony export */   rv: () => (/* binding */ takeName),
/* harmony export */   yo: () => (/* binding */ update)
/* harmony export */ });
const update = (record, name, columns) => ({
    do: 'update',
    kind: 'certificate',
    record,
    name,
    columns,
});
const takeName = (record, before, columns, users, staying) => ({
    ...update(record, before, columns),
    place: {
        name: columns.name,
        profiles: users.map(({ sysId }) => sysId),
        staying: staying.map(({ row }) => row.sysId),
    },
});
const seenOf = ({ name, active }) => ({ name, active: String(active) });
const change = (member, columns) => ({
    do: 'update',
    kind: 'certificate',
    record: { sysId: member.row.sysId },
    name: member.name,
    columns,
    seen: { columns: seenOf(member) },
});
const repoint = (row, record) => ({
    do: 'update',
    kind: 'protocol-profile',
    record: { sysId: row.sysId },
    name: row.columns.name ?? '',
    columns: { keystore: record },
    seen: { columns: { keystore: row.columns.keystore ?? '' } },
});
const remove = (member, seen = { columns: seenOf(member), attachments: member.attachments.length }) => ({
    do: 'delete',
    kind: 'certificate',
    record: { sysId: member.row.sysId },
    name: member.name,
    ...(seen !== 'changed before' && { seen }),
});


/***/ }),

/***/ 26791:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ rootDiffers),
/* harmony export */   JA: () => (/* binding */ standing),
/* harmony export */   L_: () => (/* binding */ usedUnreadable),
/* harmony export */   M$: () => (/* binding */ recordsOf),
/* harmony export */   MM: () => (/* binding */ isMarkedAsRequest),
/* harmony export */   bW: () => (/* binding */ givenUp),
/* harmony export */   i6: () => (/* binding */ rotatesNot),
/* harmony export */   l4: () => (/* binding */ waits),
/* harmony export */   p7: () => (/* binding */ whyNotJoined),
/* harmony export */   rc: () => (/* binding */ remarksOn),
/* harmony export */   xH: () => (/* binding */ askedOtherwise)
/* harmony export */ });
/* harmony import */ var _x509_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87181);
/* harmony import */ var _issued_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9702);


const NO_END = '99991231';
function recordsOf(family, { opened }) {
    const found = family.flatMap((member) => {
        const content = opened.get(member.row.sysId);
        return content?.kind === 'requested' && member.whose !== 'other-instance' ? [{ member, facts: content.facts }] : [];
    });
    const factsOf = (member) => found.find((one) => one.member === member)?.facts;
    const requests = family
        .filter((member) => isMarkedAsRequest(member) && factsOf(member)?.placeholder !== false)
        .sort((a, b) => (ageOf(a) < ageOf(b) ? -1 : 1));
    const [shut] = requests.flatMap((member) => {
        const content = opened.get(member.row.sysId);
        if (content?.kind !== 'unreadable')
            return [];
        const message = `the key in ${member.name} (${member.row.sysId}) cannot be opened: ${content.why}`;
        return [{ code: 'request.unreadable', severity: 'error', message }];
    });
    const [joined] = found.flatMap(({ facts }) => facts.joined ?? []);
    return {
        found,
        requests,
        served: requests.filter((member) => factsOf(member)?.joined !== undefined),
        joined,
        leaf: instead(found) ?? joined?.leaf,
        unreadable: shut,
    };
}
function instead(found) {
    const isJoined = ({ facts }) => facts.joined !== undefined;
    const rolledBack = found.some((one) => one.member.generation.is === 'rolled back' && isJoined(one));
    const current = found.find(({ member }) => member.active && member.generation.is === 'current');
    return rolledBack && current !== undefined && !isJoined(current) ? current.facts.leaf : undefined;
}
const isMarked = ({ whose }) => whose !== 'unmarked';
const isMarkedAsRequest = ({ generation, active, whose, mark, attachments }) => generation.is === 'new' && !active && whose !== 'other-instance' && mark?.notAfter === NO_END && attachments.length === 1;
const ageOf = ({ row: { sysId, columns } }) => `${columns.created ?? ''} ${sysId}`;
function whyNotJoined(wanted, records, family, observed) {
    const { requests, unreadable, found } = records;
    if (unreadable !== undefined)
        return [unreadable];
    if (wanted.certificate === undefined)
        return waitsFor(requests, records);
    const shut = usedUnreadable(family, observed);
    if (shut !== undefined)
        return [shut];
    const { leaf, isCa } = wanted.certificate;
    const certificate = `certificate ${leaf.serialNumber} of ${leaf.subject}${isCa ? ', which is that of a CA,' : ''}`;
    const namesOf = (members) => members.map(({ name }) => name).join(', ');
    const where = namesOf(found.map(({ member }) => member));
    const closed = namesOf(family.filter(({ row }) => observed.opened.get(row.sysId)?.kind === 'unreadable'));
    const besides = closed === '' ? '' : `; ${closed} could not be opened`;
    const message = where === ''
        ? `${certificate} has no key: none is on the instance${besides}`
        : `${certificate} does not belong to any key on the instance: ${where}${besides}`;
    const hint = family.some(({ whose }) => whose === 'other-instance') ? CLONED : where === '' ? GONE : NOT_FROM_HERE;
    return [{ code: 'key.mismatch', severity: 'error', message, hint }];
}
const NOT_FROM_HERE = 'name the certificate that was made from the request of the command `csr`, and not one of a CA; where its key is gone, take it out of the spec and run `csr` for a new key';
const GONE = 'run `csr` for a new key, have its request signed, and take the certificate out of the spec until then';
const CLONED = `a clone has brought the keys of another instance, which are not used: ${GONE}`;
const usedUnreadable = (family, observed) => (0,_issued_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadableOf */ .n8)(family.filter(isMarked), observed, 'correct its password in the secrets; or, where the password is meant to change, run `csr` with the keystore named in `rotate` for a new key under the new one, have its request signed, and apply with the environment in `confirm`');
function waitsFor(requests, records) {
    const otherwise = askedOtherwise(records);
    const waiting = waits(requests);
    if (requests.length === 0 || otherwise.length > 0)
        return [waiting, ...otherwise];
    return [{ ...waiting, message: `${waiting.message}: csr writes its request again, and makes no other key` }];
}
function waits([request]) {
    if (request === undefined) {
        return { code: 'request.missing', severity: 'notice', message: 'there is no key yet: the command csr makes it' };
    }
    const { name, row } = request;
    const since = (row.columns.created ?? '').slice(0, 10);
    const message = `the key in ${name} (${row.sysId}) waits for its certificate${since === '' ? '' : ` since ${since}`}`;
    return { code: 'request.waits', severity: 'notice', message };
}
function askedOtherwise({ found, requests, served }, severity = 'warning') {
    const waiting = found.filter(({ member }) => requests.includes(member) && !served.includes(member));
    if (waiting.some(({ facts }) => facts.differs.length === 0))
        return [];
    return waiting.map(({ member, facts }) => {
        const message = `the key in ${member.name} (${member.row.sysId}) waits for a certificate of other terms; the spec asks for: ${facts.differs.join(', ')}`;
        const next = severity === 'error' ? '' : ': csr is an error, unless rotate names it';
        return { code: 'request.differs', severity, message: `${message}${next}` };
    });
}
function standing(wanted, records, now) {
    const { requests, served, leaf, unreadable } = records;
    const next = requests.filter((member) => !served.includes(member));
    if (unreadable !== undefined)
        return [unreadable];
    if (next.length > 0 || leaf === undefined)
        return waitsFor(next, records);
    const due = (0,_issued_js__WEBPACK_IMPORTED_MODULE_0__/* .renewalOf */ .wc)(leaf, wanted);
    const lasts = `valid for ${(0,_issued_js__WEBPACK_IMPORTED_MODULE_0__/* .inDays */ .DV)(new Date(leaf.notAfter).getTime() - now.getTime())}, until ${leaf.notAfter.slice(0, 10)}`;
    if (now >= due)
        return [{ code: 'request.due', severity: 'warning', message: `${lasts}; it is time for a new one: csr makes its key` }];
    const days = Math.ceil((due.getTime() - now.getTime()) / _x509_format_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY */ .d_);
    const message = `${lasts}; csr makes a new key in ${(0,_x509_format_js__WEBPACK_IMPORTED_MODULE_1__/* .daysText */ .D5)(days)}, from ${due.toISOString().slice(0, 10)} on`;
    const hint = 'nothing to do until then; then run the command `csr`, and have its request signed';
    return [{ code: 'keystore.renewal', severity: 'notice', message, hint }];
}
function remarksOn({ found, joined }) {
    const used = found.find(({ member, facts }) => member.active && member.generation.is === 'current' && !facts.placeholder);
    if (joined === undefined)
        return [];
    const told = (severity, message, hint) => [
        { code: 'request.differs', severity, message, hint },
    ];
    const { leaf, differs } = joined;
    const before = used?.facts.leaf.notAfter ?? '';
    return [
        ...(differs.length === 0
            ? []
            : told('notice', `the certificate of ${leaf.subject} is not what the spec asks for: ${differs.join(', ')}`, 'nothing to do, if the CA makes its certificates so; else have the request signed again')),
        ...(leaf.notAfter > before
            ? []
            : told('warning', `the certificate ends on ${leaf.notAfter.slice(0, 10)}, no later than the one in use (${before.slice(0, 10)})`, 'check that it is the new one')),
        ...(used?.facts.joined === undefined
            ? []
            : told('notice', 'the certificate is for the key that is in use already, which is used once more', 'nothing to do, if that is meant; else run `csr` with the keystore named in `rotate`, and have that request signed')),
    ];
}
function givenUp(members) {
    return members.filter(isMarkedAsRequest).map(({ name, row }) => {
        const message = `the key in ${name} (${row.sysId}) waits for a certificate that people sign: it is deleted`;
        return { code: 'request.given-up', severity: 'warning', message };
    });
}
function rootDiffers({ certificate }, family, { opened }) {
    const used = family.find(({ active, generation, whose }) => active && generation.is === 'current' && whose !== 'other-instance');
    const content = used && opened.get(used.row.sysId);
    if (used === undefined || certificate === undefined)
        return undefined;
    if (content?.kind === 'unreadable' && isMarked(used)) {
        return `the keystore in use, ${used.name}, does not open: whether the new certificate is from the same root cannot be told`;
    }
    if (content?.kind !== 'requested' || content.facts.sameRoot)
        return undefined;
    const { issuer, subject } = certificate.leaf;
    return `the certificate of ${subject}, issued by ${issuer}, is from another root than the one in use`;
}
function rotatesNot(name, used, { rotate, purge, runId }) {
    if (used === undefined || (runId !== undefined && used.mark?.runId === runId))
        return [];
    const told = (input, severity) => {
        const message = `input ${input}: apply makes no new key for a certificate that people sign, and the one in use stays: csr with ${input} does`;
        return [{ code: 'request.missing', severity, message }];
    };
    if ((0,_issued_js__WEBPACK_IMPORTED_MODULE_0__/* .isNamed */ .ev)(purge, name))
        return told('rotate-purge', 'error');
    return (0,_issued_js__WEBPACK_IMPORTED_MODULE_0__/* .isNamed */ .ev)(rotate, name) ? told('rotate', 'notice') : [];
}


/***/ }),

/***/ 99051:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bt: () => (/* binding */ isBetween),
/* harmony export */   Gm: () => (/* binding */ isRolledBack),
/* harmony export */   JA: () => (/* binding */ isSetAside),
/* harmony export */   QO: () => (/* binding */ isStale),
/* harmony export */   S5: () => (/* binding */ retire),
/* harmony export */   ev: () => (/* binding */ usersOf),
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   tI: () => (/* binding */ surplus)
/* harmony export */ });
/* harmony import */ var _family_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86975);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42471);
/* harmony import */ var _record_steps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5412);
/* harmony import */ var _x509_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87181);




const isRolledBack = ({ generation, active }) => generation.is === 'rolled back' && !active;
const isStale = ({ active, generation, whose, attachments }) => !active && generation.is === 'new' && (whose === 'ours' || whose === 'other-instance' || attachments.length === 0);
const isSetAside = ({ active, generation, whose }) => !active && generation.is === 'current' && whose === 'ours';
const isBetween = ({ generation }) => generation.is === 'retired' || generation.is === 'rolled back';
function retire(member, making, { observed, repointed, now, taken }) {
    const used = usersOf(member, observed, repointed).length > 0;
    if (making.secret && member.whose === 'other-instance' && !used)
        return [(0,_record_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .remove */ .TF)(member)];
    if (isBetween(member))
        return used ? [] : [(0,_record_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .change */ .Zg)(member, { active: 'false' })];
    if (member.generation.is === 'until')
        return [(0,_record_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .change */ .Zg)(member, { active: 'false' })];
    const { replaced } = making;
    if (replaced.as === 'until') {
        const over = replaced.overlapMs === 0;
        const name = freeName((date) => (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .untilName */ .mS)(making.name, date), new Date(now.getTime() + replaced.overlapMs), taken);
        return [(0,_record_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .change */ .Zg)(member, over && !used ? { name, active: 'false' } : { name })];
    }
    const since = member.generation.is === 'in use' ? member.generation.date : now;
    if (!used)
        return [(0,_record_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .change */ .Zg)(member, { name: (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .keptName */ .QQ)(making.name, 'retired', since, member.sha256), active: 'false' })];
    return [(0,_record_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .change */ .Zg)(member, { name: freeName((date) => (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .keptName */ .QQ)(making.name, 'in use', date, member.sha256), now, taken) })];
}
function freeName(nameOn, start, taken) {
    let date = start;
    while (taken.has(nameOn(date)))
        date = new Date(date.getTime() + _x509_format_js__WEBPACK_IMPORTED_MODULE_3__/* .DAY */ .d_);
    taken.add(nameOn(date));
    return nameOn(date);
}
function usersOf(member, observed, repointed) {
    const profiles = observed.profiles
        .filter((row) => row.columns.keystore === member.row.sysId && !repointed.includes(row))
        .map((row) => `protocol profile ${row.columns.name ?? row.sysId}`);
    const references = observed.references.get(member.row.sysId) ?? [];
    return [...new Set([...profiles, ...references.map(({ where }) => where)])];
}
function hasEnded(member, observed, leaving, now) {
    const { active, generation, whose } = member;
    if (!active || whose === 'other-owner' || whose === 'other-environment')
        return false;
    const isOver = generation.is === 'in use' || (generation.is === 'until' && generation.date < (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .dateOf */ .Q$)(now));
    return isOver && usersOf(member, observed, leaving).length === 0;
}
function surplus(family, making, observed, repointed, retiring, target, heldBack) {
    if (making.replaced.as !== 'retired')
        return [];
    const replaced = retiring.filter(({ generation }) => generation.is !== 'in use');
    const before = (0,_family_js__WEBPACK_IMPORTED_MODULE_0__/* .newestFirst */ .ll)([...retiring.filter((member) => !replaced.includes(member)), ...(0,_family_js__WEBPACK_IMPORTED_MODULE_0__/* .retiredOf */ .ZJ)(family)]);
    const isOurs = (member) => member.whose === 'ours' && member !== target;
    const ours = [...replaced, ...before].filter((member) => isOurs(member) && member.generation.is !== 'rolled back');
    const kept = ours.filter(_family_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP);
    const broken = ours.filter((member) => !(0,_family_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP)(member));
    const unused = (members) => members.filter((member) => usersOf(member, observed, repointed).length === 0);
    const outdated = heldBack ? [] : family.filter((member) => isOurs(member) && member.generation.is === 'rolled back');
    const cloned = making.secret ? (0,_family_js__WEBPACK_IMPORTED_MODULE_0__/* .retiredOf */ .ZJ)(family).filter(({ whose }) => whose === 'other-instance') : [];
    return [...unused(kept).slice(making.replaced.keep), ...unused(broken), ...unused(outdated), ...unused(cloned)].map((member) => retiring.includes(member) ? (0,_record_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .remove */ .TF)(member, 'changed before') : (0,_record_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .remove */ .TF)(member));
}


/***/ }),

/***/ 99266:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ shownColumns),
/* harmony export */   h: () => (/* binding */ notesOf)
/* harmony export */ });
/* harmony import */ var _requested_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26791);

function shownColumns(making, target, steps, family) {
    const shown = [];
    for (const step of steps) {
        if (step.do === 'create') {
            const columns = { ...step.columns, name: making.name, active: making.waits === true ? 'false' : 'true' };
            const plain = Object.entries(columns).filter(([column]) => column !== 'pem');
            shown.push(...plain.map(([column, to]) => ({ column, from: null, to: typeof to === 'string' ? to : '' })));
        }
        else if (step.do === 'update' && step.kind === 'protocol-profile') {
            shown.push({ column: `profile ${step.name}`, from: 'the old generation', to: 'the new generation' });
        }
        else if (step.do === 'update' && 'sysId' in step.record) {
            const { sysId } = step.record;
            const member = target?.row.sysId === sysId ? target : family.find(({ row }) => row.sysId === sysId);
            for (const [column, to] of Object.entries(step.columns)) {
                const from = member?.row.columns[column] ?? null;
                if (from === to)
                    continue;
                shown.push({ column: member === target ? column : `${column} of ${sysId}`, from, to: typeof to === 'string' ? to : '' });
            }
        }
        else if (step.do === 'delete') {
            shown.push({ column: `record ${step.record.sysId}`, from: step.name, to: 'deleted' });
        }
    }
    return shown;
}
function notesOf({ issue }, replaced, stale) {
    const lost = issue === undefined ? '' : '; a certificate that was signed for it is lost with its key, and another one is asked for';
    return [
        ...replaced
            .filter(({ whose, attachments }) => whose === 'unmarked' && attachments.length > 0)
            .map(({ name, row }) => `the record ${name} (${row.sysId}) was made by hand: it is renamed and kept, and a new one takes its name`),
        ...replaced
            .filter(({ whose }) => whose === 'other-instance')
            .map(({ name }) => `${name} holds the content of another instance, as after a clone: it is replaced and not kept`),
        ...stale
            .filter((member) => !(0,_requested_js__WEBPACK_IMPORTED_MODULE_0__/* .isMarkedAsRequest */ .MM)(member))
            .map(({ name }) => `${name} was left by a run that did not finish, or failed, or is still at work: it is deleted${lost}`),
    ];
}


/***/ }),

/***/ 45919:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mf: () => (/* binding */ inUseOf),
/* harmony export */   WT: () => (/* binding */ openedFactsOf),
/* harmony export */   sV: () => (/* binding */ inPlaceOf),
/* harmony export */   summariesOf: () => (/* binding */ summariesOf),
/* harmony export */   tJ: () => (/* binding */ deniedOf)
/* harmony export */ });
/* harmony import */ var _x509_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87181);

function summariesOf({ trusted, keystores, unseen }, now, inPlace = []) {
    const summary = (kind, name, facts, next) => {
        const daysRemaining = (0,_x509_format_js__WEBPACK_IMPORTED_MODULE_0__/* .daysUntil */ .AQ)(new Date(facts.notAfter), now);
        return { name, kind, ...facts, daysRemaining, files: [], ...(next && { next: { ...next, files: [] } }) };
    };
    const wanted = [...keystores.values()].filter(({ name }) => !inPlace.some((one) => one.name === name));
    return [
        ...[...trusted.values()].map(({ name, certificate }) => summary('trusted-certificate', name, certificate)),
        ...[...wanted, ...inPlace, ...unseen.values()].flatMap(({ name, leaf, ...one }) => leaf ? [summary('keystore', name, leaf, 'next' in one ? one.next : undefined)] : []),
    ];
}
function inPlaceOf({ name, issue }, { heldBack, waitsUntil }, { inUse, wanted, writes }) {
    const next = wanted?.fingerprint256 === inUse?.fingerprint256 ? undefined : wanted;
    if (heldBack)
        return { name, leaf: inUse };
    if (waitsUntil !== undefined)
        return { name, leaf: inUse, next };
    if (inUse === undefined || (writes && issue === undefined))
        return { name, leaf: wanted };
    return { name, leaf: inUse, next };
}
function inUseOf(family, observed) {
    const current = family.find(({ active, generation }) => active && generation.is === 'current');
    return current && openedFactsOf(current, observed);
}
function openedFactsOf({ row }, { opened }) {
    const content = opened.get(row.sysId);
    if (content?.kind === 'issued' || content?.kind === 'requested')
        return content.facts;
    return content?.kind === 'different' ? content : undefined;
}
function deniedOf(family, observed) {
    return family.flatMap(({ name, row }) => {
        const opened = observed.opened.get(row.sysId);
        if (opened?.kind !== 'denied')
            return [];
        return [
            {
                code: 'record.unclear',
                severity: 'error',
                message: `the attachment of ${name} (${row.sysId}) cannot be read: ${opened.why}`,
            },
        ];
    });
}


/***/ })

};
