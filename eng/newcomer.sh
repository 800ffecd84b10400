#!/usr/bin/env bash
# What a newcomer does in this clone (the first line of README), and outside of it with the packages that `dotnet pack` has made: the shell lines of README in
# both languages, every package that a page tells to add, the program of each package's own page, the program of one file, the code of all pages, and the samples.
# The last line: "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
unset WB_TOKEN
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=$(dotnet msbuild src/Wildberries.Sdk -getProperty:Version)

# A source that is added stays in a copy of the machine's settings; packages of the same version may be older ones.
cache=$(dotnet nuget locals global-packages --list | sed 's/^global-packages: //')
rm -rf "${cache%/}"/wildberries.sdk*/"$version"
export NUGET_PACKAGES=$cache
mkdir -p "$work/home/.nuget/NuGet" "$work/clone/artifacts"
[ ! -e "$HOME/.nuget/NuGet/NuGet.Config" ] || cp "$HOME/.nuget/NuGet/NuGet.Config" "$work/home/.nuget/NuGet/"
export HOME=$work/home DOTNET_CLI_HOME=$work/home
cp -r artifacts/packages "$work/clone/artifacts/packages"

passed=0 failed=0
check() { # check NAME COMMAND...: in the current folder, and to its first line that fails
  local name=$1 status=0
  shift

  # Not as a condition: within one bash goes on behind lines that fail.
  ("$@") > "$work/log" 2>&1 &
  wait $! || status=$?
  if [ "$status" -eq 0 ]; then
    passed=$((passed + 1))
    echo "passed: $name"
  else
    failed=$((failed + 1))
    echo "FAILED: $name"
    cat "$work/log"
  fi
}

# block FILE LANGUAGE N: the Nth block of a language on a page.
block() {
  awk -v fence="^\`\`\`$2\$" -v n="$3" '$0 ~ fence { i++; if (i == n) { shown = 1; next } } /^```/ { shown = 0 } shown' "$root/$1"
}

# Every shell line of the pages that a newcomer reads first, and what runs it. One that is not here fails the check: nobody would notice when it stops working.
first_pages="README.md README.ru.md docs/en/getting-started.md docs/ru/getting-started.md"
known_lines() {
  cat << 'LINES'
dotnet run --project samples/QuickStart # first_line, in this clone
dotnet test # not here: .ci/run has it as a step of its own
dotnet pack # not here: .ci/run has packed, and the newcomer takes these packages
dotnet new console --output ../my-shop # in_readme
cd ../my-shop # in_readme
dotnet nuget add source "$OLDPWD/artifacts/packages" --name wildberries-sdk # in_readme
dotnet add package Wildberries.Sdk # in_readme, and each line of this kind on all pages by itself
dotnet add package Wildberries.Sdk.Testing # the same
dotnet add package Wildberries.Sdk.Redis # the same
dotnet add package Wildberries.Sdk.PromoCodes.EntityFrameworkCore # the same
LINES
}

# shell_lines FILE...: the lines of all shell blocks, without comments.
shell_lines() {
  awk '/^ *```(sh|bash|shell|console)$/ { shown = 1; next } /^ *```/ { shown = 0 } shown' "$@" | without_comments
}

without_comments() { sed -E 's/(^| +)#.*//; s/^ +//; /^$/d' | sort -u; }

knows_all() { # knows_all FILE
  local unknown
  unknown=$(comm -23 <(shell_lines "$root/$1") <(known_lines | without_comments))
  [ -z "$unknown" ] || printf 'known_lines in eng/newcomer.sh does not say what runs:\n%s\n' "$unknown"
  [ -z "$unknown" ]
}

shows_all() {
  local gone
  # shellcheck disable=SC2086
  gone=$(cd "$root" && comm -13 <(shell_lines $first_pages) <(known_lines | without_comments))
  [ -z "$gone" ] || printf 'No page has these lines of known_lines any more:\n%s\n' "$gone"
  [ -z "$gone" ]
}

