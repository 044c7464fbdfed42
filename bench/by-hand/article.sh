#!/usr/bin/env bash
# The job as it is done by hand today, as a script: keytool, openssl and curl, one process after another, nothing read back.
# In the environment: INSTANCE, WORK (a folder with ca.pem, issuing.pem, issuing.key, root.pem, bank.pem and, for MODE=loaded,
# client.jks), MODE (loaded | rsa-2048 | ec-p256), PASSWORD of the keystore. The steps are those of the README, A to F.
set -euo pipefail
cd "$WORK"
field() { grep -o "\"$1\":\"[^\"]*\"" | head -1 | cut -d'"' -f4; }
table() { curl -sS -u admin:admin -H 'Accept: application/json' -H 'Content-Type: application/json' "$@"; }
NOW="$INSTANCE/api/now"

# A: key pair, request, root and intermediate, signed certificate
if [ "$MODE" = loaded ]; then
  cp client.jks made.jks
else
  rm -f made.jks
  store=(-keystore made.jks -storetype JKS -storepass "$PASSWORD")
  case "$MODE" in
    rsa-2048) kind=(-keyalg RSA -keysize 2048) ;;
    ec-p256) kind=(-keyalg EC -groupname secp256r1) ;;
  esac
  keytool -genkeypair "${store[@]}" -keypass "$PASSWORD" -alias client "${kind[@]}" -dname 'CN=client.acme.example,O=Acme' 2>/dev/null
  keytool -certreq "${store[@]}" -alias client -file client.csr 2>/dev/null
  openssl x509 -req -in client.csr -CA issuing.pem -CAkey issuing.key -CAcreateserial -days 90 -extfile client.ext -out client.pem 2>/dev/null
  keytool -importcert "${store[@]}" -noprompt -alias root -file root.pem 2>/dev/null
  keytool -importcert "${store[@]}" -noprompt -alias issuing -file issuing.pem 2>/dev/null
  keytool -importcert "${store[@]}" -noprompt -alias client -file client.pem 2>/dev/null
fi

# B: the record of the keystore, unless it is there: password and file, then active
table "$NOW/table/sys_certificate?sysparm_query=name%3Dclient&sysparm_fields=sys_id" >/dev/null
certificate=$(table -d '{"name":"client","type":"key_store","active":"false"}' "$NOW/table/sys_certificate" | field sys_id)
table -X PATCH -d "{\"key_store_password\":\"$PASSWORD\"}" "$NOW/table/sys_certificate/$certificate?sysparm_input_display_value=true" >/dev/null
curl -sS -u admin:admin -H 'Accept: application/json' -H 'Content-Type: application/octet-stream' --data-binary @made.jks \
  "$NOW/attachment/file?table_name=sys_certificate&table_sys_id=$certificate&file_name=client.jks" >/dev/null
table -X PATCH -d '{"active":"true"}' "$NOW/table/sys_certificate/$certificate" >/dev/null

# C: the protocol profile
table "$NOW/table/sys_protocol_profile?sysparm_query=protocol%3Dbankm&sysparm_fields=sys_id" >/dev/null
profile=$(table -d "{\"protocol\":\"bankm\",\"default_port\":\"443\",\"keystore\":\"$certificate\"}" "$NOW/table/sys_protocol_profile" | field sys_id)

# D: the public certificate for the partner, PEM and DER
keytool -exportcert -keystore made.jks -storepass "$PASSWORD" -alias client -rfc -file public.pem 2>/dev/null
openssl x509 -in public.pem -outform der -out public.cer

# E: the partner's certificate
table "$NOW/table/sys_certificate?sysparm_query=name%3Dbank-root&sysparm_fields=sys_id" >/dev/null
bank=$(awk '{printf "%s\\n", $0}' bank.pem)
table -d "{\"name\":\"bank-root\",\"type\":\"trust_store\",\"format\":\"pem\",\"pem_certificate\":\"$bank\"}" "$NOW/table/sys_certificate" >/dev/null

# F: mutual authentication on the messages
rest=$(table "$NOW/table/sys_rest_message?sysparm_query=name%3DBank%20Payments&sysparm_fields=sys_id" | field sys_id)
table -X PATCH -d "{\"use_mutual_auth\":\"true\",\"protocol_name\":\"$profile\"}" "$NOW/table/sys_rest_message/$rest" >/dev/null
soap=$(table "$NOW/table/sys_soap_message?sysparm_query=name%3DBank%20Statements&sysparm_fields=sys_id" | field sys_id)
table -X PATCH -d "{\"enable_mutual_auth\":\"true\",\"protocol_profile\":\"$profile\"}" "$NOW/table/sys_soap_message/$soap" >/dev/null
