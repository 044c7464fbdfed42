export const id = 844;
export const ids = [844,261];
export const modules = {

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
/* unused harmony export schemeOf */
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

/***/ 2004:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lt: () => (/* binding */ shownColumns),
/* harmony export */   _M: () => (/* binding */ obstaclesOf),
/* harmony export */   c: () => (/* binding */ planFamily),
/* harmony export */   pJ: () => (/* binding */ endOf)
/* harmony export */ });
/* harmony import */ var _family_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86975);
/* harmony import */ var _issued_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9702);
/* harmony import */ var _making_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(37546);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(42471);
/* harmony import */ var _record_steps_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5412);
/* harmony import */ var _requested_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26791);
/* harmony import */ var _retiring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99051);
/* harmony import */ var _spec_duration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23803);








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
function chooseTarget(family, wanted, opened, now) {
    const activeOf = (members, is) => members.find(({ active, generation }) => active && generation.is === is);
    const heldBack = (0,_family_js__WEBPACK_IMPORTED_MODULE_0__/* .isHeldBack */ .PT)(family, wanted, opened);
    if (heldBack && wanted.atOnce) {
        const isCopy = ({ active, generation, mark }) => !active && generation.is === 'new' && wanted.runId !== undefined && mark?.runId === wanted.runId;
        const fitting = family.filter((member) => ((0,_retiring_js__WEBPACK_IMPORTED_MODULE_3__/* .isRolledBack */ .Gm)(member) || isCopy(member)) && (0,_family_js__WEBPACK_IMPORTED_MODULE_0__/* .holds */ .v9)(member, wanted, opened));
        return fitting.sort((a, b) => (0,_issued_js__WEBPACK_IMPORTED_MODULE_1__/* .byRun */ .jF)(a, b, wanted.runId))[0];
    }
    if (heldBack) {
        const aside = family.filter(_retiring_js__WEBPACK_IMPORTED_MODULE_3__/* .isSetAside */ .JA);
        return (activeOf(family, 'current') ??
            activeOf(family, 'retired') ??
            [...aside, ...(0,_family_js__WEBPACK_IMPORTED_MODULE_0__/* .replacedOf */ .kT)(family)].find((member) => (0,_family_js__WEBPACK_IMPORTED_MODULE_0__/* .isUsable */ .Ng)(member, now)));
    }
    const holding = family
        .filter((member) => (0,_family_js__WEBPACK_IMPORTED_MODULE_0__/* .isLive */ .DG)(member) && (0,_family_js__WEBPACK_IMPORTED_MODULE_0__/* .holds */ .v9)(member, wanted, opened))
        .sort((a, b) => (0,_issued_js__WEBPACK_IMPORTED_MODULE_1__/* .byRun */ .jF)(a, b, wanted.runId));
    const made = (is) => holding.find((member) => !member.active && member.generation.is === is && (member.whose === 'ours' || member.pasted));
    const current = activeOf(family, 'current');
    return (activeOf(holding, 'current') ??
        activeOf(holding, 'new') ??
        made('new') ??
        (current === undefined ? made('current') : undefined));
}
function planFamily(making, family, observed, profiles, now) {
    const heldBack = !making.atOnce && (0,_family_js__WEBPACK_IMPORTED_MODULE_0__/* .isHeldBack */ .PT)(family, making, observed.opened);
    const target = chooseTarget(family, making, observed.opened, now);
    if (heldBack && target === undefined)
        return nothingInstead(making);
    const record = target === undefined ? { made: making.item } : { sysId: target.row.sysId };
    const replaced = family.filter((member) => member.active && member !== target && ((0,_family_js__WEBPACK_IMPORTED_MODULE_0__/* .isLive */ .DG)(member) || (0,_retiring_js__WEBPACK_IMPORTED_MODULE_3__/* .isBetween */ .Bt)(member)));
    const { waiting: kept, served } = making.requests ?? { waiting: [], served: [] };
    const stale = family.filter((member) => (0,_retiring_js__WEBPACK_IMPORTED_MODULE_3__/* .isStale */ .QO)(member) && member !== target && ![...kept, ...served].includes(member.row.sysId));
    const set = family.filter((member) => (0,_retiring_js__WEBPACK_IMPORTED_MODULE_3__/* .isSetAside */ .JA)(member) && member !== target);
    const first = replaced.length === 0;
    const drift = target === undefined ? {} : differing(making.compared, target.row);
    const endedBut = (leaving) => family.filter((member) => member !== target && (0,_retiring_js__WEBPACK_IMPORTED_MODULE_3__/* .hasEnded */ .hY)(member, observed, leaving, now));
    const waitsUntil = handoverOf(making, target, replaced, observed, now);
    if (waitsUntil !== undefined)
        return waiting({ making, family, observed, now, target, replaced, stale, ended: endedBut([]) }, waitsUntil);
    const ended = endedBut(profiles);
    const unused = (members) => members.filter((member) => (0,_retiring_js__WEBPACK_IMPORTED_MODULE_3__/* .usersOf */ .ev)(member, observed, []).length === 0);
    const steps = unused(stale).map((member) => (0,_record_steps_js__WEBPACK_IMPORTED_MODULE_5__/* .remove */ .TF)(member));
    if (target === undefined)
        steps.push(...(0,_making_js__WEBPACK_IMPORTED_MODULE_6__/* .make */ .L8)(making, family));
    else if (!target.active)
        steps.push(...(heldBack ? [(0,_making_js__WEBPACK_IMPORTED_MODULE_6__/* .wakened */ .uc)(target)] : (0,_making_js__WEBPACK_IMPORTED_MODULE_6__/* .finish */ .O9)(making, target)));
    const rename = target?.name !== making.name ? { name: making.name } : {};
    if (target?.active !== true) {
        if (making.probed)
            steps.push({ do: 'probe', record, item: making.item, name: making.name });
        steps.push((0,_record_steps_js__WEBPACK_IMPORTED_MODULE_5__/* .update */ .yo)(record, target?.name ?? (0,_names_js__WEBPACK_IMPORTED_MODULE_7__/* .comingName */ .tu)(making.name, making.sha256), { active: 'true', ...drift, ...(first && rename) }));
    }
    const repointed = profiles.filter((row) => [...replaced, ...stale, ...set, ...ended].some(({ row: { sysId } }) => sysId === row.columns.keystore));
    steps.push(...repointed.map((row) => (0,_record_steps_js__WEBPACK_IMPORTED_MODULE_5__/* .repoint */ .KT)(row, record)));
    const aside = [...replaced, ...ended, ...set];
    const taken = new Set(family.map(({ name }) => name));
    for (const member of aside)
        steps.push(...(0,_retiring_js__WEBPACK_IMPORTED_MODULE_3__/* .retire */ .S5)(member, making, { observed, repointed, now, taken }));
    const takes = !first || target?.active === true;
    const changed = target?.active === true ? drift : {};
    const uses = ({ columns }) => columns.keystore === target?.row.sysId && making.profiles.includes(columns.name ?? '');
    const users = profiles.filter((row) => repointed.includes(row) || uses(row));
    if ('name' in rename && takes && making.secret)
        steps.push((0,_record_steps_js__WEBPACK_IMPORTED_MODULE_5__/* .takeName */ .rv)(record, making.name, { name: making.name, active: 'true', ...changed }, users));
    else {
        const last = { ...('name' in rename && takes && { ...rename, active: 'true' }), ...changed };
        if (Object.keys(last).length > 0)
            steps.push((0,_record_steps_js__WEBPACK_IMPORTED_MODULE_5__/* .update */ .yo)(record, making.name, last));
    }
    const freed = stale.filter((member) => !unused(stale).includes(member));
    steps.push(...freed.filter((member) => (0,_retiring_js__WEBPACK_IMPORTED_MODULE_3__/* .usersOf */ .ev)(member, observed, repointed).length === 0).map((member) => (0,_record_steps_js__WEBPACK_IMPORTED_MODULE_5__/* .remove */ .TF)(member)));
    steps.push(...(0,_retiring_js__WEBPACK_IMPORTED_MODULE_3__/* .surplus */ .tI)(family, making, observed, repointed, aside, target, heldBack));
    const done = heldBack ? [] : unused(family.filter(({ row }) => served.includes(row.sysId)));
    steps.push(...done.map((member) => (0,_record_steps_js__WEBPACK_IMPORTED_MODULE_5__/* .remove */ .TF)(member)));
    return {
        steps,
        ...(heldBack && target?.active === false ? WAKENED : kindOf(making, { target, replaced, stale, ended, drift, done })),
        columns: shownColumns(making, target, steps, family),
        record,
        sysId: (target ?? replaced[0])?.row.sysId ?? null,
        publishes: target?.active !== true && !heldBack,
        heldBack,
        notes: notesOf(making, replaced, stale),
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
function handoverOf(making, target, replaced, observed, now) {
    const used = replaced.find(({ generation, whose }) => generation.is === 'current' && whose !== 'other-instance');
    if (making.handoverMs === 0 || making.atOnce || used === undefined || target?.active === true)
        return undefined;
    if (target !== undefined && target.generation.is !== 'new')
        return undefined;
    const published = target === undefined ? now : timeOf(target.row.columns.created ?? '');
    const until = new Date(Math.min(published.getTime() + making.handoverMs, endOf(used, observed) - _spec_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .BETWEEN_RUNS */ .o8));
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
function waiting({ making, family, observed, now, target, replaced, stale, ended }, waitsUntil) {
    const used = replaced.find(({ generation }) => generation.is === 'current');
    const drift = used === undefined ? {} : differing(making.compared, used.row);
    const taken = new Set(family.map(({ name }) => name));
    const leftovers = stale.filter((member) => (0,_retiring_js__WEBPACK_IMPORTED_MODULE_3__/* .usersOf */ .ev)(member, observed, []).length === 0);
    const steps = leftovers.map((member) => (0,_record_steps_js__WEBPACK_IMPORTED_MODULE_5__/* .remove */ .TF)(member));
    if (target === undefined)
        steps.push(...(0,_making_js__WEBPACK_IMPORTED_MODULE_6__/* .make */ .L8)(making, family));
    if (used !== undefined && Object.keys(drift).length > 0)
        steps.push((0,_record_steps_js__WEBPACK_IMPORTED_MODULE_5__/* .update */ .yo)({ sysId: used.row.sysId }, used.name, drift));
    for (const member of ended)
        steps.push(...(0,_retiring_js__WEBPACK_IMPORTED_MODULE_3__/* .retire */ .S5)(member, making, { observed, repointed: [], now, taken }));
    const record = used === undefined ? { made: making.item } : { sysId: used.row.sysId };
    return {
        steps,
        kind: target === undefined ? 'rotate' : 'update',
        reason: target === undefined ? 'handover' : Object.keys(drift).length > 0 ? 'column-differs' : 'leftover',
        columns: shownColumns({ name: (0,_names_js__WEBPACK_IMPORTED_MODULE_7__/* .comingName */ .tu)(making.name, making.sha256), waits: true }, used, steps, family),
        record,
        sysId: used?.row.sysId ?? null,
        publishes: target === undefined,
        heldBack: false,
        waitsUntil,
        notes: notesOf(making, [], stale),
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
    if (target !== undefined && (0,_retiring_js__WEBPACK_IMPORTED_MODULE_3__/* .isRolledBack */ .Gm)(target))
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
            .filter((member) => !(0,_requested_js__WEBPACK_IMPORTED_MODULE_2__/* .isMarkedAsRequest */ .MM)(member))
            .map(({ name }) => `${name} was left by a run that did not finish, or failed, or is still at work: it is deleted${lost}`),
    ];
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
const takeName = (record, before, columns, users) => ({ ...update(record, before, columns), place: { name: columns.name, profiles: users.map(({ sysId }) => sysId) } });
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
/* unused harmony export isMarked */
/* harmony import */ var _x509_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87181);
/* harmony import */ var _issued_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9702);


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
const usedUnreadable = (family, observed) => (0,_issued_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadableOf */ .n8)(family.filter(isMarked), observed, 'correct its password in the secrets; or, where the password is meant to change, run `csr` with the keystore named in `rotate` for a new key under the new one, have its request signed, and apply with the environment in `confirm`');
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
    const due = (0,_issued_js__WEBPACK_IMPORTED_MODULE_1__/* .renewalOf */ .wc)(leaf, wanted);
    const lasts = `valid for ${(0,_issued_js__WEBPACK_IMPORTED_MODULE_1__/* .inDays */ .DV)(new Date(leaf.notAfter).getTime() - now.getTime())}, until ${leaf.notAfter.slice(0, 10)}`;
    if (now >= due)
        return [{ code: 'request.due', severity: 'warning', message: `${lasts}; it is time for a new one: csr makes its key` }];
    const days = Math.ceil((due.getTime() - now.getTime()) / _x509_format_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_);
    const message = `${lasts}; csr makes a new key in ${(0,_x509_format_js__WEBPACK_IMPORTED_MODULE_0__/* .daysText */ .D5)(days)}, from ${due.toISOString().slice(0, 10)} on`;
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
    if ((0,_issued_js__WEBPACK_IMPORTED_MODULE_1__/* .isNamed */ .ev)(purge, name))
        return told('rotate-purge', 'error');
    return (0,_issued_js__WEBPACK_IMPORTED_MODULE_1__/* .isNamed */ .ev)(rotate, name) ? told('rotate', 'notice') : [];
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
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42471);
/* harmony import */ var _record_steps_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5412);
/* harmony import */ var _x509_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87181);




