export const id = 957;
export const ids = [957];
export const modules = {

/***/ 18957:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createProbing: () => (/* binding */ createProbing)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/limiter.ts
var limiter = __webpack_require__(21555);
// EXTERNAL MODULE: ./src/keystore/read.ts + 1 modules
var read = __webpack_require__(90379);
// EXTERNAL MODULE: ./src/http/printable.ts
var printable = __webpack_require__(89155);
// EXTERNAL MODULE: ./src/der/reader.ts
var reader = __webpack_require__(35016);
// EXTERNAL MODULE: ./src/x509/certificate.ts + 1 modules
var certificate = __webpack_require__(97127);
// EXTERNAL MODULE: ./src/x509/format.ts
var format = __webpack_require__(87181);
// EXTERNAL MODULE: ./src/x509/name.ts
var x509_name = __webpack_require__(58153);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./src/http/failure.ts
var failure = __webpack_require__(42398);
;// CONCATENATED MODULE: ./src/probe/dial.ts




const BY_PROXY = 'PROXY_';
function dial(place, proxy, { onReady, fail }) {
    if (proxy !== undefined)
        return dialThrough(place, proxy, { onReady, fail });
    const socket = (0,external_node_net_.connect)(place);
    socket.on('error', fail);
    socket.once('connect', () => onReady(socket));
    return () => socket.destroy();
}
function dialThrough({ host, port }, proxy, { onReady, fail }) {
    const path = `${host.includes(':') ? `[${host}]` : host}:${port}`;
    const isSecure = proxy.protocol === 'https:';
    const asked = (isSecure ? external_node_https_.request : external_node_http_.request)({
        host: proxy.hostname.replace(/^\[|\]$/g, ''),
        port: proxy.port || (isSecure ? 443 : 80),
        method: 'CONNECT',
        path,
        headers: { host: path, ...authorizationOf(proxy) },
        agent: false,
    });
    let tunnel;
    asked.on('error', (error) => fail({ code: `${BY_PROXY}${(0,failure/* codeOf */.$N)(error) ?? 'FAILED'}` }));
    asked.once('connect', ({ statusCode = 0 }, socket, head) => {
        tunnel = socket;
        socket.on('error', fail);
        if (statusCode !== 200) {
            socket.destroy();
            fail({ code: `${BY_PROXY}${statusCode}` });
            return;
        }
        if (head.length > 0)
            socket.unshift(head);
        onReady(socket);
    });
    asked.end();
    return () => {
        asked.destroy();
        tunnel?.destroy();
    };
}
function authorizationOf({ username, password }) {
    if (username === '' && password === '')
        return {};
    const text = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return { 'proxy-authorization': `Basic ${Buffer.from(text, 'utf8').toString('base64')}` };
}

;// CONCATENATED MODULE: ./src/probe/diagnosis.ts






const UNTRUSTED = {
    code: 'probe.untrusted',
    says: 'the CA of the server is not among the trusted certificates (Java says "PKIX path building failed")',
};
const OWN_TOO_WEAK = {
    code: 'probe.handshake',
    says: 'nothing was sent: our key or certificate is too weak for TLS on this machine',
};
const REFUSED_CERTIFICATE = (why) => ({
    code: 'probe.certificate-refused',
    says: `the server refused our certificate: ${why}`,
});
const CAUSES = {
    ECONNREFUSED: {
        code: 'probe.refused',
        says: "the connection was refused; perhaps only this runner's address: the instance connects from others",
    },
    ENOTFOUND: { code: 'probe.unreachable', says: 'the host name does not resolve' },
    EAI_AGAIN: { code: 'probe.unreachable', says: 'the host name could not be resolved' },
    ETIMEDOUT: { code: 'probe.unreachable', says: "no answer in time; perhaps only this runner's address is not let in" },
    EHOSTUNREACH: { code: 'probe.unreachable', says: 'there is no route to the host' },
    ENETUNREACH: { code: 'probe.unreachable', says: 'there is no route to the host' },
    ABORTED: { code: 'timeout', says: 'the run was told to end' },
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
    UNABLE_TO_GET_ISSUER_CERT: UNTRUSTED,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
    SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
    DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
    CERT_SIGNATURE_FAILURE: UNTRUSTED,
    CERT_HAS_EXPIRED: { code: 'probe.server-expired', says: 'the certificate of the server has expired' },
    CERT_NOT_YET_VALID: { code: 'probe.server-expired', says: 'the certificate of the server is not valid yet' },
    ERR_TLS_CERT_ALTNAME_INVALID: { code: 'probe.hostname', says: 'the certificate of the server is for another host name' },
    ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: { code: 'probe.protocol', says: 'the server speaks no version of TLS from 1.2 on' },
    ERR_SSL_UNSUPPORTED_PROTOCOL: { code: 'probe.protocol', says: 'the server speaks no version of TLS from 1.2 on' },
    ERR_SSL_WRONG_VERSION_NUMBER: { code: 'probe.protocol', says: 'the server does not speak TLS on this port' },
    ERR_SSL_PACKET_LENGTH_TOO_LONG: { code: 'probe.protocol', says: 'the server does not speak TLS on this port' },
    ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: REFUSED_CERTIFICATE('it saw none'),
    ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: REFUSED_CERTIFICATE('bad_certificate'),
    ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: REFUSED_CERTIFICATE('certificate_unknown'),
    ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED: REFUSED_CERTIFICATE('certificate_expired'),
    ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED: REFUSED_CERTIFICATE('certificate_revoked'),
    ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE: REFUSED_CERTIFICATE('unsupported_certificate, as without clientAuth'),
    ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: REFUSED_CERTIFICATE('unknown_ca: it does not trust our chain'),
    ERR_SSL_TLSV1_ALERT_ACCESS_DENIED: REFUSED_CERTIFICATE('access_denied'),
    ERR_SSL_EE_KEY_TOO_SMALL: OWN_TOO_WEAK,
    ERR_SSL_CA_KEY_TOO_SMALL: OWN_TOO_WEAK,
    ERR_SSL_CA_MD_TOO_WEAK: OWN_TOO_WEAK,
    ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: {
        code: 'probe.handshake',
        says: 'the server ended the handshake (handshake_failure): no cipher in common, or it wants another certificate',
    },
};
const REFUSING = [495, 496];
const REFUSING_WORDS = /No required SSL certificate was sent|The SSL certificate error/i;
function diagnose(answer, expected) {
    const failed = failureOf(answer, expected);
    const main = failed === undefined
        ? { code: 'probe.accepted', severity: 'notice', message: `${expected.url}: ${accepted(answer, expected)}` }
        : {
            code: failed.code,
            severity: expected.required ? 'error' : 'warning',
            message: `${expected.url}: ${failed.says}${circumstances(answer)}`,
        };
    return [main, ...remarks(answer, expected, failed)];
}
function failureOf(answer, { status: wanted, required }) {
    const { failure, body } = answer;
    if (failure !== undefined)
        return causeOf(failure, answer);
    const status = answer.status ?? 0;
    if (status === wanted)
        return undefined;
    const [said] = REFUSING_WORDS.exec(body) ?? [];
    if (REFUSING.includes(status) || (status === 400 && said !== undefined)) {
        return REFUSED_CERTIFICATE(`HTTP ${status} after the handshake${said === undefined ? '' : `, "${said}"`}`);
    }
    const says = statusProblem(status, wanted, required);
    return says === undefined ? undefined : { code: 'probe.status', says };
}
function statusProblem(status, wanted, required) {
    if (wanted !== undefined)
        return `HTTP ${status} where ${wanted} is expected`;
    if (status >= 500)
        return `the server has a fault of its own: HTTP ${status}`;
    if (status === 400)
        return 'HTTP 400 after the handshake: it does not say whether because of our certificate';
    const succeeded = status >= 200 && status < 300;
    return required && !succeeded ? `HTTP ${status} where success (2xx) is required, or what expect-status says` : undefined;
}
function causeOf({ code, stage }, { flight }) {
    const known = CAUSES[code];
    if (known !== undefined)
        return known;
    if (code.startsWith(BY_PROXY)) {
        const why = code.slice(BY_PROXY.length);
        const told = /^\d+$/.test(why) ? `HTTP ${why}` : why;
        return {
            code: 'probe.unreachable',
            says: `the proxy of the runner makes no connection (${told}); the instance may have another way`,
        };
    }
    if (stage === 'request' && flight.requested !== undefined) {
        return REFUSED_CERTIFICATE(`it ended the connection after our certificate (${code})`);
    }
    const where = { connection: 'the connection failed', handshake: 'the handshake failed', request: 'no answer came' }[stage];
    return { code: stage === 'connection' ? 'probe.unreachable' : 'probe.handshake', says: `${where} (${code})` };
}
function circumstances({ flight: { certificates, requested } }) {
    const [own] = certificates.map(certificateOf);
    const about = own === undefined ? [] : [`its certificate is ${nameOf(own)}, issued by ${(0,printable/* printable */.g)(own.issuer, 120)}`];
    return [...about, ...(requested === undefined ? [] : [asked(requested)])].map((text) => `; ${text}`).join('');
}
function accepted({ protocol, cipher, status, flight: { certificates, requested } }, { now }) {
    const [own] = certificates.map(certificateOf);
    const until = own === undefined ? '' : `, its certificate lasts ${(0,format/* daysUntil */.AQ)(own.notAfter, now)} days`;
    const ours = requested === undefined ? '' : `, our certificate was accepted (${asked(requested)})`;
    return `${protocol ?? 'TLS'} with ${cipher ?? 'an unknown cipher'}, HTTP ${status}${ours}${until}`;
}
const MOST_NAMES = 5;
function asked(names) {
    if (names.length === 0)
        return 'asked for one of any issuer';
    const shown = names.slice(0, MOST_NAMES).map((name) => `"${nameIn(name)}"`);
    return `asked for one of ${shown.join(', ')}${names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ''}`;
}
function nameIn(der) {
    try {
        return (0,printable/* printable */.g)((0,x509_name/* formatName */.nD)((0,x509_name/* readName */.MQ)((0,reader/* readOne */.JF)(der))), 120);
    }
    catch (error) {
        if (error instanceof reader/* DerError */.I4)
            return 'an issuer whose name cannot be read';
        throw error;
    }
}
const nameOf = (certificate) => (0,printable/* printable */.g)(certificate.toString(), 120);
function certificateOf(der) {
    try {
        return certificate/* Certificate */.u.fromDer(der);
    }
    catch {
        return undefined;
    }
}
function remarks({ flight: { certificates, requested, complete } }, { url, required, now, expiryWarningDays }, failed) {
    const findings = [];
    const [own] = certificates.map(certificateOf);
    if (failed === undefined && complete && requested === undefined) {
        const message = `${url}: the server asks for no client certificate: mutual TLS is not switched on there, or on another path only`;
        findings.push({ code: 'probe.not-asked', severity: required ? 'error' : 'warning', message });
    }
    const left = own === undefined ? Infinity : own.notAfter.getTime() - now.getTime();
    if (own !== undefined && failed?.code !== 'probe.server-expired' && left <= expiryWarningDays * format/* DAY */.d_) {
        const message = `${url}: the certificate of the server expires in ${(0,format/* daysUntil */.AQ)(own.notAfter, now)} days, on ${(0,format/* formatTime */.fU)(own.notAfter)}`;
        findings.push({ code: 'probe.server-expiring', severity: 'warning', message });
    }
    return findings;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: ./src/x509/armor.ts
var armor = __webpack_require__(86747);
// EXTERNAL MODULE: ./src/x509/pem.ts
var x509_pem = __webpack_require__(64786);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/probe/flight.ts

const HANDSHAKE = 22;
const APPLICATION_DATA = 23;
const SERVER_HELLO = 2;
const CERTIFICATE = 11;
const CERTIFICATE_REQUEST = 13;
const SERVER_HELLO_DONE = 14;
const FINISHED = 20;
const CERTIFICATE_AUTHORITIES = 47;
const CIPHERS = new Map([
    [0x1301, { name: 'aes-128-gcm', digest: 'sha256', keyLength: 16 }],
    [0x1302, { name: 'aes-256-gcm', digest: 'sha384', keyLength: 32 }],
    [0x1303, { name: 'chacha20-poly1305', digest: 'sha256', keyLength: 32 }],
]);
function readFlight(received, handshakeSecret) {
    try {
        return new FlightReader(handshakeSecret).read(received);
    }
    catch {
        return { certificates: [], requested: undefined, complete: false };
    }
}
class FlightReader {
    #secret;
    #messages = Buffer.alloc(0);
    #cipher;
    #is13 = false;
    #sequence = 0;
    #certificates = [];
    #requested;
    #complete = false;
    constructor(secret) {
        this.#secret = secret;
    }
    read(received) {
        let offset = 0;
        while (offset + 5 <= received.length && !this.#complete) {
            const header = received.subarray(offset, offset + 5);
            const end = offset + 5 + header.readUInt16BE(3);
            if (end > received.length)
                break;
            const content = received.subarray(offset + 5, end);
            const plain = header[0] === APPLICATION_DATA && this.#is13 ? this.#opened(header, content) : content;
            if (header[0] === HANDSHAKE || plain !== content)
                this.#add(plain);
            offset = end;
        }
        return { certificates: this.#certificates, requested: this.#requested, complete: this.#complete };
    }
    #opened(header, content) {
        const cipher = this.#cipher;
        if (cipher === undefined || this.#secret === undefined)
            throw new Error('the handshake is sealed');
        const key = expandLabel(cipher.digest, this.#secret, 'key', cipher.keyLength);
        const nonce = expandLabel(cipher.digest, this.#secret, 'iv', 12);
        nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ this.#sequence) >>> 0, 8);
        this.#sequence += 1;
        const opener = (0,external_node_crypto_.createDecipheriv)(cipher.name, key, nonce, { authTagLength: 16 });
        opener.setAAD(header, { plaintextLength: content.length - 16 });
        opener.setAuthTag(content.subarray(-16));
        const inner = Buffer.concat([opener.update(content.subarray(0, -16)), opener.final()]);
        let length = inner.length;
        while (length > 0 && inner[length - 1] === 0)
            length -= 1;
        return inner[length - 1] === HANDSHAKE ? inner.subarray(0, length - 1) : Buffer.alloc(0);
    }
    #add(bytes) {
        this.#messages = Buffer.concat([this.#messages, bytes]);
        while (this.#messages.length >= 4) {
            const end = 4 + this.#messages.readUIntBE(1, 3);
            if (end > this.#messages.length)
                return;
            this.#message(this.#messages[0] ?? 0, this.#messages.subarray(4, end));
            this.#messages = this.#messages.subarray(end);
        }
    }
    #message(type, body) {
        if (type === SERVER_HELLO)
            this.#hello(body);
        else if (type === CERTIFICATE)
            this.#certificates = this.#is13 ? certificates13(body) : certificates12(body);
        else if (type === CERTIFICATE_REQUEST)
            this.#requested = this.#is13 ? authorities13(body) : authorities12(body);
        else if (type === SERVER_HELLO_DONE || type === FINISHED)
            this.#complete = true;
    }
    #hello(body) {
        const session = 35 + (body[34] ?? 0);
        this.#cipher = CIPHERS.get(body.readUInt16BE(session));
        this.#is13 = this.#cipher !== undefined;
    }
}
function expandLabel(digest, secret, label, length) {
    const full = Buffer.from(`tls13 ${label}`, 'latin1');
    const info = Buffer.concat([Buffer.from([0, length, full.length]), full, Buffer.from([0])]);
    return expand(digest, secret, info, length);
}
function expand(digest, secret, info, length) {
    return (0,external_node_crypto_.createHmac)(digest, secret)
        .update(info)
        .update(Buffer.from([1]))
        .digest()
        .subarray(0, length);
}
function certificates12(body) {
    return vectors(body.subarray(3, 3 + body.readUIntBE(0, 3)), 3);
}
function certificates13(body) {
    const start = 1 + (body[0] ?? 0);
    const list = body.subarray(start + 3, start + 3 + body.readUIntBE(start, 3));
    const found = [];
    for (let offset = 0; offset < list.length;) {
        const end = offset + 3 + list.readUIntBE(offset, 3);
        found.push(list.subarray(offset + 3, end));
        offset = end + 2 + list.readUInt16BE(end);
    }
    return found;
}
function authorities12(body) {
    const algorithms = 1 + (body[0] ?? 0);
    const names = algorithms + 2 + body.readUInt16BE(algorithms);
    return vectors(body.subarray(names + 2, names + 2 + body.readUInt16BE(names)), 2);
}
function authorities13(body) {
    const start = 1 + (body[0] ?? 0);
    const extensions = body.subarray(start + 2, start + 2 + body.readUInt16BE(start));
    for (let offset = 0; offset + 4 <= extensions.length;) {
        const end = offset + 4 + extensions.readUInt16BE(offset + 2);
        if (extensions.readUInt16BE(offset) === CERTIFICATE_AUTHORITIES)
            return vectors(extensions.subarray(offset + 6, end), 2);
        offset = end;
    }
    return [];
}
function vectors(list, size) {
    const found = [];
    for (let offset = 0; offset + size <= list.length;) {
        const end = offset + size + list.readUIntBE(offset, size);
        found.push(list.subarray(offset + size, end));
        offset = end;
    }
    return found;
}

;// CONCATENATED MODULE: ./src/probe/probe.ts









const TIMEOUT_MS = 20_000;
const MOST_RECORDED = 256 * 1024;
const MOST_BODY = 64 * 1024;
function probe(request) {
    const url = new URL(request.url);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    return new Promise((resolve) => {
        let stage = 'connection';
        let secret;
        let answered = { protocol: undefined, cipher: undefined };
        let over = false;
        let tap;
        const end = (rest) => {
            if (over)
                return;
            over = true;
            clearTimeout(timer);
            request.stop.removeEventListener('abort', stopped);
            hangUp();
            resolve({ ...answered, flight: readFlight(tap?.received() ?? Buffer.alloc(0), secret), ...rest });
        };
        const fail = (error) => {
            end({ status: undefined, body: '', failure: { code: (0,failure/* codeOf */.$N)(error) ?? 'unknown cause', stage } });
        };
        const begun = (over) => {
            try {
                return handshake(over, host, request);
            }
            catch (error) {
                fail(error);
                return undefined;
            }
        };
        const timer = setTimeout(() => fail({ code: 'ETIMEDOUT' }), request.timeoutMs ?? TIMEOUT_MS);
        const stopped = () => fail({ code: 'ABORTED' });
        request.stop.addEventListener('abort', stopped);
        const onReady = (connection) => {
            if (over)
                return;
            stage = 'handshake';
            tap = new Tap(connection);
            tap.on('error', fail);
            const socket = begun(tap);
            if (socket === undefined)
                return;
            socket.on('error', fail);
            socket.on('keylog', (line) => {
                const [label, , value] = line.toString('latin1').trim().split(' ');
                if (label === 'SERVER_HANDSHAKE_TRAFFIC_SECRET' && value !== undefined)
                    secret = Buffer.from(value, 'hex');
            });
            socket.once('secureConnect', () => {
                stage = 'request';
                answered = { protocol: socket.getProtocol() ?? undefined, cipher: socket.getCipher().standardName };
                ask(socket, url, end, fail);
            });
        };
        const hangUp = dial({ host, port: Number(url.port || 443) }, request.proxy, { onReady, fail });
        if (request.stop.aborted)
            stopped();
    });
}
function handshake(tap, host, { key, chain, trusted }) {
    return (0,external_node_tls_.connect)({
        socket: tap,
        ...((0,external_node_net_.isIP)(host) === 0 && { servername: host }),
        host,
        key: (0,armor/* armor */.yE)('PRIVATE KEY', key.pkcs8),
        cert: chain.map(x509_pem/* toPem */.sg).join(''),
        ca: trusted.map(x509_pem/* toPem */.sg),
        allowPartialTrustChain: true,
        rejectUnauthorized: true,
    });
}
function ask(socket, url, end, fail) {
    const sent = (0,external_node_https_.request)({
        createConnection: () => socket,
        host: url.hostname,
        port: url.port || 443,
        path: `${url.pathname}${url.search}`,
        method: 'GET',
        headers: { accept: '*/*', connection: 'close' },
    }, (response) => {
        let body = Buffer.alloc(0);
        const answer = () => end({ status: response.statusCode ?? 0, body: body.toString('utf8'), failure: undefined });
        response.on('data', (chunk) => {
            body = Buffer.concat([body, chunk]);
            if (body.length > MOST_BODY)
                answer();
        });
        response.on('end', answer);
        response.on('error', answer);
    });
    sent.on('error', fail);
    sent.end();
}
class Tap extends external_node_stream_.Duplex {
    #socket;
    #chunks = [];
    #size = 0;
    constructor(socket) {
        super();
        this.#socket = socket;
        socket.on('data', (chunk) => {
            if (this.#size < MOST_RECORDED)
                this.#chunks.push(chunk);
            this.#size += chunk.length;
            if (!this.push(chunk))
                socket.pause();
        });
        socket.on('end', () => this.push(null));
        socket.on('error', (error) => this.destroy(error));
        socket.on('close', () => this.destroy());
    }
    received() {
        return Buffer.concat(this.#chunks);
    }
    _read() {
        this.#socket.resume();
    }
    _write(chunk, _, done) {
        this.#socket.write(chunk, done);
    }
    _final(done) {
        this.#socket.end(done);
    }
}

;// CONCATENATED MODULE: ./src/commands/probing.ts







const MAX_CONTENT = 1024 * 1024;
const MOST_AT_ONCE = 4;
function createProbing(context) {
    const { spec, settings, ports } = context;
    const asked = new Map();
    const denied = ports.untrustedEvent !== undefined && !settings.allowUntrustedSpec;
    const keystoreOf = ({ protocolProfile }) => spec.protocolProfiles.get(protocolProfile)?.keystore ?? '';
    return {
        gate: async (keystore, record) => {
            const required = spec.probes.filter((one) => one.required && keystoreOf(one) === keystore);
            if (required.length === 0 || denied)
                return;
            const content = await contentOf(context, record);
            for (const one of required) {
                const findings = await probing_ask(one, keystore, content, context);
                asked.set(one, findings);
                const failed = findings.find(({ severity }) => severity === 'error');
                if (failed !== undefined)
                    throw new errors/* CodedError */.AK(failed.code, `${failed.message}; the new keystore is not used`);
            }
        },
        rest: async (skip) => {
            if (spec.probes.length === 0)
                return [];
            if (denied) {
                const message = `event ${ports.untrustedEvent}: probes of a spec that others may have written are not run`;
                return [(0,errors/* problemOf */.Zw)({ code: 'guard.untrusted-spec', severity: 'notice', message }, '')];
            }
            const inTurn = (0,limiter/* createLimiter */.z)(MOST_AT_ONCE);
            const told = spec.probes.map(async (one) => {
                const keystore = keystoreOf(one);
                if (skip(keystore))
                    return [];
                const findings = asked.get(one) ?? (await inTurn(() => askInUse(one, keystore, context)));
                return findings.map((finding) => (0,errors/* problemOf */.Zw)(finding, `protocol-profiles.${one.protocolProfile}`, one.at));
            });
            return (await Promise.all(told)).flat();
        },
    };
}
async function askInUse(one, keystore, context) {
    try {
        const profiles = await context.instance.find('protocol-profile', [
            { column: 'name', operator: '=', value: one.protocolProfile },
        ]);
        const record = profiles[0]?.columns.keystore ?? '';
        if (record === '')
            return [notThere(one, 'the profile is not on the instance yet')];
        return await probing_ask(one, keystore, await contentOf(context, record), context);
    }
    catch (error) {
        if (!(error instanceof errors/* CodedError */.AK))
            throw error;
        return [{ ...error.toFinding('warning'), message: `${one.url}: not asked: ${error.message}` }];
    }
}
const notThere = ({ url }, why) => ({
    code: 'probe.unreachable',
    severity: 'notice',
    message: `${url}: not asked: ${why}`,
});
async function contentOf({ instance }, record) {
    const [attachment, ...more] = await instance.attachments([record]);
    if (attachment === undefined || more.length > 0) {
        throw new errors/* CodedError */.AK('record.unclear', `certificate record ${record} has ${more.length + (attachment ? 1 : 0)} attachments`);
    }
    return instance.download(attachment.sysId, MAX_CONTENT);
}
async function probing_ask(one, keystore, content, context) {
    const { wanted, settings, ports } = context;
    const opened = await (0,read/* readKeystore */.J)(content, { store: wanted.contents.password(`keystores.${keystore}`) });
    const { key, chain } = (0,read/* privateKeyOf */.O)(opened);
    ports.values.derived(key.pkcs8, `key of ${keystore}`);
    const trusted = [...wanted.trusted.values()].flatMap(({ pem }) => (0,x509_pem/* readCertificates */.jZ)(Buffer.from(pem, 'latin1')));
    const answer = await probe({ url: one.url, key, chain, trusted, stop: ports.stop, proxy: ports.proxyFor(one.url) });
    return diagnose(answer, {
        url: one.url,
        status: one.expectStatus,
        required: one.required,
        now: ports.now(),
        expiryWarningDays: settings.expiryWarningMs / format/* DAY */.d_,
    });
}


/***/ }),

/***/ 64786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jZ: () => (/* binding */ readCertificates),
/* harmony export */   sg: () => (/* binding */ toPem)
/* harmony export */ });
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35016);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _armor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86747);
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97127);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28647);
/* harmony import */ var _pkcs7_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74864);







