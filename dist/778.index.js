export const id = 778;
export const ids = [778];
export const modules = {

/***/ 83916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AK: () => (/* binding */ CodedError),
/* harmony export */   Dk: () => (/* binding */ problemIn),
/* harmony export */   PW: () => (/* binding */ stopsRun),
/* harmony export */   Sr: () => (/* binding */ ERRORS),
/* harmony export */   TD: () => (/* binding */ ACCEPTABLE),
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   rA: () => (/* binding */ toCoded)
/* harmony export */ });
const run = (means, hint) => ({ reach: 'run', means, hint });
const item = (means, hint) => ({ reach: 'item', means, hint });
const told = (means, hint) => ({ reach: 'nothing', means, hint });
const ERRORS = {
    'input.invalid': run('an input has a value that is not allowed', 'correct the input of the step (with:) that the message names'),
    'input.sign-in': run('no complete way of signing in was given, or more than one', 'give exactly one: username and password; client-id and client-secret, with or without username and password; client-id, private-key, key-id and subject; api-key; token; or client-certificate and client-certificate-key'),
    'not-supported-yet': run('this part of the contract is not built yet', 'leave it out, or use a later version'),
    timeout: run('the run was ended by its deadline or by a signal', 'it is safe to run again: the next run goes on where this one stopped'),
    internal: run('a fault of the action itself', 'please report it, with the code and the sentence; nothing secret is in them'),
    'spec.not-found': run('the spec file is not there, or may not be read', 'check the input `spec`; it is relative to the workspace, and the job needs a checkout step'),
    'spec.yaml': run('the spec is not valid YAML 1.2', 'correct the line that the message names'),
    'spec.unknown-key': run('the spec has a key that is not known here', 'remove it or correct its spelling'),
    'spec.duplicate-key': run('the spec has the same key twice in one mapping', 'keep one of them'),
    'spec.type': run('a value of the spec has the wrong type or form', 'see docs/SPEC.md for what is allowed there'),
    'spec.reference': run('the spec names something that it does not define', 'define it, or correct the name'),
    'spec.name': run('a name of the spec cannot be used', 'choose another name; see docs/SPEC.md for what is allowed'),
    'spec.environment': run('the environment is not one of the spec, or shares its records with another', 'set the input `environment` to one of the keys of `environments`'),
    'value.secret-missing': item('a secret is missing or empty', 'pass it in `env:` of the step under that name, or in the input `secrets`'),
    'value.short-secret': told('a secret is so short that masking it makes what is printed hard to read, and hides little', 'use a longer one: it is masked wherever its characters stand, by GitHub, too, which passes on no output of a job with them'),
    'value.base64': item('a secret should be base64 and is not', 'store the file as `base64 -w0 FILE` prints it'),
    'value.file': item('a file cannot be read', 'commit it inside the workspace; the path is relative to the spec'),
    'value.private-in-public': item('a private key stands where a public file is meant', 'remove the key from that file, treat it as leaked, and keep keys in secrets'),
    'keystore.unreadable': item('the keystore is damaged or not a keystore', 'export it again; check that it was not cut or changed on its way'),
    'keystore.format': item('the keystore has a format that is not supported', 'convert it with `keytool -importkeystore -deststoretype pkcs12`'),
    'keystore.password': item('the keystore does not open with the password', 'check the password, and that the secret has no space or newline too many'),
    'keystore.key-password': item('the private key does not open with the password of the keystore', 'set the key password to the store password with `keytool -keypasswd`, or give it as `password` beside `source.password`'),
    'keystore.no-key': item('the keystore holds no private key', 'export the private key with its certificate, not only the certificate'),
    'keystore.several-keys': item('the keystore holds several private keys', 'say which one with `source.alias`'),
    'keystore.alias': item('the alias is not in the keystore, or cannot be used', 'correct the alias; `keytool -list` prints those that are there'),
    'keystore.weak-password': item('the keystore password is not one that Java accepts, or too weak', 'use printable ASCII, at least 6 characters; 20 random ones or more are advised'),
    'keystore.too-large': item('the keystore is larger than allowed', 'keep one private key and its chain in it'),
    'keystore.rebuilt': item('the keystore was rebuilt into the form that the instance needs', 'nothing to do; the plan says what was put right'),
    'keystore.java': item('Java cannot read the keystore as it is', 'nothing to do when it is rebuilt; else write it anew with keytool of Java 17'),
    'keystore.unlisted': item('the keystore holds something that Java does not list', 'nothing to do when the keystore is rebuilt; else import it again with keytool'),
    'keystore.duplicate-alias': item('an alias is in the keystore twice', 'keep one; Java reads only the last'),
    'key.unreadable': item('the private key cannot be read', 'give a PEM key in PKCS#8, PKCS#1 or SEC1 form, and its passphrase when it is encrypted'),
    'key.mismatch': item('the private key does not belong to the certificate', 'use the certificate that was issued for this key'),
    'key.weak': item('the key is too short', 'use RSA with 2048 bits or more, or EC P-256 or P-384'),
    'key.unsupported': item('the key has an algorithm or a curve that TLS clients do not take', 'use RSA with 2048 bits or more, or EC P-256 or P-384'),
    'certificate.unreadable': item('the certificate cannot be read', 'give one X.509 certificate, PEM or DER'),
    'certificate.expired': item('the certificate has expired', 'get a new one from its issuer'),
    'certificate.expiring': item('the certificate expires soon', 'renew it in time'),
    'certificate.not-yet-valid': item('the certificate is not valid yet', 'wait for its notBefore, or check the clock of its issuer'),
    'certificate.no-client-auth': item('the certificate may not be used by a TLS client (extended key usage without clientAuth)', 'have it issued with extended key usage clientAuth (1.3.6.1.5.5.7.3.2)'),
    'certificate.no-eku': item('the certificate says nothing of its extended key usage', 'some servers refuse that: prefer one with clientAuth'),
    'certificate.key-usage': item('the certificate may not sign a TLS handshake (key usage without digitalSignature)', 'have it issued with key usage digitalSignature, or without key usage'),
    'certificate.self-signed': item('the certificate is signed by itself', 'nothing to do, if the partner trusts this very certificate; it must be given the new one at each renewal'),
    'certificate.name-constraints': item('a CA of the chain limits the names that it may issue for', 'nothing to do; if a partner refuses the certificate, compare its names with what the CA allows'),
    'certificate.public-ca': item('the certificate is from a publicly trusted CA, and these withdraw client certificates', 'get client certificates from a private CA, or from the partner'),
    'certificate.weak-signature': item('the certificate is signed with MD5 or SHA-1', 'have it issued again with SHA-256 or better'),
    'certificate.not-a-ca': item('an issuer in the chain may not sign certificates', 'use the CA certificate that issued the next one (CA:TRUE, keyCertSign)'),
    'certificate.several': item('there are several certificates where one is meant', 'keep exactly one in the file'),
    'certificate.private-usage': item('the certificate is meant for something else', 'check that it is the right certificate'),
    'chain.incomplete': item('an intermediate certificate is missing', 'add the certificates of all issuers, from the one that signed the leaf up to the root'),
    'chain.order': told('the certificates of the chain are not in order', 'nothing to do: they were put in order by their signatures'),
    'chain.invalid': item('a link of the chain does not hold', 'use the certificates that really issued one another'),
    'chain.no-root': item('the root certificate is not in the chain', 'add the root: ServiceNow reports "unsupported protocol" for some partners without it'),
    'chain.foreign': item('a certificate does not belong to the chain', 'remove it; it is not published'),
    'issuer.unreachable': item('the issuer cannot be reached', 'check its URL, the network of the runner, and `ca-certificates`'),
    'issuer.untrusted-host': item('the issuer is on a host that may not receive credentials, or its audience is another host', 'name the host in the input `allowed-hosts` of the workflow; that an instance is there is not enough'),
    'issuer.identity': item('the job has no identity that it could sign in with at the issuer', 'give the job `permissions: id-token: write`'),
    'issuer.refused': item('the issuer refuses the request', 'the message says why, in the words of the issuer'),
    'issuer.failed': item('the command of the issuer failed', 'run it by hand with a request on standard input; variables that it needs are named in `env`'),
    'issuer.timeout': item('the command of the issuer took too long', 'check that it does not wait for input'),
    'issuer.answer': item('the answer of the issuer is not a certificate chain', 'a command prints the chain as PEM on standard output and nothing else; a service answers as its API documents'),
    'issuer.unknown-profile': item('the issuer does not know the profile', 'correct `profile`, or add it to the configuration of CFSSL'),
    'issuer.key': item('the key of the issuer cannot be used', 'give the private key that belongs to the certificate of the CA'),
    'issuer.wrong-key': item('the certificate of the issuer is for another key', 'the issuer must sign the request that it is given; a cached answer is of no use'),
    'issuer.wrong-subject': item('the certificate of the issuer has another subject', 'write the subject as the issuer makes it, or let the issuer take it from the request'),
    'issuer.wrong-names': item('the certificate of the issuer has other alternative names', 'write `subject-alternative-names` as the issuer makes them, or let it take them from the request'),
    'issuer.wrong-usage': item('the certificate of the issuer is not one for TLS clients', 'choose a profile or role that issues extended key usage clientAuth and CA:FALSE'),
    'issuer.validity': item('the certificate of the issuer is valid at another time than it should be', 'check the clock of the issuer and what its profile or role allows; set `validity` to a lifetime that it gives'),
    'probe.accepted': told('the partner accepted our certificate', 'nothing to do'),
    'probe.refused': item('the partner refuses connections', "it may be that only the runner's address is not let in: ask which addresses the partner allows; the instance has others"),
    'probe.unreachable': item('the partner cannot be reached from the runner', 'check the URL; the instance may reach it all the same'),
    'probe.untrusted': item('the CA of the partner is not among the trusted certificates', "add the root of the partner's certificate to `trusted-certificates`"),
    'probe.server-expired': item('the certificate of the partner is not valid', 'tell the partner'),
    'probe.server-expiring': item('the certificate of the partner expires soon', 'ask the partner whether a new one is on its way'),
    'probe.hostname': item('the certificate of the partner is for another host name', 'use the host name that the partner has given you in the URL'),
    'probe.protocol': item('there is no version of TLS that both sides speak', 'check the port, and ask the partner for TLS 1.2 or later'),
    'probe.handshake': item('the partner ended the handshake', 'check that our certificate is one of an issuer that the partner names, and ask the partner for its log'),
    'probe.certificate-refused': item('the partner refused our certificate', 'give the partner the current certificate and its chain; check extended key usage clientAuth and the full chain'),
    'probe.not-asked': item('the partner asks for no client certificate', 'ask the partner to switch mutual TLS on, or probe another path; where it is asked for after the handshake, leave out `required`'),
    'probe.status': item('the partner answered with another HTTP status than expected', 'check the path of the URL and `expect-status`'),
    'instance.unreachable': run('the instance cannot be reached', 'check the URL, the network of the runner, the proxy and `ca-certificates`'),
    'instance.untrusted-host': run('the instance is on a host that may not receive credentials', 'check its spelling: instances of ServiceNow are at *.service-now.com; another host that is meant is named in the input `instance-url` or `allowed-hosts` of the workflow'),
    'instance.proxy': run('the proxy cannot be used', 'check HTTPS_PROXY and NO_PROXY of the runner; nothing is sent around a proxy that is set'),
    'instance.insecure': run('TLS verification is switched off', 'unset NODE_TLS_REJECT_UNAUTHORIZED and give the CA in `ca-certificates`'),
    'instance.redirect': run('the instance redirects to another place', 'use the URL of the instance itself; a redirect to a login page means that single sign-on stands before its API; credentials are not sent after a redirect'),
    'instance.not-json': run('the answer of the instance is not what its API documents', 'check that the URL is that of a ServiceNow instance; a login page means that single sign-on or a proxy stands before its API, which must let this account through'),
    'instance.asleep': run('the developer instance is hibernating', 'wake it up on the developer site and run again'),
    'instance.unauthenticated': run('the instance refuses the credentials', 'check the inputs that sign in, and that they are of this instance'),
    'instance.forbidden': run('the account may not do this', 'give it the roles that docs/PERMISSIONS.md names for the command'),
    'instance.refused': run('the instance refuses the request', 'the message says why; a business rule or data policy of the instance may be the cause'),
    'instance.rate-limited': run('the instance limits the rate of requests', 'run again after the time that the message names, or give the run more time with `timeout`; a lower `max-parallel` may help'),
    'instance.server-error': run('the instance answered with a server error', 'run again; it is safe'),
    'instance.rows-hidden': run('access rules hide rows from the account', 'give the account read access to the whole table: a hidden row looks like a missing one'),
    'instance.column-dropped': run('the instance has no such column, or hides it', 'check the release of the instance and the read access of the account'),
    'instance.value-changed': item('the instance stored another value than was written', 'a business rule or a column limit of the instance changed it'),
    'instance.password-not-saved': item('the instance did not store the keystore password as a secret', 'the record was left inactive; check the column key_store_password'),
    'instance.attachment-damaged': item('the instance stored other bytes than were sent', 'run again; check rules on attachments of the instance'),
    'instance.too-large': run('an answer of the instance is larger than allowed', 'check that the URL is that of a ServiceNow instance'),
    'record.missing': item('the record is not on the instance', 'create it (messages are application metadata and never created here), or correct the name'),
    'record.ambiguous': item('several records have that name', 'keep one, rename the others, or say which with `sys-id` or `scope` where that is allowed'),
    'record.adopted': item('a record that bears the mark of another repository or environment is taken over', 'take it out of the other spec; `adopt` may go when the record bears the mark of this one, with the next content'),
    'record.other-owner': item('the record is marked as belonging to another repository', 'use another name; if you published it yourself from elsewhere, set `owner` in the spec to what it was (at a terminal without a git remote: local)'),
    'record.other-environment': item('the record is marked as belonging to another environment', 'check `instance` of the environments'),
    'rollback.none': item('there is no generation to return to', '`<name> (retired \u2026)` with the mark of this spec can be returned to; one that people made is made active and chosen in the profile by hand'),
    'rollback.unclear': item('the current generation is not what the spec says', 'roll back only what was applied: run plan to see what differs'),
    'keystore.held-back': told('the keystore was rolled back and is held back', 'it is published again when its content changes, or when the input `rotate` names it'),
    'keystore.in-use-unreadable': item('the issued keystore in use cannot be opened, so that nobody can tell whether it is right', 'correct its password in the secrets; or name it in the input `rotate`, and the environment in `confirm`, to have a new key and certificate made'),
    'keystore.renewal': told('the certificate is renewed in time', 'nothing to do'),
    'keystore.waits': told('a new keystore is published and waits for its handover', 'give the new certificate to the partner; name it in the input `rotate` to have it used at once'),
    'request.missing': item('there is no key yet for the certificate that people sign', 'run the command `csr`: it makes the key and writes the request'),
    'request.waits': item('a key waits for the certificate that people sign', 'have the request that `csr` writes signed, then name the certificate in the source of the keystore'),
    'request.unsigned': told('the file of the certificate that people sign is not there yet', 'commit the certificate there once it is signed, or correct the path'),
    'request.differs': item('what was asked for, or signed, is not what the spec asks for', 'correct the spec; or run `csr` with the keystore named in `rotate` for a new key in place of that one, whose certificate is then of no use'),
    'request.due': told('the certificate that people have signed is due to be renewed, and no key waits for the next one', 'run the command `csr`, have its request signed, then name the new certificate in the source of the keystore'),
    'request.none': told('the spec has no keystore whose certificate people sign', 'nothing to do; the command `csr` is for keystores with `source: { request: true }`'),
    'request.given-up': told('a key that waits for a certificate is deleted, as the spec asks people for none any more', 'if its certificate is still to come, put `request: true` back into the source of the keystore before this is applied'),
    'request.unreadable': item('the key that waits for its certificate cannot be opened', 'correct the password of the keystore in the secrets; or run `csr` with the keystore named in the input `rotate-purge` for a new key'),
    'keystore.ends-earlier': told('the certificate ends earlier than the one that it replaces', 'check that the secret has the new keystore'),
    'keystore.revoke': told('an old key was purged, and its certificate is still valid', 'revoke the certificate with its issuer, by the serial number of the message'),
    'keystore.other-type': told('the file of a keystore is of another type than its record says', "set the record's type to that of its file; or let a spec manage it, which stores a file of the type that it names"),
    'keystore.not-purged': told('a purge was asked for, and the key in use is the one that the spec gives', 'nothing to do if it is a new one already; else put a keystore with another key into its secrets, and apply with `rotate-purge` again'),
    'record.unlisted': told('a record bears the mark of this spec and is not in it', 'it is left as it is; to have it taken away, put its name back with `absent: true`, and so what refers to it'),
    'record.references-unknown': told('what refers to a replaced record cannot be told', 'let the account read the table that the message names (docs/PERMISSIONS.md); until then no replaced keystore is made inactive'),
    'record.left': told('the record is left as it is: it was not made by this spec, or it is trusted by others', 'when nothing needs it any more, take it away with `absent: true` or by hand'),
    'record.in-use': item('something else still refers to the record', 'take that reference away first: `absent: true` for a message or profile of the spec, by hand for others'),
    'record.concurrent': item('another run is making the same record at the same time', 'run again when it has ended; let the runs that write to one instance share a `concurrency` group that no other run has, with `cancel-in-progress: false`'),
    'record.changed': item('the record changed between plan and write', 'run again'),
    'record.unclear': item('the record is in a state that nobody but a person can judge', 'look at the record; the message says what was found'),
    'message.oauth2': item('mutual authentication does not work with OAuth 2.0 on the same message', 'use basic authentication or none on the message'),
    'message.method': item('a method overrides what its message says of mutual authentication', 'empty the protocol profile of the method, so that the message counts; or leave it, if it is meant'),
    'message.endpoint': item('an endpoint leads elsewhere than over the protocol profile of its message', 'give it the scheme https or the name of the profile, or say `rewrite-endpoint: true`'),
    'message.required': item('a record of `mode: require` is not as the spec says', 'set flag and profile where the record is developed, or use `mode: enforce`'),
    'message.mid-server': item('mutual authentication does not work through a MID Server', 'take the MID Server off the message'),
    'doctor.unreadable': told('the account cannot read something that commands ask for', 'give it read access to all rows; docs/PERMISSIONS.md names the tables'),
    'doctor.roles': told('the account may lack a role', 'give it the roles that docs/PERMISSIONS.md names, or access rules to the same effect'),
    'doctor.choices': told('a type of certificates is not among the choices of the instance', 'look at the choices of sys_certificate.type on the instance; a plugin may be off'),
    'doctor.leftover-property': told('a leftover system property takes the place of a protocol profile', 'note down and delete the properties glide.httpclient.protocol.<name>.class and .port (KB0824494)'),
    'doctor.attachments': told('rules of the instance would refuse a keystore as attachment', 'allow .jks, .p12 and .cer in glide.attachment.extensions; try one apply where the content is validated'),
    'doctor.hardening': told('a system property makes TLS of the instance worth little', 'set com.glide.communications.httpclient.verify_hostname to true and com.glide.communications.trustmanager_trust_all to false, not first in production: partners of other names or untrusted CAs are refused then'),
    'doctor.fips': told('the instance is in FIPS mode', 'JKS and PKCS#12 keystores cannot be used there; BCFKS is not written by this action'),
    'doctor.broken-keystore': told('an active keystore record is not whole', 'it needs one attachment and the password that opens it; or make it inactive where no profile points at it'),
    'doctor.broken-certificate': told('an active certificate record holds no certificate', 'paste the certificate again, or make the record inactive'),
    'doctor.expired': told('an active certificate has expired', 'renew it, or make the record inactive when nothing needs it any more'),
    'doctor.expiring': told('an active certificate expires soon', 'renew it in time'),
    'doctor.duplicate': told('several active records have one name', 'keep the one that profiles and messages point at; rename the others, or make them inactive; of profiles, repoint the messages and delete the other'),
    'keystore.unwatched': told('how long a keystore is valid that is used as it is cannot be told', 'nobody is warned before it expires: note the date, or load the keystore with its password instead of `existing: true`'),
    'doctor.unwatched': told('how long active keystores are valid cannot be told', 'look at them with their passwords (`servicenow-mtls inspect FILE --password-env NAME`), and note when they expire'),
    'doctor.other-type': told('a certificate record is of a type that is not managed here', 'let the account read sys_choice where the instance has other values for JKS, PKCS#12 and trusted certificates'),
    'doctor.profile': told('a protocol profile has no keystore to use', 'run apply with a spec that has the profile, or choose its keystore'),
    'doctor.message': told('mutual authentication is on without a protocol profile', 'choose its protocol profile, or switch mutual authentication off'),
    'doctor.clone': told('a keystore holds the key of another instance', 'run apply with the spec of this environment: it is replaced'),
    'export.left-out': told('something on the instance was left out of the spec', 'put it in order on the instance, and export again; or leave it out'),
    'output.exists': run('a file that people may have edited would be replaced', 'move it away, or name another `output-directory`; compare the two then'),
    'output.unwritable': run('a public file cannot be written', 'check `output-directory` and the disk of the runner'),
    'github.forbidden': told('the token may not do this on GitHub', 'give the job the permission that the message names; on pull requests of forks the token only reads'),
    'github.failed': told('GitHub did not do what it was asked', 'run again; what was done on the instance is not touched by it'),
    'github.no-pull-request': told('there is no pull request to comment on', 'use `comment: auto`, which comments only where there is one'),
    'github.no-artifact-service': told('there is no artifact service to upload to', 'the files are in `output-directory`: hand them on in a step of their own, or set `artifact: never`'),
    'github.artifact': told('the artifact was not uploaded', 'the files are in `output-directory`: upload them in a step of their own, or set `artifact: never`'),
    'plan.changed': run('the instance is no longer as it was when the plan was reviewed', 'plan again and have the new plan reviewed'),
    'plan.drift': run('the instance differs from the spec', 'run apply, or find out who changed it'),
    'promote.not-verified': run('the content of the spec was not applied and verified in the environment that it is promoted from', 'run `apply` and then `verify` there, from the same commit, in jobs with `permissions: { deployments: write }`'),
    'promote.unavailable': run('GitHub cannot tell what was applied and verified in the environment that is promoted from', 'run in a job of GitHub that has `permissions: { deployments: write }` and leaves `github-token` as it is'),
    'change.missing': run('the change request is not there, or the account may not see it', 'check `change-request`, and that the account may read the table change_request of this instance'),
    'change.state': run('the change request is not being implemented', 'move it to the state Implement, and take it off hold; then run again'),
    'change.window': run('now is not within the planned window of the change request', 'run again within the window, or change its planned start and end dates'),
    'guard.instance-name': run('the instance says it has another name than its host', 'check the URL; a clone may carry the name of its source'),
    'guard.untrusted-spec': run('a writing command was started by an event that lets others write the spec', 'apply after the merge; or, when only trusted people can start it, set `allow-untrusted-spec: true`'),
    'guard.origin': run('a protected environment was pointed at another instance', 'set `confirm` to the name of the environment when that is meant'),
    'guard.root': item('the new certificate has another root than the one in use', 'make sure that the partner trusts it; set `confirm` to the name of the environment when that is meant'),
    'guard.rotations': run('more than half of the keystores would be rotated at once', 'check that all of them are meant: with `apply` the secrets that have changed, with `rollback` the input `only`; set `confirm` to the name of the environment when they are'),
    'guard.destroy': run('`destroy` takes away what the spec has made', 'set `confirm` to the name of the environment when that is meant; until then the changes are only shown'),
    'guard.deletions': run('more than 5 records would be deleted at once', 'check the spec; set `confirm` to the name of the environment when that is meant'),
};
const ACCEPTABLE = [
    'key.weak',
    'key.unsupported',
    'keystore.weak-password',
    'certificate.expired',
    'certificate.expiring',
    'certificate.not-yet-valid',
    'certificate.no-client-auth',
    'certificate.no-eku',
    'certificate.key-usage',
    'certificate.weak-signature',
    'certificate.not-a-ca',
    'certificate.self-signed',
    'certificate.name-constraints',
    'certificate.public-ca',
    'issuer.validity',
    'chain.incomplete',
    'chain.invalid',
    'chain.no-root',
    'chain.order',
    'chain.foreign',
];
function problemOf(finding, itemName, at) {
    const hint = finding.hint ?? ERRORS[finding.code].hint;
    const { code, severity, message } = finding;
    return { code, severity, item: itemName, message, hint, ...(at && { at }) };
}
class CodedError extends Error {
    name = 'CodedError';
    code;
    hint;
    at;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.code = code;
        this.at = options.at;
        this.hint = options.hint ?? ERRORS[code].hint;
    }
    toFinding(severity = 'error') {
        return { code: this.code, severity, message: this.message, hint: this.hint };
    }
}
function toCoded(error) {
    if (error instanceof CodedError)
        return error;
    const text = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown fault';
    return new CodedError('internal', text, { cause: error });
}
const problemIn = (error, severity) => problemOf(toCoded(error).toFinding(severity), '');
function stopsRun(problem) {
    return problem.severity === 'error' && (problem.item === '' || ERRORS[problem.code].reach === 'run');
}


