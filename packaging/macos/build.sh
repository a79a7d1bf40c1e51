#!/bin/sh
# The bundle and the disk image, on a Mac with Python 3.11 or newer: `packaging/macos/build.sh`.
# Signing: SIGNING_IDENTITY names a "Developer ID Application" certificate of the keychain, NOTARY_PROFILE a profile that
# `xcrun notarytool store-credentials` made. Without them the result works on this Mac and is called damaged on others.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
"$root/packaging/build" notices folder
bundle="$root/dist/Parallax.app"
cp "$root/LICENSE" "$root/resources/notices.txt" "$bundle/Contents/Resources/"
version=$("$bundle/Contents/MacOS/parallax" --version | sed 's/.* //')
image="$root/dist/Parallax-$version-$(uname -m).dmg"
if [ -n "${SIGNING_IDENTITY:-}" ]; then
    codesign --force --deep --options runtime --timestamp --entitlements "$root/packaging/macos/entitlements.plist" \
        --sign "$SIGNING_IDENTITY" "$bundle"
    codesign --verify --deep --strict "$bundle"
fi
staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
cp -R "$bundle" "$staging/"
ln -s /Applications "$staging/Applications"
hdiutil create -volname Parallax -srcfolder "$staging" -ov -format UDZO "$image"
if [ -n "${SIGNING_IDENTITY:-}" ] && [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
(cd "$root/dist" && shasum -a 256 "$(basename "$image")" >"$(basename "$image").sha256")
echo "$image"
