#!/usr/bin/env bash
# The same as an expert would script it without a JVM: openssl for a PKCS#12, and curl with many requests over one connection;
# a new curl only where a request needs the sys_id that an earlier one gave. The environment is that of article.sh; for
# MODE=loaded there is client.p12.
set -euo pipefail
cd "$WORK"
NOW="$INSTANCE/api/now"
common=(-sS -u admin:admin -H 'Accept: application/json')
json=(-H 'Content-Type: application/json')
field() { grep -o "\"$1\":\"[^\"]*\"" | cut -d'"' -f4; }

# A
if [ "$MODE" = loaded ]; then
  cp client.p12 made.p12
  openssl pkcs12 -in made.p12 -passin "pass:$PASSWORD" -clcerts -nokeys -out client.pem 2>/dev/null
else
  case "$MODE" in
    rsa-2048) kind=(-newkey rsa:2048) ;;
    ec-p256) kind=(-newkey ec -pkeyopt ec_paramgen_curve:P-256) ;;
  esac
  openssl req -new "${kind[@]}" -nodes -keyout client.key -subj '/O=Acme/CN=client.acme.example' -out client.csr 2>/dev/null
  openssl x509 -req -in client.csr -CA issuing.pem -CAkey issuing.key -CAcreateserial -days 90 -extfile client.ext -out client.pem 2>/dev/null
  openssl pkcs12 -export -inkey client.key -in client.pem -certfile ca.pem -name client -passout "pass:$PASSWORD" -out made.p12
fi

# What is there: five questions over one connection
found=$(curl "${common[@]}" "$NOW/table/sys_certificate?sysparm_query=name%3Dclient&sysparm_fields=sys_id" \
  --next "${common[@]}" "$NOW/table/sys_certificate?sysparm_query=name%3Dbank-root&sysparm_fields=sys_id" \
  --next "${common[@]}" "$NOW/table/sys_protocol_profile?sysparm_query=protocol%3Dbankm&sysparm_fields=sys_id" \
  --next "${common[@]}" "$NOW/table/sys_rest_message?sysparm_query=name%3DBank%20Payments&sysparm_fields=sys_id" \
  --next "${common[@]}" "$NOW/table/sys_soap_message?sysparm_query=name%3DBank%20Statements&sysparm_fields=sys_id" | field sys_id)
read -r rest soap <<<"$(echo $found)"

# B and E: the records
bank=$(awk '{printf "%s\\n", $0}' bank.pem)
certificate=$(curl "${common[@]}" "${json[@]}" -d '{"name":"client","type":"pkcs12_key_store","active":"false"}' "$NOW/table/sys_certificate?sysparm_fields=sys_id" \
  --next "${common[@]}" "${json[@]}" -o /dev/null -d "{\"name\":\"bank-root\",\"type\":\"trust_store\",\"format\":\"pem\",\"pem_certificate\":\"$bank\"}" "$NOW/table/sys_certificate?sysparm_fields=sys_id" | field sys_id | head -1)
# B and C: password, file, active, profile
profile=$(curl "${common[@]}" "${json[@]}" -o /dev/null -X PATCH -d "{\"key_store_password\":\"$PASSWORD\"}" "$NOW/table/sys_certificate/$certificate?sysparm_input_display_value=true" \
  --next "${common[@]}" -o /dev/null -H 'Content-Type: application/octet-stream' --data-binary @made.p12 "$NOW/attachment/file?table_name=sys_certificate&table_sys_id=$certificate&file_name=client.p12" \
  --next "${common[@]}" "${json[@]}" -o /dev/null -X PATCH -d '{"active":"true"}' "$NOW/table/sys_certificate/$certificate" \
  --next "${common[@]}" "${json[@]}" -d "{\"protocol\":\"bankm\",\"default_port\":\"443\",\"keystore\":\"$certificate\"}" "$NOW/table/sys_protocol_profile?sysparm_fields=sys_id" | field sys_id)
# D
openssl x509 -in client.pem -out public.pem
openssl x509 -in client.pem -outform der -out public.cer
# F
curl "${common[@]}" "${json[@]}" -o /dev/null -X PATCH -d "{\"use_mutual_auth\":\"true\",\"protocol_name\":\"$profile\"}" "$NOW/table/sys_rest_message/$rest" \
  --next "${common[@]}" "${json[@]}" -o /dev/null -X PATCH -d "{\"enable_mutual_auth\":\"true\",\"protocol_profile\":\"$profile\"}" "$NOW/table/sys_soap_message/$soap"