const isRolledBack = ({ generation, active }) => generation.is === 'rolled back' && !active;
const isStale = ({ active, generation, whose, attachments }) => !active && generation.is === 'new' && (whose === 'ours' || whose === 'other-instance' || attachments.length === 0);
const isSetAside = ({ active, generation, whose }) => !active && generation.is === 'current' && whose === 'ours';
const isBetween = ({ generation }) => generation.is === 'retired' || generation.is === 'rolled back';
function retire(member, making, { observed, repointed, now, taken }) {
    const used = usersOf(member, observed, repointed).length > 0;
    if (making.secret && member.whose === 'other-instance' && !used)
        return [(0,_record_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .remove */ .TF)(member)];
    if (isBetween(member))
        return used ? [] : [(0,_record_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .change */ .Zg)(member, { active: 'false' })];
    if (member.generation.is === 'until')
        return [(0,_record_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .change */ .Zg)(member, { active: 'false' })];
    const { replaced } = making;
    if (replaced.as === 'until') {
        const over = replaced.overlapMs === 0;
        const name = freeName((date) => (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .untilName */ .mS)(making.name, date), new Date(now.getTime() + replaced.overlapMs), taken);
        return [(0,_record_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .change */ .Zg)(member, over && !used ? { name, active: 'false' } : { name })];
    }
    const since = member.generation.is === 'in use' ? member.generation.date : now;
    if (!used)
        return [(0,_record_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .change */ .Zg)(member, { name: (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .keptName */ .QQ)(making.name, 'retired', since, member.sha256), active: 'false' })];
    return [(0,_record_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .change */ .Zg)(member, { name: freeName((date) => (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .keptName */ .QQ)(making.name, 'in use', date, member.sha256), now, taken) })];
}
function freeName(nameOn, start, taken) {
    let date = start;
    while (taken.has(nameOn(date)))
        date = new Date(date.getTime() + _x509_format_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY */ .d_);
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
    const isOver = generation.is === 'in use' || (generation.is === 'until' && generation.date < (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .dateOf */ .Q$)(now));
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
    return [...unused(kept).slice(making.replaced.keep), ...unused(broken), ...unused(outdated), ...unused(cloned)].map((member) => retiring.includes(member) ? (0,_record_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .remove */ .TF)(member, 'changed before') : (0,_record_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .remove */ .TF)(member));
}


/***/ })

};