# On the emulator, since WB_TOKEN is not set; it ends with 0 only when all went well.
first_line() {
  cd "$root"
  timeout 600 bash -euo pipefail -c "$(block "$1" sh 1 | grep '^dotnet run')"
}

# The folder is packed already.
run_lines() { bash -euo pipefail -c "$(block "$1" sh "$2" | grep -v '^dotnet pack')"; }

in_readme() {
  cd "$work/clone"
  run_lines "$1" 2
  cd ../my-shop
  run_lines "$1" 3
  block "$1" csharp 1 > Program.cs
  dotnet build
}

prints() { # prints TEXT COMMAND...: whatever the exit code
  local text=$1
  shift
  "$@" > "$work/printed" 2>&1 || true
  cat "$work/printed"
  grep -qF "$text" "$work/printed"
}

# Not named as the package is: a project cannot reference one of its own name.
program_of() {
  dotnet new console --output "$work/Try.$1"
  cd "$work/Try.$1"
  run_lines "src/$1/README.md" 1
  block "src/$1/README.md" csharp 1 > Program.cs
  dotnet build
}

for page in $first_pages; do
  check "every shell line of $page is run, or known not to be" knows_all "$page"
done
check "every known line is on a page" shows_all
for readme in README.md README.ru.md; do
  check "the first line of $readme" first_line "$readme"
done

for readme in README.md README.ru.md; do
  rm -rf "$work/my-shop"
  dotnet nuget remove source wildberries-sdk > /dev/null 2>&1 || true
  check "the lines and the program of $readme" in_readme "$readme"
done

cd "$work/my-shop"
grep -hE '^dotnet add package' "$root"/docs/*/*.md | sed 's/ *#.*//' | sort -u > "$work/lines"
while read -r line; do
  # shellcheck disable=SC2086
  check "$line" $line
done < "$work/lines"

for package in Wildberries.Sdk Wildberries.Sdk.Testing Wildberries.Sdk.Redis Wildberries.Sdk.PromoCodes.EntityFrameworkCore; do
  check "the program of $package" program_of "$package"
done
cd "$work/Try.Wildberries.Sdk"
check "without a token it says which argument is missing" prints "Parameter 'token'" dotnet run --no-build
cd "$work/Try.Wildberries.Sdk.Testing"
check "the emulator has the message" prints "Игорь, извините! Заменим." dotnet run --no-build
cd "$work/Try.Wildberries.Sdk.Redis"
check "the client is there without Redis" prints "Wildberries" dotnet run --no-build
cd "$work/Try.Wildberries.Sdk.PromoCodes.EntityFrameworkCore"
check "the tables are made" prints "PromoCodeStore" dotnet run --no-build

# The program of one file. Its exit code says that there is no token.
mkdir "$work/script"
cp "$root/docs/snippets/Script.cs" "$work/script/seller.cs"
cd "$work/script"
check "the program of one file runs, and asks for a token" prints "Set WB_TOKEN" dotnet run seller.cs

# The code of the pages and the samples, against the packages instead of the projects.
mkdir -p "$work/copied/docs"
cp -r "$root/samples" "$root/Directory.Build.props" "$root/.editorconfig" "$work/copied/"
cp -r "$root/docs/snippets" "$work/copied/docs/"
find "$work/copied" \( -name bin -o -name obj \) -prune -exec rm -rf {} +
sed -i -E 's|<ProjectReference Include=".*/([^/]+)\.csproj" />|<PackageReference Include="\1" />|' "$work"/copied/*/*/*.csproj
sed -E "0,/<\/ItemGroup>/s|(<\/ItemGroup>)|$(for p in Wildberries.Sdk Wildberries.Sdk.Testing Wildberries.Sdk.Redis Wildberries.Sdk.PromoCodes.EntityFrameworkCore; do
  printf '<PackageVersion Include="%s" Version="%s" />' "$p" "$version"; done)\1|" "$root/Directory.Packages.props" > "$work/copied/Directory.Packages.props"
cd "$work/copied/docs/snippets"
check "the code of all pages" dotnet build
for sample in "$work"/copied/samples/*/; do
  cd "$sample"
  check "the sample $(basename "$sample")" dotnet build
done

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