const MAX_CERTIFICATES = 200;
const CERTIFICATE_LABELS = new Set(['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE']);
const PKCS7_LABELS = new Set(['PKCS7', 'PKCS #7 SIGNED DATA', 'CMS']);
function toPem(certificate) {
    return (0,_armor_js__WEBPACK_IMPORTED_MODULE_2__/* .armor */ .yE)('CERTIFICATE', certificate.der);
}
function readCertificates(bytes) {
    refusePrivate(bytes);
    const blocks = coded(() => (0,_armor_js__WEBPACK_IMPORTED_MODULE_2__/* .blocksOf */ .SH)(bytes));
    for (const block of blocks)
        if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .isPrivate */ .G)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(block.bytes)))
            throw privateInPublic('a private key or a keystore');
    const found = blocks.flatMap((block) => coded(() => certificatesOf(block)));
    if (found.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('certificate.unreadable', `file holds no certificate${insteadOf(blocks)}`);
    if (found.length > MAX_CERTIFICATES) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('certificate.unreadable', `file holds more than ${MAX_CERTIFICATES} certificates`);
    }
    return found.map((der) => _certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .Certificate */ .u.fromDer(der));
}
function refusePrivate(bytes) {
    if (/BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY|PuTTY-User-Key-File/.test((0,_armor_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(bytes)))
        throw privateInPublic('a private key');
    const kind = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(bytes);
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .isPrivate */ .G)(kind))
        throw privateInPublic(kind.endsWith('ks') || kind === 'pkcs12' ? 'a keystore' : 'a private key');
}
const privateInPublic = (what) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('value.private-in-public', `${what} stands where only certificates are meant`);
function certificatesOf({ label, bytes }) {
    if (PKCS7_LABELS.has(label) || (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(bytes) === 'pkcs7')
        return (0,_pkcs7_js__WEBPACK_IMPORTED_MODULE_5__/* .readSignedData */ .f)(bytes);
    if (label === 'TRUSTED CERTIFICATE')
        return [(0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .readFirst */ .vv)(bytes).bytes];
    return CERTIFICATE_LABELS.has(label) || (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(bytes) === 'certificate' || label === '' ? [bytes] : [];
}
function insteadOf(blocks) {
    const names = new Set(blocks.map(({ label }) => label).filter((label) => label !== ''));
    return names.size === 0 ? '' : `, but ${[...names].join(', ')}`;
}
function coded(read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof _armor_js__WEBPACK_IMPORTED_MODULE_2__/* .PemError */ .fd || error instanceof _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .DerError */ .I4))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('certificate.unreadable', `certificate cannot be read: ${error.message}`);
    }
}


