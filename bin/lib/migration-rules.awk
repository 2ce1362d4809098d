# What one migration file must hold. Prints one line per fault: file, what, how to mend it. Given: file, its name.
# The header is the unbroken block of -- lines at the top; a line without a key continues the key before it. The migrator
# reads it the same way (Header, Migration).

function fault(what, mend) { print file ": " what "; " mend "." }

function trim(text) { gsub(/^[ \t\r]+|[ \t\r]+$/, "", text); return text }

function first_line(text) { sub(/\n.*/, "", text); return trim(text) }

# The bare, upper-case name at the start of some SQL.
function name_at(text) {
  sub(/^[ ]+/, "", text)
  sub(/[ ;(].*$/, "", text)
  sub(/^.*\./, "", text)
  gsub(/"/, "", text)
  return text
}

BEGIN { in_header = 1; last = 30 }

in_header && !/^--/ { in_header = 0 }

in_header {
  if (match($0, /^--[ \t]?(Migration|Purpose|Ticket|Dependencies|Data Migration|Reversible|Transaction|Rollback):/)) {
    key = substr($0, 1, RLENGTH - 1)
    sub(/^--[ \t]?/, "", key)
    at[key] = FNR
    value[key] = trim(substr($0, RLENGTH + 1))
  } else if (key != "") {
    value[key] = value[key] "\n" trim(substr($0, 3))
  }
  next
}

{
  line = $0
  sub(/--.*$/, "", line)
  body = body " " line
}

function required(key,    text) {
  if (!(key in at)) {
    fault("has no '-- " key ":' in its header", "add it to the -- lines at the top")
    return ""
  }
  if (at[key] > last) {
    fault("has '-- " key ":' below line " last, "move it up: every key begins within the first " last " lines")
    return ""
  }
  text = value[key]
  gsub(/^[ \n]+|[ \n]+$/, "", text)
  if (text == "") {
    fault("has an empty " key, "write it")
  } else if (text ~ /^</) {
    fault("still has the template's " key, "write your own")
    return ""
  }
  return text
}

function has_statement(text,    lines, count, i) {
  count = split(text, lines, "\n")
  for (i = 1; i <= count; i++) {
    if (lines[i] !~ /^--/ && lines[i] ~ /;/) { return 1 }
  }
  return 0
}

function check_header(    purpose, ticket, reversible, rollback, optional, keys, i) {
  purpose = required("Purpose")
  ticket = first_line(required("Ticket"))
  if (ticket != "" && ticket !~ /^(PANA-[0-9]+|N\/A.*)$/) {
    fault("has the Ticket '" ticket "'", "write PANA-123, or N/A and why")
  }
  reversible = first_line(required("Reversible"))
  if (reversible != "" && reversible !~ /^(Yes|No|Partial)$/) {
    fault("has Reversible '" reversible "'", "write Yes, No or Partial")
  }
  rollback = required("Rollback")
  if (rollback != "" && (reversible == "Yes" || reversible == "Partial") && !has_statement(rollback)) {
    fault("promises a way back but its Rollback holds no SQL", "write the statements, or Reversible: No")
  }
  if ("Transaction" in at && first_line(value["Transaction"]) != "none") {
    fault("has Transaction '" first_line(value["Transaction"]) "'", "write none, or leave the line out")
  }
  split("Dependencies:Data Migration", keys, ":")
  for (i = 1; i <= 2; i++) {
    if (keys[i] in at && value[keys[i]] ~ /^</) {
      fault("still has the template's " keys[i], "write your own, or leave the line out")
    }
  }
}

# A killed CREATE INDEX CONCURRENTLY leaves an invalid index of that name behind, on which the next run would stumble.
function check_indexes(    rest, before, index_name, dropped) {
  body = toupper(body)
  gsub(/[ \t\r\n]+/, " ", body)
  rest = body
  while (match(rest, /(CREATE (UNIQUE )?|DROP )INDEX CONCURRENTLY (IF (NOT )?EXISTS )?/)) {
    before = substr(rest, RSTART, RLENGTH)
    rest = substr(rest, RSTART + RLENGTH)
    index_name = name_at(rest)
    if (before ~ /^DROP INDEX CONCURRENTLY IF EXISTS/) {
      dropped = dropped " " index_name " "
    } else if (before ~ /^CREATE/) {
      if (index_name == "ON") {
        fault("creates an index CONCURRENTLY without a name", "name it")
      } else if (index(dropped, " " index_name " ") == 0) {
        fault("creates " tolower(index_name) " CONCURRENTLY without dropping it first", "put DROP INDEX CONCURRENTLY IF EXISTS " tolower(index_name) "; before it, since a killed run leaves an invalid index")
      }
    }
    if (first_line(value["Transaction"]) != "none" && !told++) {
      fault("uses CONCURRENTLY inside a transaction", "add '-- Transaction: none' to the header")
    }
  }
}

END {
  check_header()
  check_indexes()
}
