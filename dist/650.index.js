export const id = 650;
export const ids = [650];
export const modules = {

/***/ 20650:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runEmulator: () => (/* binding */ runEmulator)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./emulator/assumptions.ts
const ASSUMPTIONS = {
    queryIgnoresCase: [true, false],
    attachmentHash: ['sha256', 'empty'],
    longPassword: ['cut', 'refuse'],
    passwordAsValue: ['dropped', 'stored-raw'],
    countAfterAcl: [false, true],
    keystoreDates: [false, true],
    basicAuthRestricted: [false, true],
    longUrls: ['taken', 'refused'],
    deletedReference: ['kept', 'cleared'],
    unordered: ['as-made', 'by-sys-id'],
    booleans: ['words', 'digits'],
    pemLineEnds: ['kept', 'crlf'],
    queryTimes: ['utc', 'zone-of-user'],
    clientWithoutUser: ['refused', 'token-only'],
    jwtClientSecret: ['ignored', 'required'],
};
const firsts = Object.fromEntries(Object.entries(ASSUMPTIONS).map(([name, [first]]) => [name, first]));
const DEFAULT_ASSUMPTIONS = firsts;
function parseAssumption(text) {
    const [name = '', value] = text.split('=');
    const values = Object.entries(ASSUMPTIONS).find(([known]) => known === name)?.[1];
    if (values === undefined)
        throw new Error(`'${name}' is none of ${Object.keys(ASSUMPTIONS).join(', ')}`);
    const chosen = values.find((known) => String(known) === value);
    if (chosen === undefined)
        throw new Error(`${name} is ${values.join(' or ')}, not '${value ?? ''}'`);
    return { [name]: chosen };
}

;// CONCATENATED MODULE: ./emulator/database.ts
class Database {
    #tables = new Map();
    #contents = new Map();
    #revision = 0;
    get revision() {
        return this.#revision;
    }
    rows(table) {
        return [...(this.#tables.get(table)?.values() ?? [])];
    }
    get(table, sysId) {
        return this.#tables.get(table)?.get(sysId);
    }
    put(table, sysId, row) {
        const rows = this.#tables.get(table) ?? new Map();
        this.#tables.set(table, rows);
        rows.set(sysId, row);
        this.#revision += 1;
    }
    delete(table, sysId) {
        this.#tables.get(table)?.delete(sysId);
        this.#contents.delete(sysId);
        this.#revision += 1;
    }
    content(attachmentId) {
        return this.#contents.get(attachmentId);
    }
    putContent(attachmentId, content) {
        this.#contents.set(attachmentId, content);
        this.#revision += 1;
    }
    snapshot() {
        return {
            tables: new Map([...this.#tables].map(([name, rows]) => [name, new Map(rows)])),
            contents: new Map(this.#contents),
        };
    }
    restore(snapshot) {
        this.#tables = new Map([...snapshot.tables].map(([name, rows]) => [name, new Map(rows)]));
        this.#contents = new Map(snapshot.contents);
        this.#revision += 1;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./emulator/time.ts
const stamp = (time) => time.toISOString().slice(0, 19).replace('T', ' ');
const utc = (stored) => new Date(`${stored.replace(' ', 'T')}Z`);
function inZone(stored, zone) {
    const time = utc(stored);
    if (stored === '' || Number.isNaN(time.getTime()))
        return stored;
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    return format.format(time);
}
function fromZone(seen, zone) {
    const asUtc = utc(seen).getTime();
    if (Number.isNaN(asUtc))
        return new Date(0);
    const offset = utc(inZone(stamp(new Date(asUtc)), zone)).getTime() - asUtc;
    const guess = asUtc - offset;
    return new Date(asUtc - (utc(inZone(stamp(new Date(guess)), zone)).getTime() - guess));
}

;// CONCATENATED MODULE: ./emulator/certificate.ts


const DAY = 86_400_000;
const inverted = (name) => name.split('\n').reverse().join(',');
function readCertificate(source) {
    try {
        return new external_node_crypto_.X509Certificate(source);
    }
    catch {
        return undefined;
    }
}
function computedColumns(certificate, now) {
    return {
        valid_from: stamp(new Date(certificate.validFrom)),
        expires: stamp(new Date(certificate.validTo)),
        expires_in_days: String(Math.floor((Date.parse(certificate.validTo) - now.getTime()) / DAY)),
        issuer: inverted(certificate.issuer),
        subject: inverted(certificate.subject),
        serial_number: BigInt(`0x${certificate.serialNumber}`).toString(),
    };
}
const commonName = (certificate) => /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? '';

;// CONCATENATED MODULE: ./emulator/passwords.ts

const IV = 12;
const TAG = 16;
class PasswordVault {
    key;
    #known = new Map();
    constructor(key = (0,external_node_crypto_.randomBytes)(32)) {
        this.key = key;
    }
    encrypt(clear) {
        const iv = (0,external_node_crypto_.randomBytes)(IV);
        const cipher = (0,external_node_crypto_.createCipheriv)('aes-256-gcm', this.key, iv);
        const encrypted = Buffer.concat([cipher.update(clear, 'utf8'), cipher.final()]);
        return Buffer.concat([iv, encrypted, cipher.getAuthTag()]).toString('base64');
    }
    decrypt(stored) {
        if (!this.#known.has(stored))
            this.#known.set(stored, this.#decrypt(stored));
        return this.#known.get(stored);
    }
    #decrypt(stored) {
        const bytes = Buffer.from(stored, 'base64');
        if (bytes.length < IV + TAG)
            return undefined;
        const decipher = (0,external_node_crypto_.createDecipheriv)('aes-256-gcm', this.key, bytes.subarray(0, IV));
        decipher.setAuthTag(bytes.subarray(-TAG));
        try {
            return decipher.update(bytes.subarray(IV, -TAG), undefined, 'utf8') + decipher.final('utf8');
        }
        catch {
            return undefined;
        }
    }
}
const digest = (salt, clear) => (0,external_node_crypto_.createHash)('sha256').update(`${salt}\0${clear}`).digest('hex');
function hashPassword(clear) {
    const salt = (0,external_node_crypto_.randomBytes)(8).toString('hex');
    return `${salt}$${digest(salt, clear)}`;
}
function isPassword(stored, clear) {
    const [salt = '', expected = ''] = stored.split('$');
    const actual = digest(salt, clear);
    return expected.length === actual.length && (0,external_node_crypto_.timingSafeEqual)(Buffer.from(expected), Buffer.from(actual));
}

;// CONCATENATED MODULE: ./emulator/refusal.ts
class Refusal extends Error {
    status;
    detail;
    constructor(status, message, detail = null) {
        super(message);
        this.status = status;
        this.detail = detail;
    }
}
const invalidTable = (table) => new Refusal(400, `Invalid table ${table}`);
const noSuchResource = () => new Refusal(400, 'Requested URI does not represent any resource');
const notAuthenticated = () => new Refusal(401, 'User Not Authenticated', 'Required to provide Auth information');
const noApiAccess = () => new Refusal(403, 'User Not Authorized', 'Failed API level ACL Validation');
const notReadable = () => new Refusal(403, 'Insufficient rights to query records');
const notWritable = (operation) => new Refusal(403, 'Operation Failed', `ACL Exception ${operation} Failed due to security constraints`);
const abortedBy = (table, rule) => new Refusal(403, 'Operation Failed', `Operation against file '${table}' was aborted by Business Rule '${rule}'. Business Rule Stack:${rule}`);
const missingMandatory = (label) => new Refusal(403, 'Operation Failed', `Data Policy Exception: ${label} is mandatory`);
const noRecord = () => new Refusal(404, 'No Record found', "Record doesn't exist or ACL restricts the record retrieval");

;// CONCATENATED MODULE: ./emulator/roles.ts

const rolesOf = (store, userId) => store
    .rows('sys_user_has_role')
    .filter((row) => row.user === userId && row.state !== 'inactive')
    .map((row) => store.get('sys_user_role', row.role ?? '')?.name ?? '');
const listed = (text) => (text ?? '')
    .split(',')
    .map((role) => role.trim())
    .filter((role) => role !== '');
const idOf = (...parts) => (0,external_node_crypto_.createHash)('md5').update(parts.join('.')).digest('hex');
function syncRoles(database, user, previous) {
    const wanted = listed(user.roles);
    for (const name of wanted) {
        const role = database.rows('sys_user_role').find((row) => row.name === name)?.sys_id ?? idOf('role', name);
        const has = idOf('has', user.sys_id, role);
        if (database.get('sys_user_role', role) === undefined)
            database.put('sys_user_role', role, { sys_id: role, name, description: '' });
        if (database.get('sys_user_has_role', has) === undefined) {
            database.put('sys_user_has_role', has, { sys_id: has, user: user.sys_id, role, inherited: 'false', state: 'active' });
        }
    }
    for (const name of listed(previous?.roles).filter((role) => !wanted.includes(role))) {
        const role = database.rows('sys_user_role').find((row) => row.name === name)?.sys_id ?? '';
        for (const row of database.rows('sys_user_has_role')) {
            if (row.user === user.sys_id && row.role === role)
                database.delete('sys_user_has_role', row.sys_id);
        }
    }
}

;// CONCATENATED MODULE: ./emulator/columns.ts
const column = (label, type, maxLength, more = {}) => ({
    label,
    type,
    maxLength,
    ...more,
});
const columns_text = (label, maxLength, more = {}) => column(label, 'string', maxLength, more);
const flag = (label, initial = 'false') => column(label, 'boolean', 40, { default: initial });
const reference = (label, table, more = {}) => column(label, 'reference', 32, { reference: table, ...more });
const choice = (label, choices, initial) => column(label, 'choice', 40, { choices, ...(initial === undefined ? {} : { default: initial }) });
const computed = (label, type, maxLength) => column(label, type, maxLength, { readOnly: true });
const SYSTEM = {
    sys_id: computed('Sys ID', 'GUID', 32),
    sys_created_on: computed('Created', 'glide_date_time', 40),
    sys_created_by: computed('Created by', 'string', 40),
    sys_updated_on: computed('Updated', 'glide_date_time', 40),
    sys_updated_by: computed('Updated by', 'string', 40),
    sys_mod_count: computed('Updates', 'integer', 40),
    sys_tags: computed('Tags', 'string', 40),
};
const table = (label, display, columns, more = {}) => ({
    label,
    display,
    columns: more.parent === undefined ? { ...columns, ...SYSTEM } : columns,
    readRoles: ['admin'],
    writeRoles: ['admin'],
    ...more,
});

;// CONCATENATED MODULE: ./emulator/tables-people.ts

const LEVELS = { '1': '1 - High', '2': '2 - Medium', '3': '3 - Low' };
const PRIORITIES = { '1': '1 - Critical', '2': '2 - High', '3': '3 - Moderate', '4': '4 - Low', '5': '5 - Planning' };
const PEOPLE = {
    sys_user: table('User', 'name', {
        user_name: columns_text('User ID', 40, { mandatory: true }),
        name: columns_text('Name', 151),
        first_name: columns_text('First name', 50),
        last_name: columns_text('Last name', 50),
        email: columns_text('Email', 100),
        title: columns_text('Title', 60),
        department: reference('Department', 'cmn_department'),
        user_password: column('Password', 'password', 255),
        roles: columns_text('Roles', 1000),
        active: flag('Active', 'true'),
        locked_out: flag('Locked out'),
        web_service_access_only: flag('Web service access only'),
        time_zone: columns_text('Time zone', 40),
    }, { readRoles: [] }),
    sys_user_role: table('Role', 'name', { name: columns_text('Name', 100), description: columns_text('Description', 1024) }, { readRoles: [] }),
    sys_user_has_role: table('User Role', 'role', {
        user: reference('User', 'sys_user'),
        role: reference('Role', 'sys_user_role'),
        inherited: flag('Inherited'),
        state: columns_text('State', 40, { default: 'active' }),
    }, { readRoles: [] }),
    sys_user_group: table('Group', 'name', { name: columns_text('Name', 80), active: flag('Active', 'true') }, { readRoles: [] }),
    cmn_department: table('Department', 'name', { name: columns_text('Name', 100) }, { readRoles: [] }),
    incident: table('Incident', 'number', {
        number: columns_text('Number', 40, { numbered: 'INC' }),
        short_description: columns_text('Short description', 160),
        description: columns_text('Description', 4000),
        caller_id: reference('Caller', 'sys_user'),
        opened_by: reference('Opened by', 'sys_user'),
        assigned_to: reference('Assigned to', 'sys_user'),
        assignment_group: reference('Assignment group', 'sys_user_group'),
        category: columns_text('Category', 40, { default: 'inquiry' }),
        active: flag('Active', 'true'),
        state: choice('State', { '1': 'New', '2': 'In Progress', '3': 'On Hold', '6': 'Resolved', '7': 'Closed', '8': 'Canceled' }, '1'),
        hold_reason: choice('On hold reason', {
            '1': 'Awaiting Caller',
            '3': 'Awaiting Problem',
            '4': 'Awaiting Vendor',
            '5': 'Awaiting Change',
        }),
        impact: choice('Impact', LEVELS, '3'),
        urgency: choice('Urgency', LEVELS, '3'),
        priority: { ...choice('Priority', PRIORITIES, '5'), readOnly: true },
        close_code: columns_text('Resolution code', 40),
        close_notes: columns_text('Resolution notes', 4000),
        opened_at: computed('Opened', 'glide_date_time', 40),
        sys_class_name: computed('Task type', 'string', 80),
    }, { readRoles: [], writeRoles: ['itil'] }),
    change_request: table('Change Request', 'number', {
        number: columns_text('Number', 40, { numbered: 'CHG' }),
        short_description: columns_text('Short description', 160),
        state: choice('State', {
            '-5': 'New',
            '-4': 'Assess',
            '-3': 'Authorize',
            '-2': 'Scheduled',
            '-1': 'Implement',
            '0': 'Review',
            '3': 'Closed',
            '4': 'Canceled',
        }, '-5'),
        on_hold: flag('On hold'),
        start_date: column('Planned start date', 'glide_date_time', 40),
        end_date: column('Planned end date', 'glide_date_time', 40),
        active: flag('Active', 'true'),
        sys_class_name: computed('Task type', 'string', 80),
    }, { readRoles: ['itil'], writeRoles: ['itil'] }),
    sys_number_counter: table('Number Counter', 'table', {
        table: columns_text('Table', 80),
        number: column('Number', 'integer', 40),
    }),
};

;// CONCATENATED MODULE: ./emulator/tables-sign-in.ts

const registry = { parent: 'sys_metadata', readRoles: ['oauth_admin'], writeRoles: ['oauth_admin'] };
const SIGN_IN = {
    oauth_entity: table('Application Registries', 'name', {
        name: columns_text('Name', 100, { mandatory: true }),
        type: choice('Type', { client: 'OAuth Client', oauth_provider: 'OAuth Provider', jwt: 'OAuth JWT' }, 'client'),
        client_id: columns_text('Client ID', 100),
        client_secret: column('Client Secret', 'password2', 255),
        token_url: columns_text('Token URL', 1024),
        user: reference('OAuth Application User', 'sys_user'),
        active: flag('Active', 'true'),
        use_mutual_auth: flag('Use mutual authentication'),
        protocol_name: reference('Protocol profile', 'sys_protocol_profile'),
    }, registry),
    jwt_verifier_map: table('JWT Verifier Map', 'name', {
        name: columns_text('Name', 100),
        kid: columns_text('Kid', 100),
        oauth_entity: reference('OAuth JWT', 'oauth_entity'),
        sys_certificate: reference('Sys certificate', 'sys_certificate'),
    }, registry),
    sys_user_certificate: table('User to Certificate Mapping', 'name', {
        name: columns_text('Name', 100),
        user: reference('User', 'sys_user'),
        pem_certificate: columns_text('PEM Certificate', 4000),
        active: flag('Active', 'true'),
    }),
    api_key: table('REST API Key', 'name', {
        name: columns_text('Name', 100),
        token: column('Token', 'password2', 255),
        user: reference('User', 'sys_user'),
        active: flag('Active', 'true'),
    }),
};

;// CONCATENATED MODULE: ./emulator/tables-updates.ts

const UPDATES = {
    sys_update_set: table('Update Set', 'name', {
        name: columns_text('Name', 80, { mandatory: true }),
        application: reference('Application', 'sys_scope', { default: 'global' }),
        state: choice('State', { 'in progress': 'In progress', complete: 'Complete', ignore: 'Ignore' }, 'in progress'),
        is_default: flag('Default set'),
    }),
    sys_update_xml: table('Customer Update', 'name', {
        name: columns_text('Name', 255),
        action: choice('Action', { INSERT_OR_UPDATE: 'INSERT_OR_UPDATE', DELETE: 'DELETE' }),
        type: columns_text('Type', 80),
        target_name: columns_text('Target name', 255),
        update_set: reference('Update set', 'sys_update_set'),
        application: reference('Application', 'sys_scope'),
    }),
    sys_user_preference: table('User Preference', 'name', {
        name: columns_text('Name', 100, { mandatory: true }),
        value: column('Value', 'string', 1000),
        user: reference('User', 'sys_user'),
    }),
};

;// CONCATENATED MODULE: ./emulator/tables.ts




const metadata = { parent: 'sys_metadata', readRoles: ['web_service_admin'], writeRoles: ['web_service_admin'] };
const AUTHENTICATION = choice('Authentication type', { no_authentication: 'No authentication', basic: 'Basic', oauth2: 'OAuth 2.0' }, 'no_authentication');
const TABLES = {
    sys_certificate: table('X.509 Certificate', 'name', {
        name: columns_text('Name', 128, { mandatory: true }),
        type: choice('Type', { trust_store: 'Trust Store Cert', key_store: 'Java Key Store', pkcs12_key_store: 'PKCS12 Key Store' }, 'trust_store'),
        format: choice('Format', { pem: 'PEM', der: 'DER' }, 'pem'),
        active: flag('Active', 'true'),
        pem_certificate: columns_text('PEM Certificate', 4000),
        key_store_password: column('Key store password', 'password2', 255),
        short_description: columns_text('Short description', 100),
        valid_from: computed('Valid from', 'glide_date_time', 40),
        expires: computed('Expires', 'glide_date_time', 40),
        expires_in_days: computed('Expires in days', 'integer', 40),
        issuer: computed('Issuer', 'string', 512),
        subject: computed('Subject', 'string', 512),
        serial_number: computed('Serial number', 'string', 100),
        expiration_notification: flag('Expiration notification', 'true'),
        warn_in_days_to_expire: column('Warn in days to expire', 'integer', 40, { default: '20' }),
        notify_on_expiration: column('Notify on expiration', 'glide_list', 1024, { reference: 'sys_user' }),
    }),
    sys_protocol_profile: table('Protocol Profile', 'protocol', {
        protocol: columns_text('Protocol', 40, { mandatory: true }),
        default_port: columns_text('Default port', 5, { default: '443' }),
        keystore: reference('Keystore', 'sys_certificate'),
    }),
    sys_rest_message: table('REST Message', 'name', {
        name: columns_text('Name', 100, { mandatory: true }),
        description: columns_text('Description', 1000),
        rest_endpoint: columns_text('Endpoint', 200),
        authentication_type: AUTHENTICATION,
        use_mutual_auth: flag('Use mutual authentication'),
        protocol_name: reference('Protocol profile', 'sys_protocol_profile'),
        use_mid_server: reference('Use MID Server', 'ecc_agent'),
    }, metadata),
    sys_rest_message_fn: table('HTTP Method', 'function_name', {
        function_name: columns_text('Name', 100, { mandatory: true }),
        rest_message: reference('REST Message', 'sys_rest_message'),
        http_method: choice('HTTP method', { get: 'GET', post: 'POST', put: 'PUT', delete: 'DELETE', patch: 'PATCH' }, 'get'),
        rest_endpoint: columns_text('Endpoint', 200),
        authentication_type: AUTHENTICATION,
        use_mutual_auth: flag('Use mutual authentication'),
        protocol_name: reference('Protocol profile', 'sys_protocol_profile'),
        use_mid_server: reference('Use MID Server', 'ecc_agent'),
    }, metadata),
    sys_soap_message: table('SOAP Message', 'name', {
        name: columns_text('Name', 100, { mandatory: true }),
        description: columns_text('Description', 1000),
        wsdl: columns_text('WSDL', 1024),
        authentication_type: AUTHENTICATION,
        enable_mutual_auth: flag('Enable mutual authentication'),
        protocol_profile: reference('Protocol profile', 'sys_protocol_profile'),
        use_mid_server: reference('Use MID Server', 'ecc_agent'),
    }, metadata),
    sys_soap_message_function: table('SOAP Message Function', 'function_name', {
        function_name: columns_text('Name', 100, { mandatory: true }),
        soap_message: reference('SOAP Message', 'sys_soap_message'),
        soap_endpoint: columns_text('SOAP endpoint', 1024),
        enable_mutual_auth: flag('Enable mutual authentication'),
        protocol_profile: reference('Protocol profile', 'sys_protocol_profile'),
        use_mid_server: reference('Use MID Server', 'ecc_agent'),
    }, metadata),
    ...SIGN_IN,
    http_connection: table('HTTP(s) Connection', 'name', {
        name: columns_text('Name', 100, { mandatory: true }),
        connection_url: columns_text('Connection URL', 1024),
        use_url_builder: flag('URL builder'),
        host: columns_text('Host', 255),
        use_mutual_auth: flag('Mutual authentication'),
        protocol_profile: reference('Protocol profile', 'sys_protocol_profile'),
        use_mid: flag('Use MID server'),
        active: flag('Active', 'true'),
    }, { ...metadata, readRoles: ['connection_admin'], writeRoles: ['connection_admin'] }),
    ldap_server_config: table('LDAP Server', 'name', {
        name: columns_text('Name', 40, { mandatory: true }),
        active: flag('Active', 'true'),
        ssl_certificate: reference('SSL certificate', 'sys_certificate'),
    }),
    saml2_update1_properties: table('Identity Provider', 'name', {
        name: columns_text('Name', 100, { mandatory: true }),
        x509_certificate: reference('X.509 certificate', 'sys_certificate'),
    }),
    ecc_agent: table('MID Server', 'name', { name: columns_text('Name', 100, { mandatory: true }) }),
    sys_attachment: table('Attachment', 'file_name', {
        file_name: columns_text('File name', 100, { readOnly: true }),
        table_name: computed('Table name', 'string', 80),
        table_sys_id: computed('Table sys ID', 'string', 40),
        content_type: computed('Content type', 'string', 256),
        size_bytes: computed('Size bytes', 'integer', 40),
        size_compressed: computed('Size compressed', 'integer', 40),
        compressed: computed('Compressed', 'boolean', 40),
        hash: computed('Hash', 'string', 256),
        state: computed('State', 'string', 40),
        chunk_size_bytes: computed('Chunk size bytes', 'integer', 40),
        image_height: computed('Image height', 'integer', 40),
        image_width: computed('Image width', 'integer', 40),
        average_image_color: computed('Average image color', 'string', 7),
    }, { readRoles: [] }),
    ...PEOPLE,
    ...UPDATES,
    sys_properties: table('System Property', 'name', {
        name: columns_text('Name', 100, { mandatory: true }),
        value: columns_text('Value', 4000),
        description: columns_text('Description', 512),
        type: columns_text('Type', 40, { default: 'string' }),
    }, { parent: 'sys_metadata' }),
    sys_scope: table('Application', 'name', { name: columns_text('Name', 100), scope: columns_text('Scope', 18) }, { readRoles: [] }),
    sys_metadata: table('Application File', 'sys_name', {
        sys_class_name: computed('Class', 'string', 80),
        sys_name: computed('Display name', 'string', 255),
        sys_scope: reference('Application', 'sys_scope', { default: 'global' }),
        sys_policy: choice('Protection policy', { read: 'Read-only', protected: 'Protected' }),
    }, {}),
    sys_db_object: table('Table', 'label', { name: columns_text('Name', 80), label: columns_text('Label', 80), super_class: reference('Extends table', 'sys_db_object') }, { stock: true }),
    sys_dictionary: table('Dictionary Entry', 'column_label', {
        name: columns_text('Table', 80),
        element: columns_text('Column name', 80),
        internal_type: reference('Type', 'sys_glide_object', { referenceKey: 'name' }),
        max_length: column('Max length', 'integer', 40),
        reference: reference('Reference', 'sys_db_object', { referenceKey: 'name' }),
        column_label: columns_text('Column label', 80),
        mandatory: flag('Mandatory'),
        default_value: columns_text('Default value', 512),
        active: flag('Active', 'true'),
    }, { stock: true }),
    sys_glide_object: table('Field class', 'label', { name: columns_text('Name', 40), label: columns_text('Label', 40) }, { stock: true }),
    sys_choice: table('Choice', 'label', {
        name: columns_text('Table', 80),
        element: columns_text('Element', 80),
        value: columns_text('Value', 200),
        label: columns_text('Label', 500),
        language: columns_text('Language', 20, { default: 'en' }),
        sequence: column('Sequence', 'integer', 40),
        inactive: flag('Inactive'),
    }, { stock: true }),
};
const tableOf = (name) => (Object.hasOwn(TABLES, name) ? TABLES[name] : undefined);
function columnsOf(name) {
    const found = tableOf(name);
    if (found === undefined)
        return {};
    return found.parent === undefined ? found.columns : { ...found.columns, ...columnsOf(found.parent) };
}

;// CONCATENATED MODULE: ./emulator/access.ts





const STOCK_ZONE = 'America/Los_Angeles';
function userWithPassword(store, name, password) {
    const user = store.rows('sys_user').find((row) => row.user_name === name && row.active === 'true' && row.locked_out !== 'true');
    return user !== undefined && isPassword(user.user_password ?? '', password) ? user : undefined;
}
function basicCredentials(authorization) {
    const [, encoded = ''] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '') ?? [];
    const [, name = '', password = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
    return { name, password };
}
function signIn(request, api, context) {
    const { store, tokens, assume, now } = context;
    const { authorization, 'x-sn-apikey': key } = request.headers;
    const [, token] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
    const user = key !== undefined
        ? userOfKey(store, key)
        : token !== undefined
            ? store.get('sys_user', tokens.userOf(token, now()) ?? '')
            : authorization === undefined && request.clientCertificate !== undefined
                ? userOfCertificate(store, request.clientCertificate)
                : userOfBasic(store, authorization, assume);
    if (user?.active !== 'true')
        throw notAuthenticated();
    const refused = store.refusedApis;
    if (refused.has(api) && authorization?.startsWith('Basic ') !== true)
        throw noApiAccess();
    return sessionOf(store, user);
}
const sessionOf = (store, user) => ({
    userId: user.sys_id,
    userName: user.user_name ?? '',
    roles: rolesOf(store, user.sys_id),
    timeZone: (user.time_zone ?? '') || STOCK_ZONE,
});
function userOfBasic(store, authorization, assume) {
    const { name, password } = basicCredentials(authorization);
    const user = userWithPassword(store, name, password);
    const interactive = user?.web_service_access_only !== 'true';
    const restricted = assume.basicAuthRestricted && interactive;
    return restricted && !rolesOf(store, user?.sys_id ?? '').includes('snc_basic_auth_api_access') ? undefined : user;
}
function userOfKey(store, key) {
    const found = store
        .rows('api_key')
        .find((row) => row.active === 'true' && store.password('api_key', row.sys_id, 'token') === key);
    return found && store.get('sys_user', found.user ?? '');
}
function userOfCertificate(store, certificate) {
    const mapped = store
        .rows('sys_user_certificate')
        .find((row) => readCertificate(row.pem_certificate ?? '')?.fingerprint256 === certificate.fingerprint256);
    if (mapped === undefined)
        return store.find('sys_user', 'user_name', commonName(certificate));
    return mapped.active === 'true' ? store.get('sys_user', mapped.user ?? '') : undefined;
}
const allows = (roles, session) => roles.length === 0 || session.roles.includes('admin') || roles.some((role) => session.roles.includes(role));
const mayRead = (table, session) => allows(tableOf(table)?.readRoles ?? ['admin'], session);
const mayWrite = (table, session) => !session.roles.includes('snc_read_only') && allows(tableOf(table)?.writeRoles ?? ['admin'], session);

;// CONCATENATED MODULE: ./emulator/message.ts
const NOTHING = Buffer.alloc(0);
const json = (status, value, headers = {}) => ({
    status,
    headers: { 'Content-Type': 'application/json;charset=UTF-8', ...headers },
    body: Buffer.from(JSON.stringify(value)),
});
const html = (status, title, headers = {}) => ({
    status,
    headers: { 'Content-Type': 'text/html;charset=UTF-8', ...headers },
    body: Buffer.from(`<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`),
});
const empty = (status, headers = {}) => ({
    status,
    headers,
    body: NOTHING,
});
const failure = (status, message, detail, headers = {}) => json(status, { error: { message, detail }, status: 'failure' }, headers);
function parameter(request, name) {
    const value = request.parameters.get(name);
    return value === null || value === '' ? undefined : value;
}
const flagged = (request, name) => parameter(request, name)?.toLowerCase() === 'true';
const isArray = (value) => Array.isArray(value);
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function parseJson(bytes) {
    try {
        const value = JSON.parse(bytes.toString('utf8'));
        return isJson(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
const isJson = (value) => value === null ||
    ['string', 'number', 'boolean'].includes(typeof value) ||
    (Array.isArray(value) ? value.every(isJson) : isObject(value));

;// CONCATENATED MODULE: ./emulator/multipart.ts

const HEADER_END = Buffer.from('\r\n\r\n');
function readMultipart(contentType, body) {
    const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
    const boundary = quoted ?? plain;
    if (boundary === undefined)
        throw new Refusal(400, 'Invalid request', 'the request is not multipart/form-data');
    const delimiter = Buffer.from(`--${boundary}`);
    const parts = [];
    for (let at = body.indexOf(delimiter); at >= 0;) {
        const next = body.indexOf(delimiter, at + delimiter.length);
        if (next < 0)
            break;
        const part = readPart(body.subarray(at + delimiter.length + 2, next - 2));
        if (part !== undefined)
            parts.push(part);
        at = next;
    }
    return parts;
}
function readPart(bytes) {
    const end = bytes.indexOf(HEADER_END);
    if (end < 0)
        return undefined;
    const header = bytes.subarray(0, end).toString('utf8');
    const value = (pattern) => pattern.exec(header)?.[1];
    const name = value(/[; ]name="([^"]*)"/i);
    if (name === undefined)
        return undefined;
    return {
        name,
        fileName: value(/filename="([^"]*)"/i),
        contentType: value(/^Content-Type: *(.+)$/im)?.trim(),
        content: bytes.subarray(end + HEADER_END.length),
    };
}

;// CONCATENATED MODULE: ./emulator/output.ts


const keyOf = (column) => column.referenceKey ?? 'sys_id';
function target(column, value, { store }) {
    if (value === '' || column.reference === undefined)
        return undefined;
    return keyOf(column) === 'sys_id' ? store.get(column.reference, value) : store.find(column.reference, keyOf(column), value);
}
function displayed(column, value, shape, context) {
    switch (column.type) {
        case 'reference':
            return target(column, value, context)?.[tableOf(column.reference ?? '')?.display ?? ''] ?? '';
        case 'choice':
            return column.choices?.[value] ?? value;
        case 'glide_date_time':
            return inZone(value, shape.session.timeZone);
        case 'boolean':
            return value === '1' ? 'true' : value === '0' ? 'false' : value;
        case 'string':
        case 'integer':
        case 'glide_list':
        case 'GUID':
        case 'collection':
        case 'password':
        case 'password2':
            return value;
    }
}
function output_link(column, value, shape) {
    const table = `${shape.origin}/api/now/table/${column.reference ?? ''}`;
    return keyOf(column) === 'sys_id' ? `${table}/${value}` : `${table}?${keyOf(column)}=${value}`;
}
const told = (column, value, { booleans }) => column.type !== 'boolean' || booleans === 'words' ? value : value === 'true' ? '1' : '0';
function answered(column, stored, shape, context) {
    const value = told(column, stored, context.assume);
    const linked = column.type === 'reference' && shape.links && value !== '' ? { link: output_link(column, value, shape) } : undefined;
    if (shape.display === 'false')
        return linked === undefined ? value : { ...linked, value };
    const shown = displayed(column, value, shape, context);
    if (shape.display === 'all')
        return { display_value: shown, value, ...linked };
    return linked === undefined ? shown : { display_value: shown, ...linked };
}
function walk(table, row, path, shape, context) {
    const [name = '', ...rest] = path.split('.');
    const column = context.schema.column(table, name);
    if (column === undefined)
        return undefined;
    const value = row?.[name] ?? '';
    if (rest.length === 0)
        return answered(column, value, shape, context);
    if (column.type !== 'reference' || column.reference === undefined)
        return undefined;
    return walk(column.reference, target(column, value, context), rest.join('.'), shape, context);
}
function answerRow(table, row, shape, context) {
    const names = shape.fields ?? context.schema.columns(table).map(([name]) => name);
    const result = {};
    for (const name of names) {
        const value = walk(table, row, name, shape, context);
        if (value !== undefined)
            result[name] = value;
    }
    return result;
}

;// CONCATENATED MODULE: ./emulator/constants.ts

const HOUR = 3_600_000;
const constants_DAY = 24 * HOUR;
const CALL = /^javascript:\s*(?:return\s+)?gs\.(\w+)\(([^()]*)\)(?:\.getDisplayValue\(\))?\s*;?$/;
function midnight({ now, timeZone }, days) {
    const local = inZone(stamp(new Date(now.getTime() + days * constants_DAY)), timeZone);
    return fromZone(`${local.slice(0, 10)} 00:00:00`, timeZone);
}
const startOf = (asker, days) => stamp(midnight(asker, days));
const endOf = (asker, days) => stamp(new Date(midnight(asker, days + 1).getTime() - 1000));
function constant(script, asker) {
    const [, name = '', given = ''] = CALL.exec(script) ?? [];
    const args = given
        .split(',')
        .map((arg) => arg.trim().replace(/^(["'])(.*)\1$/, '$2'))
        .filter((arg) => arg !== '');
    const count = Number(args[0] ?? '0') || 0;
    const ago = (ms) => stamp(new Date(asker.now.getTime() - ms));
    switch (name) {
        case 'getUserID':
            return asker.userId;
        case 'getUserName':
            return asker.userName;
        case 'dateGenerate': {
            const [date = '', time = date.slice(11)] = args;
            const named = { '': '00:00:00', start: '00:00:00', end: '23:59:59' }[time] ?? time;
            const text = `${date.slice(0, 10)} ${named}`;
            return asker.zoned ? stamp(fromZone(text, asker.timeZone)) : text;
        }
        case 'nowDateTime':
        case 'now':
            return ago(0);
        case 'minutesAgo':
        case 'minutesAgoStart':
            return ago(count * 60_000);
        case 'hoursAgo':
        case 'hoursAgoStart':
            return ago(count * HOUR);
        case 'daysAgo':
            return ago(count * constants_DAY);
        case 'daysAgoStart':
            return startOf(asker, -count);
        case 'daysAgoEnd':
            return endOf(asker, -count);
        case 'beginningOfToday':
            return startOf(asker, 0);
        case 'endOfToday':
            return endOf(asker, 0);
        case 'beginningOfYesterday':
            return startOf(asker, -1);
        case 'endOfYesterday':
            return endOf(asker, -1);
        default:
            return '';
    }
}

;// CONCATENATED MODULE: ./emulator/query.ts


const TERM = /^([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*)(!=|<=|>=|=|<|>|NOT IN|NOT LIKE|NOTLIKE|DOES NOT CONTAIN|CONTAINS|INSTANCEOF|IN|LIKE|STARTSWITH|ENDSWITH|ISEMPTY|ISNOTEMPTY|EMPTYSTRING|ANYTHING|BETWEEN|NSAMEAS|SAMEAS|GT_OR_EQUALS_FIELD|LT_OR_EQUALS_FIELD|GT_FIELD|LT_FIELD|NOTON|ON|RELATIVE(?:GT|GE|LT|LE|EE))(.*)$/s;
const SPELLINGS = {
    NOTLIKE: 'NOT LIKE',
    'DOES NOT CONTAIN': 'NOT LIKE',
    CONTAINS: 'LIKE',
    INSTANCEOF: '=',
    SAMEAS: '=',
    NSAMEAS: '!=',
    GT_FIELD: '>',
    LT_FIELD: '<',
    GT_OR_EQUALS_FIELD: '>=',
    LT_OR_EQUALS_FIELD: '<=',
};
const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 };
function field(table, path, context) {
    const [name = '', ...rest] = path.split('.');
    const column = context.column(table, name);
    if (column === undefined)
        return undefined;
    if (rest.length === 0)
        return { column, of: (row) => row[name] ?? '' };
    const target = column.reference;
    if (column.type !== 'reference' || target === undefined)
        return undefined;
    const inner = field(target, rest.join('.'), context);
    return (inner && {
        column: inner.column,
        of: (row) => {
            const other = context.get(target, row[name] ?? '');
            return other === undefined ? '' : inner.of(other);
        },
    });
}
const truth = (value) => (value === '1' || value === 'yes' || value === 'true' ? 'true' : 'false');
function comparisons(order) {
    const there = (test) => (own, value) => own !== '' && test(own, value);
    return {
        '=': (own, value) => own === value,
        '!=': (own, value) => own !== value,
        '<': there((own, value) => order(own, value) < 0),
        '<=': there((own, value) => order(own, value) <= 0),
        '>': there((own, value) => order(own, value) > 0),
        '>=': there((own, value) => order(own, value) >= 0),
        LIKE: (own, value) => own.includes(value),
        'NOT LIKE': (own, value) => !own.includes(value),
        STARTSWITH: (own, value) => own.startsWith(value),
        ENDSWITH: (own, value) => own.endsWith(value),
        ISEMPTY: (own) => own === '',
        EMPTYSTRING: (own) => own === '',
        ISNOTEMPTY: (own) => own !== '',
        ANYTHING: () => true,
    };
}
function comparison({ column, of }, operator, given, context) {
    const { ignoreCase, asker } = context;
    const fold = (text) => (column.type === 'boolean' ? truth(text) : ignoreCase ? text.toLowerCase() : text);
    const meant = (text) => fold(text.startsWith('javascript:') ? constant(text, asker) : text);
    const order = (a, b) => (column.type === 'integer' ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0);
    const own = (row) => fold(of(row));
    const within = (text) => {
        const [low = '', high = ''] = text.split('@').map(meant);
        return (row) => own(row) !== '' && order(own(row), low) >= 0 && order(own(row), high) <= 0;
    };
    switch (operator) {
        case 'IN':
        case 'NOT IN': {
            const among = new Set(given.split(',').map((text) => meant(text.trim())));
            return (row) => among.has(own(row)) === (operator === 'IN');
        }
        case 'BETWEEN':
            return within(given);
        case 'ON':
        case 'NOTON': {
            const on = within(given.slice(given.indexOf('@') + 1));
            return (row) => on(row) === (operator === 'ON');
        }
    }
    if (operator.startsWith('RELATIVE'))
        return relative(own, operator.slice('RELATIVE'.length), given, asker.now);
    const value = meant(given);
    const test = comparisons(order)[operator];
    const unary = operator.includes('EMPTY');
    return (row) => test?.(unary ? of(row) : own(row), value) ?? false;
}
function relative(own, comparator, given, now) {
    const [, unit = '', direction, count = ''] = given.split('@');
    const ms = (UNITS[unit] ?? 0) * (Number(count) || 0);
    const bound = stamp(new Date(now.getTime() + (direction === 'ahead' ? ms : -ms)));
    const minute = bound.slice(0, 16);
    const tests = {
        GT: (text) => text > bound,
        GE: (text) => text >= bound,
        LT: (text) => text < bound,
        LE: (text) => text <= bound,
        EE: (text) => text.startsWith(minute),
    };
    return (row) => own(row) !== '' && (tests[comparator]?.(own(row)) ?? false);
}
function sameRow(left, operator, right) {
    const integer = left.column.type === 'integer';
    const order = (a, b) => (integer ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0);
    const test = comparisons(order)[operator];
    return (row) => test?.(left.of(row), right.of(row)) ?? false;
}
function compileQuery(query, table, context) {
    const dropped = [];
    const orders = [];
    const alternatives = [];
    let groups = [];
    const order = (path, direction) => {
        const by = field(table, path, context);
        if (by === undefined) {
            dropped.push(path);
            return;
        }
        const number = by.column.type === 'integer';
        orders.push((a, b) => {
            const [left, right] = [by.of(a), by.of(b)];
            return direction * (number ? Number(left) - Number(right) : left < right ? -1 : left > right ? 1 : 0);
        });
    };
    const finish = () => {
        const all = groups.filter((group) => group.length > 0);
        alternatives.push([(row) => all.every((group) => group.some((test) => test(row)))]);
        groups = [];
    };
    const condition = (text) => {
        const [, path = '', operator = '', value = ''] = TERM.exec(text) ?? [];
        const found = path === '' ? undefined : field(table, path, context);
        const plain = SPELLINGS[operator] ?? operator;
        if (found !== undefined && !/FIELD$|SAMEAS$/.test(operator))
            return [comparison(found, plain, value, context)];
        const other = found && field(table, value.split('@')[0] ?? '', context);
        if (found !== undefined && other !== undefined)
            return [sameRow(found, plain, other)];
        dropped.push(text);
        return [];
    };
    for (const part of query.split('^')) {
        if (part === '' || part === 'EQ' || part.startsWith('GROUPBY'))
            continue;
        if (part.startsWith('ORDERBYDESC'))
            order(part.slice('ORDERBYDESC'.length), -1);
        else if (part.startsWith('ORDERBY'))
            order(part.slice('ORDERBY'.length), 1);
        else if (part.startsWith('NQ')) {
            finish();
            groups.push(condition(part.slice(2)));
        }
        else if (part.startsWith('OR')) {
            const last = groups.at(-1);
            const tests = condition(part.slice(2));
            if (last === undefined)
                groups.push(tests);
            else
                last.push(...tests);
        }
        else
            groups.push(condition(part));
    }
    finish();
    return {
        matches: (row) => alternatives.some((tests) => tests.every((test) => test(row))),
        compare: (a, b) => orders.reduce((result, by) => (result === 0 ? by(a, b) : result), 0),
        dropped,
    };
}

;// CONCATENATED MODULE: ./emulator/table-api.ts





const DEFAULT_LIMIT = 10_000;
function tableApi(request, context) {
    const [table = '', sysId, ...rest] = request.segments;
    if (table === '' || rest.length > 0)
        throw noSuchResource();
    if (context.schema.table(table) === undefined)
        throw invalidTable(table);
    checkMedia(request);
    switch (`${request.method} ${sysId === undefined ? 'table' : 'record'}`) {
        case 'GET table':
            return list(table, request, context);
        case 'GET record':
            return one(table, sysId ?? '', request, context);
        case 'POST table':
            return create(table, request, context);
        case 'PUT record':
        case 'PATCH record':
            return change(table, sysId ?? '', request, context);
        case 'DELETE record':
            return remove(table, sysId ?? '', context);
        default:
            throw new Refusal(405, 'Method not allowed', `${request.method} is not supported here`);
    }
}
function checkMedia({ method, headers }) {
    const { accept, 'content-type': contentType } = headers;
    if (accept === undefined)
        throw new Refusal(400, 'Invalid header', 'Accept is missing');
    if (!/json|\*\/\*/.test(accept))
        throw new Refusal(406, 'Not acceptable', `the response format ${accept} is not supported`);
    if (!['POST', 'PUT', 'PATCH'].includes(method))
        return;
    if (contentType === undefined)
        throw new Refusal(400, 'Invalid header', 'Content-Type is missing');
    if (!contentType.includes('json'))
        throw new Refusal(415, 'Unsupported media type', `the request format ${contentType} is not supported`);
}
function findRows(table, request, context, most = Infinity) {
    const { store, schema, assume, session } = context;
    if (!mayRead(table, session))
        throw notReadable();
    const query = compileQuery(queryOf(request), table, {
        column: (of, name) => schema.column(of, name),
        get: (of, id) => store.get(of, id),
        ignoreCase: assume.queryIgnoresCase,
        asker: { ...session, now: context.now(), zoned: assume.queryTimes === 'zone-of-user' },
    });
    const strict = query.dropped.length > 0 && store.property('glide.invalid_query.returns_no_rows') === 'true';
    const matched = strict
        ? []
        : store
            .rows(table)
            .filter((row) => !schema.describesDropped(table, row) && query.matches(row))
            .sort(assume.unordered === 'by-sys-id' ? bySysId : () => 0)
            .sort(query.compare);
    const limit = Math.min(count(request, 'sysparm_limit') ?? DEFAULT_LIMIT, most);
    const offset = count(request, 'sysparm_offset') ?? 0;
    const visible = (row) => !schema.isHidden(table, row);
    const total = assume.countAfterAcl ? matched.filter(visible).length : matched.length;
    const counted = flagged(request, 'sysparm_no_count') ? {} : { 'X-Total-Count': String(total) };
    const link = flagged(request, 'sysparm_suppress_pagination_header') ? '' : links(request, limit, offset, total);
    return {
        rows: matched.slice(offset, offset + limit).filter(visible),
        headers: { ...counted, ...(link === '' ? {} : { Link: link }) },
    };
}
const bySysId = (a, b) => (a.sys_id < b.sys_id ? -1 : 1);
function queryOf(request) {
    const filters = [...request.parameters]
        .filter(([name]) => !name.startsWith('sysparm_'))
        .map(([name, value]) => `${name}=${value}`);
    return [parameter(request, 'sysparm_query') ?? '', ...filters].filter((part) => part !== '').join('^');
}
function count(request, name) {
    const value = Number(parameter(request, name) ?? NaN);
    return Number.isInteger(value) && value >= 0 ? value : undefined;
}
function links(request, limit, offset, total) {
    if (limit === 0 || total <= limit)
        return '';
    const to = (relation, at) => {
        const parameters = new URLSearchParams(request.parameters);
        parameters.set('sysparm_limit', String(limit));
        parameters.set('sysparm_offset', String(at));
        return `<${request.origin}${request.path}?${parameters.toString()}>;rel="${relation}"`;
    };
    const parts = [to('first', 0)];
    if (offset > 0)
        parts.push(to('prev', Math.max(0, offset - limit)));
    if (offset + limit < total)
        parts.push(to('next', offset + limit));
    return [...parts, to('last', Math.floor((total - 1) / limit) * limit)].join(',');
}
function shapeOf(request, session) {
    const display = parameter(request, 'sysparm_display_value')?.toLowerCase();
    return {
        display: display === 'true' || display === 'all' ? display : 'false',
        links: !flagged(request, 'sysparm_exclude_reference_link'),
        fields: parameter(request, 'sysparm_fields')
            ?.split(',')
            .map((name) => name.trim()),
        origin: request.origin,
        session,
    };
}
function list(table, request, context) {
    const { rows, headers } = findRows(table, request, context);
    const shape = shapeOf(request, context.session);
    return json(200, { result: rows.map((row) => answerRow(table, row, shape, context)) }, headers);
}
function visibleRow(table, sysId, { store, schema, session }) {
    const row = mayRead(table, session) ? store.get(table, sysId) : undefined;
    if (row === undefined || schema.isHidden(table, row) || schema.describesDropped(table, row))
        throw noRecord();
    return row;
}
function one(table, sysId, request, context) {
    const row = visibleRow(table, sysId, context);
    return json(200, { result: answerRow(table, row, shapeOf(request, context.session), context) });
}
function valuesOf(request) {
    const parsed = request.body.length === 0 ? {} : parseJson(request.body);
    const record = isArray(parsed) ? parsed[0] : parsed;
    if (!isObject(record))
        throw new Refusal(400, 'Exception while reading request', 'The payload is not valid JSON');
    const values = {};
    for (const [name, value] of Object.entries(record)) {
        if (value === null || typeof value !== 'object')
            values[name] = value;
    }
    return values;
}
function writerOf(request, session) {
    return {
        user: session.userName,
        timeZone: session.timeZone,
        form: flagged(request, 'sysparm_input_display_value') ? 'display' : 'value',
    };
}
const silent = (request) => request.headers['x-no-response-body'] === 'true';
function create(table, request, context) {
    const { store, session } = context;
    if (!mayWrite(table, session))
        throw notWritable('Insert');
    const row = store.insert(table, valuesOf(request), writerOf(request, session));
    const headers = { Location: `${request.origin}/api/now/table/${table}/${row.sys_id}` };
    if (silent(request))
        return empty(201, headers);
    return json(201, { result: answerRow(table, row, shapeOf(request, session), context) }, headers);
}
function change(table, sysId, request, context) {
    const { store, session } = context;
    visibleRow(table, sysId, context);
    if (!mayWrite(table, session))
        throw notWritable('Update');
    const row = store.update(table, sysId, valuesOf(request), writerOf(request, session));
    if (silent(request))
        return empty(204);
    return json(200, { result: answerRow(table, row, shapeOf(request, session), context) });
}
function remove(table, sysId, context) {
    visibleRow(table, sysId, context);
    if (!mayWrite(table, context.session))
        throw notWritable('Delete');
    context.store.remove(table, sysId);
    return empty(204);
}

;// CONCATENATED MODULE: ./emulator/attachment-api.ts






const MOST_LISTED = 1000;
const TABLE = 'sys_attachment';
function attachmentApi(request, context) {
    const [first, second, ...rest] = request.segments;
    if (rest.length > 0)
        throw noSuchResource();
    switch (`${request.method} ${[first, second].filter((part) => part !== undefined).join('/')}`) {
        case 'POST file':
            return uploadRaw(request, context);
        case 'POST upload':
            return uploadForm(request, context);
        case 'GET ':
            return attachment_api_list(request, context);
    }
    if (first === undefined)
        throw noSuchResource();
    if (request.method === 'GET' && second === undefined) {
        return json(200, { result: attachment_api_answered(readable(first, context), request, context) });
    }
    if (request.method === 'GET' && second === 'file')
        return download(first, context);
    if (request.method === 'DELETE' && second === undefined)
        return attachment_api_remove(first, context);
    throw noSuchResource();
}
function attachment_api_answered(row, request, context) {
    const shape = { ...shapeOf(request, context.session), display: 'false', links: false };
    const columns = answerRow(TABLE, row, shape, context);
    const link = `${request.origin}/api/now/attachment/${row.sys_id}/file`;
    return { ...columns, download_link: link };
}
function isReadable(row, { store, schema, session }) {
    const table = row.table_name ?? '';
    const record = store.get(table, row.table_sys_id ?? '');
    return mayRead(table, session) && (record === undefined || !schema.isHidden(table, record));
}
function readable(sysId, context) {
    const row = visibleRow(TABLE, sysId, context);
    if (!isReadable(row, context))
        throw noRecord();
    return row;
}
function attachment_api_list(request, context) {
    const { rows, headers } = findRows(TABLE, request, context, MOST_LISTED);
    const visible = rows.filter((row) => isReadable(row, context));
    return json(200, { result: visible.map((row) => attachment_api_answered(row, request, context)) }, headers);
}
function download(sysId, context) {
    const row = readable(sysId, context);
    const content = context.store.attachmentContent(sysId);
    if (content === undefined)
        throw noRecord();
    const name = (row.file_name ?? '').replace(/[^ -~]|["\\]/g, '_');
    const metadata = Buffer.from(JSON.stringify({ file_name: row.file_name, hash: row.hash, size_bytes: row.size_bytes }));
    return {
        status: 200,
        headers: {
            'Content-Type': row.content_type ?? 'application/octet-stream',
            'Content-Disposition': `attachment; filename="${name}"`,
            'X-Attachment-Metadata': metadata.toString('latin1').replace(/[^ -~]/g, '_'),
        },
        body: content,
    };
}
function attach(upload, request, context) {
    const { table, sysId, fileName, contentType, content } = upload;
    if (table === undefined || sysId === undefined || fileName === undefined) {
        throw new Refusal(400, 'Invalid request', 'table_name, table_sys_id and file_name are required');
    }
    const { store, schema, session } = context;
    if (schema.table(table) === undefined)
        throw invalidTable(table);
    visibleRow(table, sysId, context);
    if (!mayWrite(table, session))
        throw notWritable('Insert');
    const row = store.putAttachment({ table, sysId, fileName, content, ...(contentType === undefined ? {} : { contentType }) }, session.userName);
    const headers = { Location: `${request.origin}/api/now/attachment/${row.sys_id}/file` };
    return json(201, { result: attachment_api_answered(row, request, context) }, headers);
}
function uploadRaw(request, context) {
    const contentType = request.headers['content-type'];
    if (contentType === undefined)
        throw new Refusal(400, 'Invalid header', 'Content-Type is missing');
    const upload = {
        table: parameter(request, 'table_name'),
        sysId: parameter(request, 'table_sys_id'),
        fileName: parameter(request, 'file_name'),
        contentType,
        content: request.body,
    };
    return attach(upload, request, context);
}
function uploadForm(request, context) {
    const parts = readMultipart(request.headers['content-type'] ?? '', request.body);
    const field = (name) => parts.find((part) => part.name === name)?.content.toString('utf8');
    const file = parts.find((part) => part.fileName !== undefined);
    const upload = {
        table: field('table_name'),
        sysId: field('table_sys_id'),
        fileName: file?.fileName,
        contentType: file?.contentType,
        content: file?.content ?? Buffer.alloc(0),
    };
    return attach(upload, request, context);
}
function attachment_api_remove(sysId, context) {
    const row = readable(sysId, context);
    if (!mayWrite(row.table_name ?? '', context.session))
        throw notWritable('Delete');
    context.store.remove(TABLE, sysId);
    return empty(204);
}

;// CONCATENATED MODULE: ./emulator/tiny-url.ts



const LONGEST_URL = 2048;
class TinyUrls {
    #known = new Map();
    answer(request) {
        const body = parseJson(request.body);
        const url = isObject(body) ? body.url : undefined;
        if (request.method !== 'POST' || typeof url !== 'string' || !URL.canParse(url, request.origin)) {
            throw new Refusal(400, 'Invalid request', 'url is missing');
        }
        const { pathname, search } = new URL(url, request.origin);
        const name = (0,external_node_crypto_.createHash)('md5').update(url).digest('hex');
        this.#known.set(name, search);
        const table = /\/table\/(\w+)/.exec(pathname)?.[1];
        return json(201, { result: `${table === undefined ? 'nav_to' : `${table}_list`}.do?sysparm_tiny=${name}` });
    }
    expanded(request) {
        const name = request.parameters.get('sysparm_tiny');
        if (name === null || name === '')
            return request;
        const search = this.#known.get(name);
        if (search === undefined)
            throw noSuchResource();
        const parameters = new URLSearchParams(search);
        for (const [key, value] of request.parameters)
            if (key !== 'sysparm_tiny')
                parameters.set(key, value);
        return { ...request, parameters };
    }
}

;// CONCATENATED MODULE: ./emulator/token-endpoint.ts




const JWT_GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const CLIENT_CREDENTIALS = 'glide.oauth.inbound.client.credential.grant_type.enabled';
const denied = () => json(401, { error_description: 'access_denied', error: 'server_error' });
function tokenEndpoint(request, context) {
    const { store, tokens, now } = context;
    if (request.method !== 'POST' || !/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) {
        return denied();
    }
    const form = new URLSearchParams(request.body.toString('utf8'));
    const given = (name) => form.get(name) ?? '';
    const header = basicCredentials(request.headers.authorization);
    const clientId = given('client_id') || header.name;
    const secret = given('client_secret') || header.password;
    const client = store
        .rows('oauth_entity')
        .find((row) => row.client_id === clientId && clientId !== '' && row.active === 'true' && row.type !== 'oauth_provider');
    if (client === undefined)
        return denied();
    const known = secret !== '' && store.password('oauth_entity', client.sys_id, 'client_secret') === secret;
    const bearer = given('grant_type') === JWT_GRANT;
    if (!known && !(bearer && secret === '' && context.assume.jwtClientSecret === 'ignored'))
        return denied();
    const give = (userId, refreshable) => userId === undefined ? denied() : json(200, tokens.give(userId, clientId, now(), refreshable));
    switch (given('grant_type')) {
        case 'password':
            return give(userWithPassword(store, given('username'), given('password'))?.sys_id, true);
        case 'refresh_token':
            return give(tokens.userOfRefresh(given('refresh_token'), clientId, now()), true);
        case 'client_credentials':
            return give(userOfClient(client, context), false);
        case JWT_GRANT:
            return give(userOfAssertion(given('assertion'), client, context), false);
        default:
            return denied();
    }
}
function userOfClient(client, { store, assume }) {
    if (store.property(CLIENT_CREDENTIALS) !== 'true')
        return undefined;
    const user = store.get('sys_user', client.user ?? '');
    if (user !== undefined)
        return user.sys_id;
    return assume.clientWithoutUser === 'token-only' ? '' : undefined;
}
const partOf = (part) => {
    const value = parseJson(Buffer.from(part ?? '', 'base64url'));
    return isObject(value) ? value : {};
};
function userOfAssertion(assertion, client, { store, tokens, now }) {
    const [head, body, signature, ...rest] = assertion.split('.');
    const [header, claims] = [partOf(head), partOf(body)];
    const map = store.rows('jwt_verifier_map').find((row) => row.kid === header.kid && row.oauth_entity === client.sys_id);
    const pem = store.get('sys_certificate', map?.sys_certificate ?? '')?.pem_certificate ?? '';
    if (rest.length > 0 || header.alg !== 'RS256' || pem === '' || signature === undefined)
        return undefined;
    const key = new external_node_crypto_.X509Certificate(pem).publicKey;
    const signed = Buffer.from(`${head ?? ''}.${body ?? ''}`);
    if (!(0,external_node_crypto_.verify)('sha256', signed, key, Buffer.from(signature, 'base64url')))
        return undefined;
    const seconds = now().getTime() / 1000;
    if (claims.aud !== client.client_id || claims.iss !== client.client_id)
        return undefined;
    if (typeof claims.exp !== 'number' || claims.exp <= seconds)
        return undefined;
    if (typeof claims.jti === 'string' && !tokens.firstUse(claims.jti))
        return undefined;
    const user = store
        .rows('sys_user')
        .find((row) => row.active === 'true' && [row.user_name, row.email].includes(token_endpoint_text(claims.sub)));
    return user !== undefined && !rolesOf(store, user.sys_id).includes('admin') ? user.sys_id : undefined;
}
const token_endpoint_text = (value) => (typeof value === 'string' && value !== '' ? value : '\0');

;// CONCATENATED MODULE: ./emulator/api.ts







const APIS = { table: tableApi, attachment: attachmentApi };
const TOKEN_PATH = '/oauth_token.do';
function route(path) {
    const [root, namespace, ...rest] = path.split('/').filter((part) => part !== '');
    if (path === TOKEN_PATH)
        return { api: 'token', segments: [] };
    if (root !== 'api')
        return undefined;
    const [api = '', ...segments] = /^v\d+$/.test(rest[0] ?? '') ? rest.slice(1) : rest;
    return { api: namespace === 'now' && api !== 'token' ? api : '', segments };
}
function decoded(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch {
        throw noSuchResource();
    }
}
const urlOf = ({ origin, path, parameters }) => `${origin}${path}?${parameters.toString()}`;
function answer(request, context) {
    const found = route(request.path);
    if (context.assume.longUrls === 'refused' && urlOf(request).length > LONGEST_URL)
        return html(414, 'Request-URI Too Large');
    if (found === undefined)
        return html(404, 'Page not found');
    if (found.api === 'token')
        return tokenEndpoint(request, context);
    try {
        const session = signIn(request, found.api, context);
        if (found.api === 'tinyurl')
            return context.tinyUrls.answer(request);
        const api = found.api === 'table' || found.api === 'attachment' ? APIS[found.api] : undefined;
        if (api === undefined)
            throw noSuchResource();
        const meant = context.tinyUrls.expanded(request);
        return api({ ...meant, segments: found.segments.map(decoded) }, { ...context, session });
    }
    catch (error) {
        if (!(error instanceof Refusal))
            throw error;
        const headers = error.status === 401 ? { 'WWW-Authenticate': 'BasicCustom realm="Service-now"' } : undefined;
        return failure(error.status, error.message, error.detail, headers);
    }
}

;// CONCATENATED MODULE: ./emulator/faults.ts
class Faults {
    #armed = new Set();
    arm(fault) {
        const armed = { fault, seen: 0, fired: 0 };
        this.#armed.add(armed);
        return {
            get fired() {
                return armed.fired;
            },
            cancel: () => void this.#armed.delete(armed),
        };
    }
    take(request) {
        let action;
        for (const armed of this.#armed) {
            armed.seen += 1;
            const { at, times = 1 } = armed.fault;
            const due = typeof at === 'number' ? armed.seen >= at : at(request);
            if (!due || armed.fired >= times || action !== undefined)
                continue;
            armed.fired += 1;
            action = armed.fault.action;
        }
        return action;
    }
}
function actsFirst(action) {
    if (typeof action === 'string')
        return ['reset-after', 'hang-after', 'truncate', 'garble'].includes(action);
    return 'status' in action && 'acted' in action && action.acted;
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./emulator/server.ts




async function listen(port, tls, handler) {
    const server = tls === undefined ? (0,external_node_http_.createServer)(handler) : (0,external_node_https_.createServer)(optionsOf(tls), handler);
    const sockets = new Set();
    const track = (socket) => {
        sockets.add(socket);
        socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    };
    server.on('connection', track);
    server.listen(port, '127.0.0.1');
    await (0,external_node_events_.once)(server, 'listening');
    return {
        url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${portOf(server.address())}`,
        close: async () => {
            const closed = (0,external_node_events_.once)(server, 'close');
            server.close();
            for (const socket of sockets)
                socket.destroy();
            await closed;
        },
    };
}
const optionsOf = ({ cert, key, clientCa }) => ({
    cert,
    key,
    ...(clientCa !== undefined && { ca: clientCa, requestCert: true, rejectUnauthorized: false }),
});
function clientCertificateOf({ socket }) {
    return socket instanceof external_node_tls_.TLSSocket && socket.authorized ? socket.getPeerX509Certificate() : undefined;
}
const portOf = (address) => address === null || typeof address === 'string' ? 0 : address.port;
const LARGEST_BODY = 64 * 1024 * 1024;
async function readBody(request) {
    const parts = [];
    let size = 0;
    try {
        for await (const part of request) {
            if (!Buffer.isBuffer(part))
                return undefined;
            size += part.length;
            if (size > LARGEST_BODY)
                return undefined;
            parts.push(part);
        }
    }
    catch {
        return undefined;
    }
    return Buffer.concat(parts);
}

;// CONCATENATED MODULE: ./emulator/exchange.ts





const SLEEPING = 'Instance Hibernating page';
async function exchange(incoming, response, origin, context) {
    const body = await readBody(incoming);
    if (body === undefined) {
        incoming.socket.destroy();
        return;
    }
    const request = apiRequest(incoming, body, origin);
    const seen = seenRequest(context.next(), request);
    const fault = context.faults.take(seen);
    const acts = fault === undefined || actsFirst(fault);
    const carried = fault === 'garble' && seen.table === 'sys_attachment' ? { ...request, body: garbled(body) } : request;
    const act = () => carryOut(carried, context);
    const given = !acts ? undefined : seen.write ? context.observed(seen.n, act) : act();
    const shown = fault === undefined ? given : disturbed(fault, given);
    context.record({ ...seen, status: shown?.status ?? 0, ...(fault === undefined ? {} : { fault }) });
    if (shown !== undefined)
        send(response, shown, fault === 'truncate');
    else if (fault !== 'hang' && fault !== 'hang-after')
        incoming.socket.destroy();
}
function apiRequest(incoming, body, origin) {
    const url = new URL(`${origin}${incoming.url?.startsWith('/') === true ? incoming.url : '/'}`);
    const headers = {};
    for (const [name, value] of Object.entries(incoming.headers))
        headers[name] = Array.isArray(value) ? value.join(',') : value;
    const clientCertificate = clientCertificateOf(incoming);
    return {
        method: incoming.method ?? '',
        path: url.pathname,
        segments: [],
        parameters: url.searchParams,
        headers,
        body,
        origin,
        ...(clientCertificate !== undefined && { clientCertificate }),
    };
}
function carryOut(request, context) {
    try {
        return answer(request, context);
    }
    catch (error) {
        return failure(500, 'Emulator failed', error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
}
function disturbed(fault, given) {
    if (fault === 'truncate' || fault === 'garble')
        return given;
    if (fault === 'sleep-page')
        return html(200, SLEEPING);
    if (typeof fault === 'string')
        return undefined;
    if ('redirect' in fault)
        return empty(fault.status ?? 302, { Location: fault.redirect });
    const headers = fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
    if (fault.html === true)
        return html(fault.status, `Error ${fault.status}`, headers);
    return fault.status === 429
        ? failure(429, 'Rate limit exceeded', 'Rejected by the rate limit rule of the user', headers)
        : failure(fault.status, 'Internal error', null, headers);
}
function send(response, { status, headers, body }, cut) {
    response.writeHead(status, { ...headers, ...(status === 204 ? {} : { 'Content-Length': String(body.length) }) });
    if (!cut) {
        response.end(body);
        return;
    }
    if (body.length === 0)
        response.socket?.destroy();
    else
        response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
}
function garbled(body) {
    const other = Buffer.from(body);
    const middle = Math.floor(other.length / 2);
    if (other.length > 0)
        other[middle] = (other[middle] ?? 0) ^ 0xff;
    return other;
}
function seenRequest(n, request) {
    const found = route(request.path);
    const table = found?.api === 'table' ? found.segments[0] : found?.api === 'attachment' ? 'sys_attachment' : undefined;
    const query = [...request.parameters].map(([name, value]) => `${name}=${value}`).join('&');
    const parsed = (request.headers['content-type'] ?? '').includes('json') ? parseJson(request.body) : undefined;
    return {
        n,
        method: request.method,
        path: `${request.path}${query === '' ? '' : `?${query}`}`,
        ...(table === undefined ? {} : { table }),
        write: !['GET', 'HEAD', 'OPTIONS'].includes(request.method) && found?.api !== 'token' && found?.api !== 'tinyurl',
        body: request.body.length === 0 ? undefined : parsed === undefined ? request.body.length : masked(parsed, table),
    };
}
function masked(body, table) {
    if (!isObject(body))
        return body;
    const secret = (name) => /password|secret/i.test(name) || (columnsOf(table ?? '')[name]?.type ?? '').startsWith('password');
    return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, secret(name) ? '[password]' : value]));
}

;// CONCATENATED MODULE: ./emulator/der.ts
const CONSTRUCTED = 0x20;
const DEEPEST = 32;
function read(bytes, at, depth) {
    if (depth > DEEPEST)
        throw new RangeError('values are nested too deeply');
    const tag = bytes.readUInt8(at);
    const first = bytes.readUInt8(at + 1);
    if (first === 0x80) {
        let end = at + 2;
        while (bytes.readUInt16BE(end) !== 0)
            end += read(bytes, end, depth + 1).whole.length;
        return { tag, content: bytes.subarray(at + 2, end), whole: bytes.subarray(at, end + 2) };
    }
    const more = first < 0x80 ? 0 : first & 0x7f;
    if (more > 4)
        throw new RangeError('length is out of range');
    const start = at + 2 + more;
    const end = start + (more === 0 ? first : bytes.readUIntBE(at + 2, more));
    if (end > bytes.length)
        throw new RangeError('value is longer than its container');
    return { tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) };
}
function derNodes(bytes) {
    const nodes = [];
    for (let at = 0; at < bytes.length; at += nodes.at(-1)?.whole.length ?? 0)
        nodes.push(read(bytes, at, 0));
    return nodes;
}
function derOctets(node) {
    return (node.tag & CONSTRUCTED) === 0 ? node.content : Buffer.concat(derNodes(node.content).map(derOctets));
}
function derNode(bytes) {
    const [node] = derNodes(bytes);
    if (node === undefined)
        throw new RangeError('value is missing');
    return node;
}
function child(node, index) {
    const found = derNodes(node.content)[index];
    if (found === undefined)
        throw new RangeError('value is missing');
    return found;
}
function derOid(node) {
    const arcs = [];
    let arc = 0;
    for (const byte of node.content) {
        arc = arc * 128 + (byte & 0x7f);
        if (byte < 0x80) {
            arcs.push(arc);
            arc = 0;
        }
    }
    const [first = 0, ...rest] = arcs;
    const top = Math.min(Math.floor(first / 40), 2);
    return [top, first - top * 40, ...rest].join('.');
}
function derInteger(node) {
    if (node.content.length === 0 || node.content.length > 5)
        throw new RangeError('integer is out of range');
    return node.content.readUIntBE(0, node.content.length);
}

;// CONCATENATED MODULE: ./emulator/opened.ts
class Unopened extends Error {
}

;// CONCATENATED MODULE: ./emulator/jks.ts



const KEY_PROTECTOR = '1.3.6.1.4.1.42.2.17.1.1';
const DIGEST = 20;
const sha1 = (...parts) => {
    const hash = (0,external_node_crypto_.createHash)('sha1');
    for (const part of parts)
        hash.update(part);
    return hash.digest();
};
const utf16be = (password) => Buffer.from(password, 'utf16le').swap16();
class Cursor {
    at = 0;
    bytes;
    constructor(bytes) {
        this.bytes = bytes;
    }
    u2() {
        this.at += 2;
        return this.bytes.readUInt16BE(this.at - 2);
    }
    u4() {
        this.at += 4;
        return this.bytes.readUInt32BE(this.at - 4);
    }
    take(length) {
        if (this.at + length > this.bytes.length)
            throw new Unopened('it is cut short');
        this.at += length;
        return this.bytes.subarray(this.at - length, this.at);
    }
}
function openKey(encrypted, password) {
    const info = derNode(encrypted);
    if (derOid(child(child(info, 0), 0)) !== KEY_PROTECTOR)
        throw new Unopened('its key is protected in an unknown way');
    const sealed = child(info, 1).content;
    const salt = sealed.subarray(0, DIGEST);
    const plain = Buffer.from(sealed.subarray(DIGEST, -DIGEST));
    for (let at = 0, block = salt; at < plain.length; at += DIGEST) {
        block = sha1(password, block);
        for (let i = 0; i < DIGEST && at + i < plain.length; i++)
            plain[at + i] = (plain[at + i] ?? 0) ^ (block[i] ?? 0);
    }
    if (!sha1(password, plain).equals(sealed.subarray(-DIGEST)))
        throw new Unopened('its private key has another password');
    (0,external_node_crypto_.createPrivateKey)({ key: plain, format: 'der', type: 'pkcs8' });
}
function openJks(bytes, password) {
    if (bytes.length < 12 + DIGEST || bytes.readUInt32BE(0) !== 0xfeedfeed)
        throw new Unopened('it is not a JKS');
    const secret = utf16be(password);
    const cursor = new Cursor(bytes);
    cursor.at = 4;
    const version = cursor.u4();
    if (version !== 1 && version !== 2)
        throw new Unopened('it is a JKS of an unknown version');
    const keys = [];
    let leaf;
    const certificate = () => {
        if (version === 2)
            cursor.take(cursor.u2());
        return cursor.take(cursor.u4());
    };
    for (let count = cursor.u4(); count > 0; count--) {
        const tag = cursor.u4();
        cursor.take(cursor.u2());
        cursor.take(8);
        if (tag === 1) {
            keys.push(cursor.take(cursor.u4()));
            for (let chain = cursor.u4(); chain > 0; chain--) {
                const next = certificate();
                leaf ??= next;
            }
        }
        else if (tag === 2) {
            certificate();
        }
        else {
            throw new Unopened('it has an entry of an unknown kind');
        }
    }
    const covered = bytes.subarray(0, cursor.at);
    if (!sha1(secret, Buffer.from('Mighty Aphrodite'), covered).equals(cursor.take(DIGEST))) {
        throw new Unopened('it was tampered with, or the password is incorrect');
    }
    for (const key of keys)
        openKey(key, secret);
    return { privateKeys: keys.length, leaf };
}

;// CONCATENATED MODULE: ./emulator/pkcs12.ts



const OID = {
    data: '1.2.840.113549.1.7.1',
    encryptedData: '1.2.840.113549.1.7.6',
    keyBag: '1.2.840.113549.1.12.10.1.1',
    shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
    certificateBag: '1.2.840.113549.1.12.10.1.3',
    pbes2: '1.2.840.113549.1.5.13',
    tripleDes: '1.2.840.113549.1.12.1.3',
    localKeyId: '1.2.840.113549.1.9.21',
};
const DIGESTS = {
    '1.3.14.3.2.26': { name: 'sha1', block: 64 },
    '2.16.840.1.101.3.4.2.1': { name: 'sha256', block: 64 },
    '2.16.840.1.101.3.4.2.2': { name: 'sha384', block: 128 },
    '2.16.840.1.101.3.4.2.3': { name: 'sha512', block: 128 },
};
const PRFS = {
    '1.2.840.113549.2.7': 'sha1',
    '1.2.840.113549.2.9': 'sha256',
    '1.2.840.113549.2.10': 'sha384',
    '1.2.840.113549.2.11': 'sha512',
};
const AES_CBC = {
    '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyLength: 16 },
    '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyLength: 32 },
};
const MOST_ITERATIONS = 5_000_000;
const iterations = (node) => {
    const count = derInteger(node);
    if (count < 1 || count > MOST_ITERATIONS)
        throw new Unopened('its iteration count is out of range');
    return count;
};
function derive(digest, password, salt, count, purpose, length) {
    const fill = (source) => Buffer.alloc(Math.ceil(source.length / digest.block) * digest.block, source);
    const secret = Buffer.from(`${password}\0`, 'utf16le').swap16();
    const input = Buffer.concat([salt, secret].map((source) => (source.length === 0 ? source : fill(source))));
    const diversifier = Buffer.alloc(digest.block, purpose);
    const blocks = [];
    for (let made = 0; made < length;) {
        const block = (0,external_node_crypto_.hash)(digest.name, Buffer.concat([diversifier, input]), 'buffer');
        for (let i = 1; i < count; i++)
            block.write((0,external_node_crypto_.hash)(digest.name, block, 'binary'), 'binary');
        blocks.push(block);
        made += block.length;
        const addend = Buffer.alloc(digest.block, block);
        for (let at = 0; at < input.length; at += digest.block) {
            for (let i = digest.block - 1, carry = 1; i >= 0; i--) {
                carry += (input[at + i] ?? 0) + (addend[i] ?? 0);
                input[at + i] = carry & 0xff;
                carry >>= 8;
            }
        }
    }
    return Buffer.concat(blocks).subarray(0, length);
}
function checkMac(macData, content, password) {
    const [info, salt, count] = derNodes(macData.content);
    if (info === undefined || salt === undefined)
        throw new Unopened('its MAC is malformed');
    const digest = DIGESTS[derOid(child(child(info, 0), 0))];
    if (digest === undefined)
        throw new Unopened('its MAC has an algorithm that Java 17 does not know');
    const expected = child(info, 1).content;
    const key = derive(digest, password, salt.content, count === undefined ? 1 : iterations(count), 3, expected.length);
    const actual = (0,external_node_crypto_.createHmac)(digest.name, key).update(content).digest();
    if (actual.length !== expected.length || !(0,external_node_crypto_.timingSafeEqual)(actual, expected)) {
        throw new Unopened('it was tampered with, or the password is incorrect');
    }
}
function decrypt(algorithm, encrypted, password) {
    const scheme = derOid(child(algorithm, 0));
    if (scheme === OID.tripleDes) {
        const parameters = child(algorithm, 1);
        const salt = child(parameters, 0).content;
        const count = iterations(child(parameters, 1));
        const sha1 = { name: 'sha1', block: 64 };
        const decipher = (0,external_node_crypto_.createDecipheriv)('des-ede3-cbc', derive(sha1, password, salt, count, 1, 24), derive(sha1, password, salt, count, 2, 8));
        return Buffer.concat([decipher.update(encrypted), decipher.final()]);
    }
    if (scheme !== OID.pbes2)
        return undefined;
    const parameters = child(algorithm, 1);
    const [salt, count, ...rest] = derNodes(child(child(parameters, 0), 1).content);
    const prf = rest.find((node) => node.tag === 0x30);
    const cipher = AES_CBC[derOid(child(child(parameters, 1), 0))];
    const hash = prf === undefined ? 'sha1' : PRFS[derOid(child(prf, 0))];
    if (salt === undefined || count === undefined || cipher === undefined || hash === undefined) {
        throw new Unopened('it is encrypted in a way that Java 17 does not know');
    }
    const key = (0,external_node_crypto_.pbkdf2Sync)(Buffer.from(password, 'utf8'), salt.content, iterations(count), cipher.keyLength, hash);
    const decipher = (0,external_node_crypto_.createDecipheriv)(cipher.name, key, child(child(parameters, 1), 1).content);
    return Buffer.concat([decipher.update(encrypted), decipher.final()]);
}
function safeContents(info, password) {
    const type = derOid(child(info, 0));
    const content = child(child(info, 1), 0);
    if (type === OID.data)
        return derOctets(content);
    if (type !== OID.encryptedData)
        throw new Unopened('it has a part of an unknown kind');
    const encrypted = child(content, 1);
    return decrypt(child(encrypted, 1), derOctets(child(encrypted, 2)), password);
}
const localKeyId = (bag) => {
    const attributes = derNodes(bag.content)[2];
    if (attributes === undefined)
        return undefined;
    const found = derNodes(attributes.content).find((attribute) => derOid(child(attribute, 0)) === OID.localKeyId);
    return found === undefined ? undefined : child(child(found, 1), 0).content.toString('hex');
};
function openPkcs12(bytes, password) {
    if (bytes[0] !== 0x30)
        throw new Unopened('it is not a PKCS#12');
    const [, authSafe, macData] = derNodes(derNode(bytes).content);
    if (authSafe === undefined || macData === undefined)
        throw new Unopened('it has no MAC');
    const content = derOctets(child(child(authSafe, 1), 0));
    checkMac(macData, content, password);
    const keyIds = [];
    const certificates = [];
    for (const info of derNodes(derNode(content).content)) {
        const safe = safeContents(info, password);
        for (const bag of safe === undefined ? [] : derNodes(derNode(safe).content)) {
            const type = derOid(child(bag, 0));
            const value = child(child(bag, 1), 0);
            if (type === OID.shroudedKeyBag || type === OID.keyBag) {
                (0,external_node_crypto_.createPrivateKey)({ key: value.whole, format: 'der', type: 'pkcs8', passphrase: password });
                keyIds.push(localKeyId(bag));
            }
            else if (type === OID.certificateBag) {
                certificates.push({ id: localKeyId(bag), der: derOctets(child(child(value, 1), 0)) });
            }
        }
    }
    const leaf = certificates.find(({ id }) => id !== undefined && id === keyIds[0]);
    return { privateKeys: keyIds.length, leaf: leaf?.der };
}

;// CONCATENATED MODULE: ./emulator/keystore.ts



const isKeystoreType = (type) => type === 'key_store' || type === 'pkcs12_key_store';
const answers = new WeakMap();
function openKeystore(type, content, password) {
    const known = answers.get(content) ?? new Map();
    answers.set(content, known);
    const question = `${type} ${password}`;
    const opening = known.get(question) ?? tryOpen(type, content, password);
    known.set(question, opening);
    return opening;
}
function tryOpen(type, content, password) {
    try {
        const opened = type === 'key_store' ? openJks(content, password) : openPkcs12(content, password);
        return opened.privateKeys === 0 ? { reason: 'it holds no private key' } : { opened };
    }
    catch (error) {
        return { reason: error instanceof Unopened ? error.message : `it is damaged (${String(error)})` };
    }
}

;// CONCATENATED MODULE: ./emulator/observer.ts

const MESSAGES = [
    { table: 'sys_rest_message', flag: 'use_mutual_auth', profile: 'protocol_name' },
    { table: 'sys_soap_message', flag: 'enable_mutual_auth', profile: 'protocol_profile' },
    { table: 'oauth_entity', flag: 'use_mutual_auth', profile: 'protocol_name' },
    { table: 'http_connection', flag: 'use_mutual_auth', profile: 'protocol_profile' },
    {
        table: 'sys_rest_message_fn',
        flag: 'use_mutual_auth',
        profile: 'protocol_name',
        parent: { column: 'rest_message', table: 'sys_rest_message', profile: 'protocol_name' },
    },
    {
        table: 'sys_soap_message_function',
        flag: 'enable_mutual_auth',
        profile: 'protocol_profile',
        parent: { column: 'soap_message', table: 'sys_soap_message', profile: 'protocol_profile' },
    },
];
const named = (row) => `'${row.name ?? row.protocol ?? row.function_name ?? ''}' (${row.sys_id})`;
function inspect(store) {
    return [...keystores(store), ...profiles(store), ...messages(store), ...duplicates(store)];
}
function* keystores(store) {
    const attached = new Map();
    for (const row of store.rows('sys_attachment')) {
        const record = row.table_sys_id ?? '';
        attached.set(record, [...(attached.get(record) ?? []), row]);
    }
    for (const row of store.rows('sys_certificate')) {
        const [type, sysId] = [row.type, row.sys_id];
        if (row.active !== 'true' || !isKeystoreType(type))
            continue;
        const attachments = attached.get(sysId) ?? [];
        const content = store.attachmentContent(attachments[0]?.sys_id ?? '');
        if (attachments.length !== 1 || content === undefined) {
            yield { rule: 'keystore-attachment', detail: `active keystore ${named(row)} has ${attachments.length} attachments` };
            continue;
        }
        const password = store.password('sys_certificate', sysId, 'key_store_password');
        const opening = password === undefined ? { reason: 'it has no password' } : openKeystore(type, content, password);
        if ('reason' in opening) {
            yield { rule: 'keystore-opens', detail: `active keystore ${named(row)} does not open: ${opening.reason}` };
        }
    }
}
function* profiles(store) {
    for (const row of store.rows('sys_protocol_profile')) {
        const keystore = store.get('sys_certificate', row.keystore ?? '');
        const fault = keystore === undefined
            ? 'a keystore that is not there'
            : keystore.active !== 'true'
                ? `an inactive keystore ${named(keystore)}`
                : isKeystoreType(keystore.type)
                    ? undefined
                    : `a record that is no keystore ${named(keystore)}`;
        if (fault !== undefined)
            yield { rule: 'profile-keystore', detail: `protocol profile ${named(row)} points at ${fault}` };
    }
}
function* messages(store) {
    const exists = (profile) => store.get('sys_protocol_profile', profile ?? '') !== undefined;
    for (const kind of MESSAGES) {
        for (const row of store.rows(kind.table)) {
            if (row[kind.flag] !== 'true' || exists(row[kind.profile]))
                continue;
            const parent = 'parent' in kind ? store.get(kind.parent.table, row[kind.parent.column] ?? '') : undefined;
            if ('parent' in kind && row[kind.profile] === '' && exists(parent?.[kind.parent.profile]))
                continue;
            yield {
                rule: 'message-profile',
                detail: `${kind.table} ${named(row)} has mutual authentication on and no protocol profile`,
            };
        }
    }
}
function* duplicates(store) {
    const byName = new Map();
    for (const row of store.rows('sys_certificate')) {
        if (row.active !== 'true')
            continue;
        const key = `${isKeystoreType(row.type) ? 'keystore' : 'trusted certificate'} '${row.name ?? ''}'`;
        byName.set(key, [...(byName.get(key) ?? []), row]);
    }
    for (const [key, rows] of byName) {
        if (rows.length < 2)
            continue;
        const ids = rows.map((row) => row.sys_id).sort();
        yield { rule: 'duplicate-active', detail: `${rows.length} active records of ${key}: ${ids.join(', ')}` };
    }
}
const identity = (finding) => `${finding.rule}: ${finding.detail}`;
function broken(before, after) {
    const known = new Set(before.map(identity));
    return after.filter((finding) => !known.has(identity(finding)));
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./emulator/persistence.ts




const FORMAT = 1;
const fileIn = (folder) => (0,external_node_path_.join)(folder, 'instance.json');
function keep(folder, database, key) {
    const { tables, contents } = database.snapshot();
    const kept = {
        format: FORMAT,
        key: key.toString('base64'),
        tables: Object.fromEntries([...tables].filter(([name]) => tableOf(name)?.stock !== true).map(([name, rows]) => [name, [...rows.values()]])),
        contents: Object.fromEntries([...contents].map(([id, content]) => [id, content.toString('base64')])),
    };
    const temporary = `${fileIn(folder)}.new`;
    (0,external_node_fs_.writeFileSync)(temporary, JSON.stringify(kept), { mode: 0o600 });
    (0,external_node_fs_.renameSync)(temporary, fileIn(folder));
}
function openFolder(folder) {
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    const file = fileIn(folder);
    if (!(0,external_node_fs_.existsSync)(file))
        return undefined;
    const parsed = parseJson((0,external_node_fs_.readFileSync)(file));
    if (!isObject(parsed) || parsed.format !== FORMAT || typeof parsed.key !== 'string') {
        throw new Error(`${file}: is not a file of this emulator`);
    }
    const tables = Object.entries(objectOf(parsed.tables)).map(([name, rows]) => [name, byId(rows)]);
    const contents = Object.entries(objectOf(parsed.contents)).map(([id, content]) => [id, Buffer.from(textOf(content), 'base64')]);
    return { snapshot: { tables: new Map(tables), contents: new Map(contents) }, key: Buffer.from(parsed.key, 'base64') };
}
const objectOf = (value) => (isObject(value) ? value : {});
const textOf = (value) => (typeof value === 'string' ? value : '');
function byId(rows) {
    const result = new Map();
    for (const row of isArray(rows) ? rows : []) {
        const values = Object.fromEntries(Object.entries(objectOf(row)).map(([name, value]) => [name, textOf(value)]));
        const sysId = values.sys_id ?? '';
        result.set(sysId, { ...values, sys_id: sysId });
    }
    return result;
}

;// CONCATENATED MODULE: ./emulator/schema.ts

class Schema {
    #dropped = new Set();
    #hidden = new Set();
    #rules = new Set();
    table(name) {
        return tableOf(name);
    }
    column(table, name) {
        const columns = columnsOf(table);
        return Object.hasOwn(columns, name) && !this.#dropped.has(`${table}.${name}`) ? columns[name] : undefined;
    }
    columns(table) {
        return Object.entries(columnsOf(table)).filter(([name]) => !this.#dropped.has(`${table}.${name}`));
    }
    dropColumn(table, column) {
        const key = `${table}.${column}`;
        this.#dropped.add(key);
        return () => void this.#dropped.delete(key);
    }
    hideRows(table, matches) {
        const rule = { table, matches };
        this.#hidden.add(rule);
        return () => void this.#hidden.delete(rule);
    }
    addRule(rule) {
        this.#rules.add(rule);
        return () => void this.#rules.delete(rule);
    }
    rulesOf(table) {
        return [...this.#rules].filter((rule) => rule.table === table);
    }
    isHidden(table, row) {
        return [...this.#hidden].some((rule) => rule.table === table && rule.matches(row));
    }
    describesDropped(table, row) {
        return (table === 'sys_dictionary' || table === 'sys_choice') && this.#dropped.has(`${row.name ?? ''}.${row.element ?? ''}`);
    }
}

;// CONCATENATED MODULE: ./emulator/seed.ts


const STOCK_TIME = '2026-01-01 00:00:00';
const stockId = (...names) => (0,external_node_crypto_.createHash)('md5').update(names.join('.')).digest('hex');
function put(database, table, sysId, values) {
    const row = {};
    for (const [name, column] of Object.entries(columnsOf(table)))
        row[name] = column.default ?? '';
    const system = { sys_created_on: STOCK_TIME, sys_created_by: 'system', sys_updated_on: STOCK_TIME, sys_updated_by: 'system' };
    database.put(table, sysId, { ...row, ...system, sys_mod_count: '0', ...values, sys_id: sysId });
}
function seedDescriptions(database) {
    const types = new Set();
    for (const [name, table] of Object.entries(TABLES)) {
        const parent = table.parent === undefined ? '' : stockId('sys_db_object', table.parent);
        put(database, 'sys_db_object', stockId('sys_db_object', name), { name, label: table.label, super_class: parent });
        put(database, 'sys_dictionary', stockId('sys_dictionary', name), {
            name,
            internal_type: 'collection',
            column_label: table.label,
        });
        for (const [element, column] of Object.entries(table.columns)) {
            types.add(column.type);
            put(database, 'sys_dictionary', stockId('sys_dictionary', name, element), {
                name,
                element,
                internal_type: column.type,
                max_length: String(column.maxLength),
                reference: column.reference ?? '',
                column_label: column.label,
                mandatory: String(column.mandatory === true),
                default_value: column.default ?? '',
            });
            for (const [sequence, [value, label]] of Object.entries(column.choices ?? {}).entries()) {
                put(database, 'sys_choice', stockId('sys_choice', name, element, value), {
                    name,
                    element,
                    value,
                    label,
                    sequence: String(sequence),
                });
            }
        }
    }
    for (const type of types)
        put(database, 'sys_glide_object', stockId('sys_glide_object', type), { name: type, label: type });
}
function seedRecords(database, instanceName) {
    put(database, 'sys_scope', 'global', { name: 'Global', scope: 'global' });
    const properties = {
        instance_name: instanceName,
        'glide.attachment.extensions': '',
        'glide.invalid_query.returns_no_rows': 'false',
        'glide.oauth.inbound.client.credential.grant_type.enabled': 'true',
    };
    for (const [name, value] of Object.entries(properties)) {
        put(database, 'sys_properties', stockId('sys_properties', name), {
            name,
            value,
            sys_name: name,
            sys_class_name: 'sys_properties',
        });
    }
}
function seedAdministrator(store, user, password) {
    const values = { user_name: user, name: 'System Administrator', user_password: password, roles: 'admin' };
    const present = store.find('sys_user', 'user_name', user);
    if (present === undefined)
        store.insert('sys_user', values);
    else
        store.update('sys_user', present.sys_id, values);
}
const EXAMPLE_CLIENT = { id: 'local-client', secret: 'local-secret', apiKey: 'local-api-key' };
function seedExamples(store, user) {
    const owner = store.find('sys_user', 'user_name', user)?.sys_id ?? '';
    const { id, secret, apiKey } = EXAMPLE_CLIENT;
    store.insert('oauth_entity', { name: 'Local client', type: 'client', client_id: id, client_secret: secret, user: owner });
    store.insert('api_key', { name: 'Local key', token: apiKey, user: owner });
    store.insert('sys_user', { user_name: 'employee', first_name: 'Joe', last_name: 'Employee' });
    store.insert('cmn_department', { name: 'IT' });
    store.insert('sys_rest_message', {
        name: 'Bank Payments',
        rest_endpoint: 'https://api.bank.example/payments',
        authentication_type: 'no_authentication',
    });
    store.insert('sys_soap_message', {
        name: 'Bank Statements',
        wsdl: 'https://api.bank.example/statements?wsdl',
        authentication_type: 'basic',
    });
}

;// CONCATENATED MODULE: ./emulator/input.ts




function stored(column, given, form, context) {
    switch (column.type) {
        case 'password2':
            return input_password(column, given, form, context);
        case 'password':
            if (given === '')
                return '';
            if (form === 'value')
                return context.assume.passwordAsValue === 'dropped' ? undefined : given.slice(0, column.maxLength);
            return hashPassword(given);
        case 'boolean':
            return ['true', '1', 'yes'].includes(given.toLowerCase()) ? 'true' : 'false';
        case 'integer':
            return Number.isInteger(Number(given)) ? given.trim() : '0';
        case 'choice':
            return (form === 'display' ? valueOfLabel(column, given) : given).slice(0, column.maxLength);
        case 'reference':
            return form === 'display' && column.referenceKey === undefined
                ? referred(column, given, context)
                : given.slice(0, column.maxLength);
        case 'glide_date_time':
            return form === 'display' && given !== '' ? stamp(fromZone(given, context.timeZone)) : given.slice(0, column.maxLength);
        case 'string':
        case 'glide_list':
        case 'GUID':
        case 'collection':
            return given.slice(0, column.maxLength);
    }
}
function input_password(column, given, form, { vault, assume }) {
    if (form === 'value' && given !== '')
        return assume.passwordAsValue === 'dropped' ? undefined : given.slice(0, column.maxLength);
    if (given === '')
        return '';
    if (given.length > column.maxLength && assume.longPassword === 'refuse') {
        throw new Refusal(403, 'Operation Failed', `Value of ${column.label} is longer than ${String(column.maxLength)}`);
    }
    return vault.encrypt(given.slice(0, column.maxLength));
}
const valueOfLabel = (column, label) => Object.entries(column.choices ?? {}).find(([, known]) => known === label)?.[0] ?? label;
function referred(column, name, { database }) {
    const target = column.reference ?? '';
    const display = tableOf(target)?.display ?? '';
    const found = display in columnsOf(target) ? database.rows(target).find((row) => row[display] === name) : undefined;
    return found?.sys_id ?? '';
}

;// CONCATENATED MODULE: ./emulator/numbers.ts

const FIRST = 10_000;
function nextNumber(database, table, prefix) {
    const sysId = (0,external_node_crypto_.createHash)('md5').update(`counter.${table}`).digest('hex');
    const row = database.get('sys_number_counter', sysId);
    const number = String(Number(row?.number ?? FIRST) + 1);
    database.put('sys_number_counter', sysId, { ...row, sys_id: sysId, table, number });
    return `${prefix}${number.padStart(7, '0')}`;
}

;// CONCATENATED MODULE: ./emulator/rules.ts



function beforeSave(table, row, previous, attachment, context) {
    if ('sys_name' in row)
        return { ...row, sys_name: row[tableOf(table)?.display ?? ''] ?? '' };
    if (table === 'sys_user')
        return rules_named(row, previous);
    if (table === 'incident')
        return { ...row, ...incidentColumns(row) };
    if (table !== 'sys_certificate')
        return row;
    const pem = row.pem_certificate ?? '';
    const certificate = pem === '' || pem === previous?.pem_certificate ? undefined : readCertificate(pem);
    if (certificate !== undefined) {
        const description = commonName(certificate).slice(0, 100);
        const lines = context.assume.pemLineEnds === 'crlf' ? pem.replaceAll(/\r?\n/g, '\r\n') : pem;
        return { ...row, ...computedColumns(certificate, context.now()), short_description: description, pem_certificate: lines };
    }
    if (attachment === undefined || row.key_store_password === previous?.key_store_password)
        return row;
    return { ...row, ...columnsOfAttachment(row, attachment, context) };
}
function rules_named(row, previous) {
    const parts = [row.first_name ?? '', row.last_name ?? ''].filter((part) => part !== '');
    return parts.length === 0 || (previous !== undefined && previous.name !== row.name) ? row : { ...row, name: parts.join(' ') };
}
function incidentColumns(row) {
    const priority = Number(row.impact) + Number(row.urgency) - 1;
    const active = row.state === '7' || row.state === '8' ? 'false' : (row.active ?? 'true');
    return { active, ...(priority >= 1 && priority <= 5 && { priority: String(priority) }) };
}
function columnsOfAttachment(record, content, { vault, assume, now }) {
    const type = record.type;
    let source = content;
    if (isKeystoreType(type)) {
        if (!assume.keystoreDates)
            return {};
        const opening = openKeystore(type, content, vault.decrypt(record.key_store_password ?? '') ?? '');
        source = 'opened' in opening ? opening.opened.leaf : undefined;
    }
    const certificate = source && readCertificate(source);
    return certificate === undefined ? {} : computedColumns(certificate, now());
}

;// CONCATENATED MODULE: ./emulator/update-sets.ts


const CURRENT = 'sys_update_set';
function update_sets_put(database, table, values, stamps) {
    const blank = Object.fromEntries(Object.entries(columnsOf(table)).map(([name, column]) => [name, column.default ?? '']));
    const row = { ...blank, sys_mod_count: '0', ...stamps, ...values, sys_id: (0,external_node_crypto_.randomUUID)().replaceAll('-', '') };
    database.put(table, row.sys_id, row);
    return row;
}
function currentSet(database, userName, scope, stamps) {
    const user = database.rows('sys_user').find((row) => row.user_name === userName)?.sys_id ?? '';
    const chosen = database.rows('sys_user_preference').find((row) => row.user === user && row.name === CURRENT)?.value ?? '';
    const set = database.get('sys_update_set', chosen);
    if (set?.state === 'in progress' && set.application === scope)
        return set;
    const standard = database.rows('sys_update_set').find((row) => row.is_default === 'true' && row.application === scope);
    return standard ?? update_sets_put(database, 'sys_update_set', { name: 'Default', application: scope, is_default: 'true' }, stamps);
}
function capture(database, table, row, userName) {
    const scope = row.sys_scope ?? '';
    const stamps = {
        sys_created_on: row.sys_updated_on ?? '',
        sys_created_by: userName,
        sys_updated_on: row.sys_updated_on ?? '',
        sys_updated_by: userName,
    };
    const set = currentSet(database, userName, scope, stamps).sys_id;
    const name = `${table}_${row.sys_id}`;
    const known = database.rows('sys_update_xml').find((update) => update.name === name && update.update_set === set);
    const { sys_updated_on, sys_updated_by } = stamps;
    if (known !== undefined)
        database.put('sys_update_xml', known.sys_id, { ...known, sys_updated_on, sys_updated_by });
    else {
        const target = { type: tableOf(table)?.label ?? '', target_name: row.sys_name ?? '' };
        update_sets_put(database, 'sys_update_xml', { name, action: 'INSERT_OR_UPDATE', ...target, update_set: set, application: scope }, stamps);
    }
}

;// CONCATENATED MODULE: ./emulator/store.ts









const PERSON = { user: 'admin', form: 'ui' };
class Store {
    #context;
    refusedApis = new Set();
    constructor(context) {
        this.#context = context;
    }
    rows(table) {
        return this.#context.database.rows(table);
    }
    get(table, sysId) {
        return this.#context.database.get(table, sysId);
    }
    find(table, column, value) {
        return this.rows(table).find((row) => row[column] === value);
    }
    insert(table, values, writer = PERSON) {
        const { schema } = this.#context;
        if (schema.table(table) === undefined)
            throw invalidTable(table);
        const sysId = (0,external_node_crypto_.randomUUID)().replaceAll('-', '');
        const blank = {};
        for (const [name, column] of schema.columns(table))
            blank[name] = name === 'sys_class_name' ? table : (column.default ?? '');
        const given = { ...values };
        for (const [name, { numbered }] of schema.columns(table)) {
            if (numbered !== undefined && (values[name] ?? '') === '')
                given[name] = nextNumber(this.#context.database, table, numbered);
        }
        const made = { ...blank, ...this.#stamps(writer, undefined), sys_id: sysId };
        return this.#save(table, made, undefined, given, writer);
    }
    update(table, sysId, values, writer = PERSON) {
        const previous = this.get(table, sysId);
        if (previous === undefined)
            throw noRecord();
        return this.#save(table, previous, previous, values, writer);
    }
    remove(table, sysId) {
        const { database } = this.#context;
        if (this.get(table, sysId) === undefined)
            return false;
        for (const attachment of this.attachments(sysId))
            database.delete('sys_attachment', attachment.sys_id);
        database.delete(table, sysId);
        if (this.#context.assume.deletedReference === 'cleared')
            this.#clearReferences(table, sysId);
        this.#context.saved();
        return true;
    }
    #clearReferences(deleted, sysId) {
        const { database } = this.#context;
        for (const [table, { columns }] of Object.entries(TABLES)) {
            const pointing = Object.entries(columns).filter(([, column]) => column.type === 'reference' && column.reference === deleted);
            for (const [name] of pointing) {
                for (const row of database.rows(table))
                    if (row[name] === sysId)
                        database.put(table, row.sys_id, { ...row, [name]: '' });
            }
        }
    }
    attachments(sysId) {
        return this.rows('sys_attachment').filter((row) => row.table_sys_id === sysId);
    }
    attachmentContent(attachmentId) {
        return this.#context.database.content(attachmentId);
    }
    putAttachment(file, user = PERSON.user) {
        const { database, assume } = this.#context;
        const record = this.get(file.table, file.sysId);
        if (record === undefined)
            throw noRecord();
        this.#checkExtension(file.fileName);
        const sysId = (0,external_node_crypto_.randomUUID)().replaceAll('-', '');
        const row = {
            sys_id: sysId,
            file_name: file.fileName.slice(0, 100),
            table_name: file.table,
            table_sys_id: file.sysId,
            content_type: file.contentType ?? 'application/octet-stream',
            size_bytes: String(file.content.length),
            size_compressed: String(file.content.length),
            compressed: 'true',
            hash: assume.attachmentHash === 'sha256' ? (0,external_node_crypto_.createHash)('sha256').update(file.content).digest('hex') : '',
            state: 'pending',
            chunk_size_bytes: '700000',
            image_height: '',
            image_width: '',
            average_image_color: '',
            ...this.#stamps({ user, form: 'value' }, undefined),
            sys_tags: '',
        };
        database.put('sys_attachment', sysId, row);
        database.putContent(sysId, file.content);
        if (file.table === 'sys_certificate') {
            database.put(file.table, file.sysId, { ...record, ...columnsOfAttachment(record, file.content, this.#context) });
        }
        this.#context.saved();
        return row;
    }
    password(table, sysId, column) {
        return this.#context.vault.decrypt(this.get(table, sysId)?.[column] ?? '');
    }
    property(name) {
        return this.find('sys_properties', 'name', name)?.value;
    }
    setProperty(name, value) {
        const row = this.find('sys_properties', 'name', name);
        if (row === undefined)
            this.insert('sys_properties', { name, value });
        else
            this.update('sys_properties', row.sys_id, { value });
    }
    #save(table, base, previous, values, writer) {
        const { schema, database } = this.#context;
        let row = { ...base, ...this.#accepted(table, values, writer) };
        for (const [name, column] of schema.columns(table)) {
            const untouched = previous !== undefined && !(name in values);
            if (column.mandatory === true && !untouched && row[name] === '')
                throw missingMandatory(column.label);
        }
        const sysId = row.sys_id;
        const newest = this.attachments(sysId).at(-1)?.sys_id ?? '';
        row = beforeSave(table, row, previous, this.attachmentContent(newest), this.#context);
        for (const rule of schema.rulesOf(table)) {
            const changed = rule.before(row, previous);
            if (changed === 'abort')
                throw abortedBy(table, rule.name);
            row = changed;
        }
        if (previous !== undefined) {
            if (Object.entries(row).every(([name, value]) => previous[name] === value))
                return previous;
            row = { ...row, ...this.#stamps(writer, previous) };
        }
        database.put(table, sysId, row);
        if ('sys_name' in row)
            capture(database, table, row, writer.user);
        if (table === 'sys_user')
            syncRoles(database, row, previous);
        this.#context.saved();
        return row;
    }
    #accepted(table, values, writer) {
        const accepted = {};
        for (const [name, given] of Object.entries(values)) {
            const column = this.#context.schema.column(table, name);
            if (column === undefined || column.readOnly === true)
                continue;
            const value = stored(column, given === null ? '' : String(given), writer.form, {
                ...this.#context,
                timeZone: writer.timeZone ?? 'UTC',
            });
            if (value !== undefined)
                accepted[name] = value;
        }
        return accepted;
    }
    #stamps(writer, previous) {
        const time = stamp(this.#context.now());
        const updated = { sys_updated_on: time, sys_updated_by: writer.user };
        return previous === undefined
            ? { ...updated, sys_created_on: time, sys_created_by: writer.user, sys_mod_count: '0' }
            : { ...updated, sys_mod_count: String(Number(previous.sys_mod_count) + 1) };
    }
    #checkExtension(fileName) {
        const allowed = (this.property('glide.attachment.extensions') ?? '')
            .split(',')
            .map((extension) => extension.trim().toLowerCase());
        const own = /\.([^.]*)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
        if (allowed.join('') !== '' && !allowed.includes(own)) {
            throw new Refusal(403, 'Operation Failed', 'File type not permitted or mime type does not match the file content');
        }
    }
}

;// CONCATENATED MODULE: ./emulator/tokens.ts

const LIFE_SECONDS = 1799;
const REFRESH_SECONDS = 8_640_000;
class Tokens {
    #access = new Map();
    #refresh = new Map();
    #used = new Set();
    give(userId, clientId, now, refreshable) {
        const access = (0,external_node_crypto_.randomBytes)(48).toString('base64url');
        this.#access.set(access, { userId, clientId, expires: now.getTime() + LIFE_SECONDS * 1000 });
        const answer = { access_token: access, scope: 'useraccount', token_type: 'Bearer', expires_in: LIFE_SECONDS };
        if (!refreshable)
            return answer;
        const refresh = (0,external_node_crypto_.randomBytes)(48).toString('base64url');
        this.#refresh.set(refresh, { userId, clientId, expires: now.getTime() + REFRESH_SECONDS * 1000 });
        return { ...answer, refresh_token: refresh };
    }
    userOf(token, now) {
        return valid(this.#access.get(token), now)?.userId;
    }
    userOfRefresh(token, clientId, now) {
        const grant = valid(this.#refresh.get(token), now);
        return grant?.clientId === clientId ? grant.userId : undefined;
    }
    firstUse(jti) {
        if (this.#used.has(jti))
            return false;
        this.#used.add(jti);
        return true;
    }
    expire() {
        this.#access.clear();
    }
}
const valid = (grant, now) => grant !== undefined && grant.expires > now.getTime() ? grant : undefined;

;// CONCATENATED MODULE: ./emulator/emulator.ts













async function startEmulator(options = {}) {
    const { data } = options;
    const kept = data === undefined ? undefined : openFolder(data);
    const database = new Database();
    const vault = new PasswordVault(kept?.key);
    const schema = new Schema();
    const assume = { ...DEFAULT_ASSUMPTIONS, ...options.assume };
    const saved = () => {
        if (data !== undefined)
            keep(data, database, vault.key);
    };
    const now = options.now ?? (() => new Date());
    const store = new Store({ database, schema, vault, assume, now, saved });
    const tokens = new Tokens();
    if (kept === undefined)
        seedRecords(database, options.instanceName ?? 'local');
    else
        database.restore(kept.snapshot);
    seedDescriptions(database);
    seedAdministrator(store, options.user ?? 'admin', options.password ?? 'admin');
    let requests = [];
    let violations = [];
    let count = 0;
    let seen = { revision: -1, findings: [] };
    const look = () => {
        if (seen.revision !== database.revision)
            seen = { revision: database.revision, findings: inspect(store) };
        return seen.findings;
    };
    const faults = new Faults();
    const context = {
        store,
        schema,
        assume,
        now,
        tokens,
        tinyUrls: new TinyUrls(),
        faults,
        next: () => (count += 1),
        record: (request) => requests.push(request),
        observed: (n, act) => {
            const before = look();
            const answer = act();
            for (const finding of broken(before, look()))
                violations.push({ ...finding, afterRequest: n });
            return answer;
        },
    };
    const server = await listen(options.port ?? 0, options.tls, (incoming, response) => {
        exchange(incoming, response, server.url, context).catch(() => incoming.socket.destroy());
    });
    return {
        url: server.url,
        fresh: kept === undefined,
        get requests() {
            return requests;
        },
        get violations() {
            return violations;
        },
        store,
        inspect: look,
        clearRequests: () => {
            requests = [];
            violations = [];
            count = 0;
        },
        fault: (fault) => faults.arm(fault),
        dropColumn: (table, column) => schema.dropColumn(table, column),
        hideRows: (table, matches) => schema.hideRows(table, matches),
        addRule: (rule) => schema.addRule(rule),
        expireTokens: () => tokens.expire(),
        refuseApi: (api) => {
            store.refusedApis.add(api);
            return () => void store.refusedApis.delete(api);
        },
        snapshot: () => database.snapshot(),
        restore: (snapshot) => {
            database.restore(snapshot);
            saved();
        },
        close: () => server.close(),
    };
}

;// CONCATENATED MODULE: ./emulator/cli.ts




const USAGE = 'usage: servicenow-mtls emulator [--port N] [--data DIR] [--tls CERT KEY [--client-ca FILE]] [--assume NAME=VALUE]\u2026';
class UsageError extends Error {
}
function parse(argv) {
    let options = {};
    let clientCa;
    const rest = [...argv];
    const next = (flag, what) => {
        const value = rest.shift();
        if (value === undefined || value.startsWith('--'))
            throw new UsageError(`${flag}: needs ${what}`);
        return value;
    };
    for (let flag = rest.shift(); flag !== undefined; flag = rest.shift()) {
        if (flag === '--port')
            options = { ...options, port: cli_portOf(next(flag, 'a number')) };
        else if (flag === '--data')
            options = { ...options, data: next(flag, 'a folder') };
        else if (flag === '--assume')
            options = { ...options, assume: { ...options.assume, ...assumption(next(flag, 'name=value')) } };
        else if (flag === '--client-ca')
            clientCa = (0,external_node_fs_.readFileSync)(next(flag, 'a file'));
        else if (flag === '--tls') {
            const [cert, key] = [next(flag, 'a certificate and a key'), next(flag, 'a key after the certificate')];
            options = { ...options, tls: { cert: (0,external_node_fs_.readFileSync)(cert), key: (0,external_node_fs_.readFileSync)(key) } };
        }
        else
            throw new UsageError(`${flag}: unknown`);
    }
    if (clientCa === undefined)
        return options;
    if (options.tls === undefined)
        throw new UsageError('--client-ca: needs --tls');
    return { ...options, tls: { ...options.tls, clientCa } };
}
function assumption(text) {
    try {
        return parseAssumption(text);
    }
    catch (error) {
        throw new UsageError(`--assume: ${error instanceof Error ? error.message : String(error)}`);
    }
}
function cli_portOf(text) {
    const port = Number(text);
    if (!/^\d{1,5}$/.test(text) || port > 65_535)
        throw new UsageError(`--port: '${text}' is not a port number`);
    return port;
}
async function stopped(signal) {
    if (signal?.aborted === true)
        return;
    await new Promise((resolve) => {
        const stop = () => {
            process.off('SIGINT', stop).off('SIGTERM', stop);
            resolve();
        };
        process.on('SIGINT', stop).on('SIGTERM', stop);
        signal?.addEventListener('abort', stop, { once: true });
    });
}
async function runEmulator(argv, out, signal) {
    let options;
    let emulator;
    try {
        options = parse(argv);
        emulator = await startEmulator(options);
    }
    catch (error) {
        out(`emulator: ${error instanceof Error ? error.message : String(error)}`);
        if (error instanceof UsageError)
            out(USAGE);
        return 1;
    }
    if (emulator.fresh)
        seedExamples(emulator.store, 'admin');
    out(`local instance: ${emulator.url} (user admin, password admin)`);
    if (emulator.fresh) {
        const { id, secret, apiKey } = EXAMPLE_CLIENT;
        out(`or client id ${id} with client secret ${secret}, or API key ${apiKey}`);
    }
    out(options.data === undefined
        ? 'nothing is kept: it lives in memory until it is stopped'
        : `warning: ${options.data} holds private keys and passwords in clear`);
    out(`process ${process.pid}; it ends on SIGINT or SIGTERM`);
    let told = 0;
    const watching = setInterval(() => {
        for (const { rule, detail, afterRequest } of emulator.violations.slice(told))
            out(`broken after request ${afterRequest}: ${rule}: ${detail}`);
        told = emulator.violations.length;
    }, 500);
    await stopped(signal);
    clearInterval(watching);
    await emulator.close();
    out('stopped');
    return 0;
}


/***/ })

};