/***/ }),

/***/ 74864:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readSignedData),
/* harmony export */   u: () => (/* binding */ certsOnly)
/* harmony export */ });
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35016);
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75320);


const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
function certsOnly(certificates) {
    const distinct = certificates.filter((one, index) => certificates.findIndex((other) => other.equals(one)) === index);
    const sorted = distinct.map(({ der }) => der).sort((a, b) => a.compare(b));
    const signedData = (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(1), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .set */ .hZ)(), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)(DATA)), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .context */ ._O)(0, Buffer.concat(sorted)), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .set */ .hZ)());
    return (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)(SIGNED_DATA), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .context */ ._O)(0, signedData));
}
function readSignedData(bytes) {
    const [type, content] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .readOne */ .JF)(bytes, { ber: true }));
    if ((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asOid */ .jm)(type) !== SIGNED_DATA || !(0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isContext */ .aE)(content, 0))
        throw new _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .DerError */ .I4('it is not signed data');
    const [version, ...parts] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(content)[0]);
    (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSmallInteger */ .Gp)(version);
    const certificates = parts.find((part) => (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isContext */ .aE)(part, 0));
    if (certificates === undefined)
        return [];
    return (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(certificates)
        .filter((part) => (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(part, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.sequence))
        .map(({ bytes: der }) => der);
}


/***/ })

};