/***/ }),

/***/ 89834:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FA: () => (/* binding */ readOpen),
/* harmony export */   TA: () => (/* binding */ readFile),
/* harmony export */   rU: () => (/* binding */ readAtMost)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_1__);


const readFile = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_fs__WEBPACK_IMPORTED_MODULE_0__.readFile);
const PART = 64 * 1024;
function readAtMost(path, most) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'r');
    try {
        return readOpen(file, most);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
function readOpen(file, most) {
    const parts = [];
    for (let left = most + 1; left > 0;) {
        const part = Buffer.alloc(Math.min(left, PART));
        const length = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, part);
        if (length === 0)
            break;
        parts.push(part.subarray(0, length));
        left -= length;
    }
    return Buffer.concat(parts);
}


/***/ }),

/***/ 55518:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pO: () => (/* binding */ Redactor),
  iJ: () => (/* binding */ SecretValue),
  JF: () => (/* binding */ masksOf)
});

// UNUSED EXPORTS: formsOf

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./src/disguises.ts
const whole = (stands) => (escape) => [[stands(escape), escape.length]];
const CHARACTER = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[^]/g;
const octets = (escape) => {
    const characters = Buffer.from(escape.replaceAll('%', ''), 'hex').toString('latin1').match(CHARACTER) ?? [];
    return characters.map((bytes) => [bytes.length === 1 ? bytes : Buffer.from(bytes, 'latin1').toString('utf8'), 3 * bytes.length]);
};
const codePoint = (digits, base) => {
    const value = Number.parseInt(digits, base);
    return value <= 0x10ffff ? String.fromCodePoint(value) : '\ufffd';
};
const SHORT_ESCAPES = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const jsonEscape = (escape) => /^\\u/i.test(escape) ? codePoint(escape.slice(2), 16) : (SHORT_ESCAPES[escape.slice(1)] ?? escape.slice(1));
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
function entity(escape) {
    const name = escape.slice(1, -1).toLowerCase();
    if (name.startsWith('#x'))
        return codePoint(name.slice(2), 16);
    return name.startsWith('#') ? codePoint(name.slice(1), 10) : (ENTITIES[name] ?? escape);
}
const URL = /(?:%[0-9a-f]{2})+/gi;
const FORM = /(?:%[0-9a-f]{2})+|\+/gi;
const JSON_TEXT = /\\(?:u[0-9a-f]{4}|["\\/bfnrt])/gi;
const HTML = /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/gi;
const KINDS = [
    { signs: '%', pattern: URL, undo: octets },
    { signs: '%+', pattern: FORM, undo: (escape) => (escape === '+' ? [[' ', 1]] : octets(escape)) },
    { signs: '\\', pattern: JSON_TEXT, undo: whole(jsonEscape) },
    { signs: '&', pattern: HTML, undo: whole(entity) },
];
function* undisguised(text) {
    for (const { signs, pattern, undo } of KINDS) {
        if (Array.from(signs).some((sign) => !text.includes(sign)))
            continue;
        const plain = undone(text, pattern, undo);
        if (plain !== undefined)
            yield plain;
    }
}
function undone(text, pattern, undo) {
    let made = '';
    const runs = [];
    let place = 0;
    const take = (characters, step) => {
        runs.push({ from: made.length, place, step });
        made += characters;
    };
    for (const { 0: escape, index } of text.matchAll(pattern)) {
        take(text.slice(place, index), 1);
        place = index;
        for (const [characters, length] of undo(escape)) {
            take(characters, 0);
            place += length;
        }
    }
    if (place === 0)
        return undefined;
    take(text.slice(place), 1);
    return { text: made, placeOf: (unit) => placeIn(runs, unit) };
}
function placeIn(runs, unit) {
    let [low, high] = [0, runs.length - 1];
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((runs[middle]?.from ?? 0) <= unit)
            low = middle;
        else
            high = middle - 1;
    }
    const { from, place, step } = runs[low] ?? { from: 0, place: 0, step: 1 };
    return place + (unit - from) * step;
}

;// CONCATENATED MODULE: ./src/redact.ts




class SecretValue {
    #bytes;
    label;
    constructor(value, label) {
        this.#bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : value;
        this.label = label;
    }
    bytes() {
        return this.#bytes;
    }
    text() {
        return this.#bytes.toString('utf8');
    }
    get length() {
        return this.#bytes.length;
    }
    toString() {
        return `[secret ${this.label}]`;
    }
    toJSON() {
        return this.toString();
    }
    [external_node_util_.inspect.custom]() {
        return this.toString();
    }
}
const MASK = '***';
const SHORTEST_ENCODED = 8;
const SHORTEST_LINE = 16;
const SHORTEST_LEGIBLE = 4;
const TOKEN = 2048;
const CERTIFICATE_BLOCK = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[\s\S]*?-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;
function base64Forms(bytes) {
    return [0, 1, 2].map((shift) => {
        const text = Buffer.concat([Buffer.alloc(shift), bytes])
            .toString('base64')
            .replace(/=+$/, '');
        const head = [0, 2, 3][shift] ?? 0;
        const tail = (bytes.length + shift) % 3 === 0 ? 0 : 1;
        return text.slice(head, text.length - tail);
    });
}
const urlAlphabet = (text) => text.replaceAll('+', '-').replaceAll('/', '_');
function asText(bytes) {
    return (0,external_node_buffer_.isUtf8)(bytes) && !bytes.includes(0) ? bytes.toString('utf8') : undefined;
}
function secretLines(text) {
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    return lines.filter((line) => line.length >= SHORTEST_LINE && !/^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(line));
}
const withoutCertificates = (text) => text.includes('-----BEGIN') ? text.replaceAll(CERTIFICATE_BLOCK, '\n') : text;
function masksOf(secret) {
    const text = asText(secret.bytes());
    if (text === undefined)
        return [secret.bytes().toString('base64')];
    const value = withoutCertificates(text).trim();
    return value.includes('\n') ? secretLines(value) : value === '' ? [] : [value];
}
const encodingsOf = (bytes) => [
    ...base64Forms(bytes).flatMap((form) => [form, urlAlphabet(form)]),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
];
function formsOf(bytes, open) {
    const forms = new Set();
    const add = (form, shortest = 1) => {
        if (form.trim().length >= shortest)
            forms.add(form);
    };
    const encoded = (part) => {
        for (const form of encodingsOf(part))
            add(form, SHORTEST_ENCODED);
    };
    const whole = asText(bytes);
    if (whole === undefined) {
        encoded(bytes);
        return longestFirst(forms);
    }
    const secret = withoutCertificates(whole);
    if (secret.trim() === '')
        return [];
    const onlySecret = secret === whole ? [whole, whole.trim(), whole.trim().replaceAll(/\s+/g, ' ')] : [];
    for (const text of onlySecret) {
        add(text);
        if (Buffer.byteLength(text) < SHORTEST_ENCODED)
            continue;
        encoded(Buffer.from(text, 'utf8'));
        add(text.replaceAll(' ', '+'));
    }
    if (secret.trim().includes('\n')) {
        for (const line of secretLines(secret)) {
            if (open?.includes(Buffer.from(line, 'base64')) === true)
                continue;
            add(line);
            encoded(Buffer.from(line, 'utf8'));
        }
    }
    return longestFirst(forms);
}
const LONG = 256;
const BEGIN = 16;
function formsOfLong(bytes) {
    if (bytes.length < LONG)
        return undefined;
    const text = asText(bytes);
    if (text === undefined)
        return encodingsOf;
    return /^[\w+/=]+$/.test(text) ? (part) => [part.toString('latin1'), ...encodingsOf(part)] : undefined;
}
class Alike {
    #waiting = [];
    #forms = [];
    add(form) {
        this.#waiting.push(form);
    }
    at(text, place) {
        if (this.#waiting.length > 0) {
            const forms = new Set([...this.#forms, ...this.#waiting.map((make) => make())]);
            this.#forms = longestFirst(forms);
            this.#waiting = [];
        }
        return this.#forms.find((form) => text.startsWith(form, place));
    }
}
const longestFirst = (forms) => [...forms].sort((a, b) => b.length - a.length);
const CODE = /^[a-z]+(?:[.-][a-z0-9-]+)*$/;
const DIGEST = /^(?:sha256:)?[0-9a-f]{64}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const HEX = /^[0-9A-F]{2}(?::?[0-9A-F]{2})*$/;
const OWN = new Map([
    ...['code', 'error-code', 'severity', 'command', 'kind', 'reason', 'do', 'is', 'depth'].map((name) => [name, CODE]),
    ...['digest', 'plan-digest', 'contentHash'].map((name) => [name, DIGEST]),
    ...['notBefore', 'notAfter'].map((name) => [name, TIME]),
    ...['fingerprint256', 'serialNumber'].map((name) => [name, HEX]),
    ...['days-to-expiry', 'artifact-id'].map((name) => [name, /^-?\d+$/]),
    ['changed', /^(?:true|false)$/],
]);
const NONE = new Map();
class Redactor {
    #secrets = new Set();
    #byHead = new Map();
    #short = new Map();
    #traces = new Uint8Array(TRACES);
    #tiny = new Set();
    get tiny() {
        return [...this.#tiny];
    }
    add(secret, open) {
        const bytes = secret instanceof SecretValue ? secret.bytes() : typeof secret === 'string' ? Buffer.from(secret, 'utf8') : secret;
        const id = bytes.length < TOKEN ? bytes.toString('latin1') : (0,external_node_crypto_.hash)('sha256', bytes, 'base64');
        if (this.#secrets.has(id))
            return;
        this.#secrets.add(id);
        const length = bytes.length < BEGIN ? bytes.toString('utf8').trim().length : bytes.length;
        if (secret instanceof SecretValue && length > 0 && length < SHORTEST_LEGIBLE)
            this.#tiny.add(secret.label);
        const long = formsOfLong(bytes);
        if (long === undefined) {
            for (const form of formsOf(bytes, open)) {
                if (form.length < SHORTEST_ENCODED)
                    this.#short.set(form, Buffer.byteLength(form) >= SHORTEST_ENCODED);
                else
                    this.#index(form, () => form);
            }
            return;
        }
        let forms;
        for (const [index, begin] of long(bytes.subarray(0, BEGIN)).entries()) {
            this.#index(begin, () => (forms ??= long(bytes))[index] ?? begin);
        }
    }
    #index(begin, form) {
        const head = begin.slice(0, SHORTEST_ENCODED);
        const alike = this.#byHead.get(head) ?? new Alike();
        alike.add(form);
        this.#byHead.set(head, alike);
        this.#traces[trace(begin, 0)] = 1;
    }
    clean(text) {
        const spans = this.#spansIn(text);
        if (spans.length === 0)
            return text;
        let result = '';
        let end = 0;
        for (const span of spans.sort(([a], [b]) => a - b)) {
            if (span[0] >= end)
                result += text.slice(end, span[0]) + MASK;
            end = Math.max(end, span[1]);
        }
        return result + text.slice(end);
    }
    #spansIn(text) {
        const spans = [...this.#longIn(text), ...this.#shortIn(text, false)];
        for (const { text: plain, placeOf } of undisguised(text)) {
            const found = [...this.#longIn(plain), ...this.#shortIn(plain, true)];
            for (const [start, end] of found)
                spans.push([placeOf(start), placeOf(end)]);
        }
        return spans;
    }
    #shortIn(text, isPlain) {
        const spans = [];
        for (const [form, isEncoded] of this.#short) {
            if (isPlain && !isEncoded)
                continue;
            for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
                spans.push([at, at + form.length]);
        }
        return spans;
    }
    #longIn(text) {
        const spans = [];
        for (let span = this.#longFrom(text, 0); span !== undefined; span = this.#longFrom(text, span[0] + 1))
            spans.push(span);
        return spans;
    }
    #longFrom(text, from) {
        let seen = trace(text, from);
        for (let at = from; at + SHORTEST_ENCODED <= text.length; at += 1) {
            const here = seen;
            seen = traceOn(seen, text.charCodeAt(at + TRACED));
            if (this.#traces[here] === 0)
                continue;
            const form = this.#byHead.get(text.slice(at, at + SHORTEST_ENCODED))?.at(text, at);
            if (form !== undefined)
                return [at, at + form.length];
        }
        return undefined;
    }
    cleanJson(text, isOurs) {
        if (!/^\s*[[{]/.test(text))
            return this.clean(text);
        try {
            const data = JSON.parse(text);
            const cleaned = this.#cleaned(data, isOurs ? OWN : NONE);
            return cleaned === data ? text : JSON.stringify(cleaned);
        }
        catch {
            return this.clean(text);
        }
    }
    cleanAll(data) {
        return this.#cleaned(data, OWN);
    }
    #cleaned(data, own, name = '') {
        if (typeof data === 'string')
            return own.get(name)?.test(data) === true ? data : this.clean(data);
        if (typeof data !== 'object' || data === null)
            return data;
        if (Array.isArray(data))
            return this.#each(data, own) ?? data;
        if (data instanceof Map) {
            const parts = this.#each([...data].flat(1), own);
            return parts === undefined ? data : new Map(parts.flatMap((key, at) => (at % 2 === 0 ? [[key, parts[at + 1]]] : [])));
        }
        const names = Object.keys(data);
        const values = this.#each(Object.values(data), own, names);
        return values === undefined ? data : Object.fromEntries(names.map((key, at) => [key, values[at]]));
    }
    #each(values, own, names = []) {
        let cleaned;
        for (const [at, value] of values.entries()) {
            const clean = this.#cleaned(value, own, names[at]);
            if (clean !== value)
                (cleaned ??= [...values])[at] = clean;
        }
        return cleaned;
    }
    finds(bytes) {
        const text = bytes.toString('utf8');
        if (this.#longFrom(text, 0) !== undefined)
            return true;
        for (const { text: plain } of undisguised(text))
            if (this.#longFrom(plain, 0) !== undefined)
                return true;
        return false;
    }
}
const TRACES = 2 ** 16;
const TRACED = 4;
function trace(text, at) {
    let made = 0;
    for (let next = at; next < at + TRACED; next += 1)
        made = traceOn(made, text.charCodeAt(next));
    return made;
}
const traceOn = (made, unit) => ((made << 4) ^ unit ^ (unit >>> 4)) & (TRACES - 1);


/***/ }),

/***/ 14031:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   Md: () => (/* binding */ fileName),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   a4: () => (/* binding */ mermaid),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
function oneLine(text, max = 500) {
    const line = text.replace(CONTROL, (character) => (/\s/.test(character) ? ' ' : '\u{fffd}'));
    return line.length > max ? `${line.slice(0, max)}\u2026` : line;
}
function logLine(text) {
    return oneLine(text, 2000)
        .replaceAll('##[', '# #[')
        .replace(/^(\s*):/, '$1\u{2236}');
}
const APART = '&#8203;';
function markdown(text) {
    return oneLine(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replace(/[\\`*_[\]!|~$:]|[@#]/g, (character) => /[@#]/.test(character) ? character + APART : `&#${character.charCodeAt(0)};`)
        .replace(/\bgh-(?=\d)/gi, (start) => start + APART)
        .replace(/\bwww\./gi, (start) => start.replace('.', '&#46;'));
}
function mermaid(text, max = 40) {
    const label = oneLine(text, max).replace(/[^A-Za-z0-9 ]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
    return label.trim() === '' ? '#160;' : label;
}
function fileName(text) {
    const name = text
        .replace(/[^A-Za-z0-9._-]+/g, '-')
        .replace(/^[.-]+/, '')
        .slice(0, 100);
    return name === '' || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name) ? `item-${name}` : name;
}


/***/ }),

/***/ 87181:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ daysUntil),
/* harmony export */   D5: () => (/* binding */ daysText),
/* harmony export */   TM: () => (/* binding */ hexPairs),
/* harmony export */   d_: () => (/* binding */ DAY),
/* harmony export */   fU: () => (/* binding */ formatTime)
/* harmony export */ });
const DAY = 86_400_000;
function formatTime(date) {
    return `${date.toISOString().slice(0, -'.000Z'.length)}Z`;
}
function hexPairs(hex) {
    return (hex.toUpperCase().match(/../g) ?? []).join(':');
}
const daysText = (days) => `${days} ${days === 1 ? 'day' : 'days'}`;
function daysUntil(date, now) {
    return Math.floor((date.getTime() - now.getTime()) / DAY);
}


/***/ })

};
